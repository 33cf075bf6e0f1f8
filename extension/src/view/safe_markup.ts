// Nodes out of the engine's markup, behind two walls that each hold alone: DOMPurify, then a walk that
// makes every element anew from an allow-list. Nothing of the inert document reaches the page.

import DOMPurify from "dompurify";

const kElements = new Set([
  "a", "abbr", "aside", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "div",
  "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol",
  "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary",
  "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
]);

const kMathElements = new Set([
  "math", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms",
  "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none",
]);

const kAttributes: Record<string, readonly string[]> = {
  a: ["href"],
  blockquote: ["cite"],
  pre: ["data-language"],
  figure: ["data-embed", "data-provider"],
  img: ["src", "srcset", "alt", "width", "height"],
  ol: ["start", "reversed", "type"],
  q: ["cite"],
  span: ["data-style"],
  source: ["srcset", "type", "media"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  time: ["datetime"],
  math: ["display"],
};
const kEverywhere = ["lang", "dir", "id", "data-block"];
/** Roles that say more than the element; any other would let the page play tricks on screen readers. */
const kRoles = new Set(["doc-endnotes", "doc-noteref", "doc-backlink", "note"]);
const kMathAttributes = ["mathvariant", "stretchy", "fence", "separator", "accent", "accentunder", "linethickness", "columnalign", "rowspacing"];

const kLinkScheme = /^(?:https?:|mailto:|tel:|#)/i;
const kImageScheme = /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;
/** DOMPurify holds every attribute against this, numbers and words too: what has a scheme has one of ours. */
const kValue = new RegExp(`${kLinkScheme.source}|${kImageScheme.source}|^[^a-z]|^[a-z+.-]+(?:[^a-z+.:-]|$)`, "i");
const kAddressAttributes: Record<string, RegExp> = {href: kLinkScheme, cite: kLinkScheme, src: kImageScheme};

/** Ids come from the page: under a prefix they can only be what links inside the article point to. */
const kIdPrefix = "lectern-";

const kMathMl = "http://www.w3.org/1998/Math/MathML";

function isSafeSourceSet(value: string): boolean {
  return value.split(/,\s+/).every((candidate) => kImageScheme.test(candidate.trim()));
}

function copyAttributes(from: Element, to: Element, names: readonly string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value === null) continue;
    const scheme = kAddressAttributes[name];
    if (scheme && !scheme.test(value)) continue;
    if (name === "srcset" && !isSafeSourceSet(value)) continue;
    if (name === "id") to.id = kIdPrefix + value;
    else to.setAttribute(name, name === "href" && value.startsWith("#") ? `#${kIdPrefix}${value.slice(1)}` : value);
  }
}

/** The second wall: allow-listed elements and attributes, made anew. Exported for the test of each wall alone. */
export function rebuild(source: Node, owner: Document): DocumentFragment {
  const result = owner.createDocumentFragment();
  const pending: {from: Node; to: Node}[] = [{from: source, to: result}];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const child of next.from.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        next.to.appendChild(owner.createTextNode(child.nodeValue ?? ""));
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const made = rebuildElement(child as Element, owner);
        if (!made) continue;
        next.to.appendChild(made);
        pending.push({from: child, to: made});
      }
    }
  }
  return result;
}

function rebuildElement(from: Element, owner: Document): Element | null {
  const name = from.localName;
  if (from.namespaceURI === kMathMl) {
    if (!kMathElements.has(name)) return null;
    const made = owner.createElementNS(kMathMl, name);
    copyAttributes(from, made, name === "math" ? [...kMathAttributes, "display"] : kMathAttributes);
    return made;
  }
  if (from.namespaceURI !== "http://www.w3.org/1999/xhtml" || !kElements.has(name)) return null;
  const made = owner.createElement(name);
  copyAttributes(from, made, [...(kAttributes[name] ?? []), ...kEverywhere]);
  const role = from.getAttribute("role");
  if (role && kRoles.has(role)) made.setAttribute("role", role);
  if (name === "img") {
    made.setAttribute("loading", "lazy");
    made.setAttribute("decoding", "async");
  } else if (name === "a" && !made.getAttribute("href")?.startsWith("#")) {
    made.setAttribute("rel", "noopener noreferrer");
  }
  return made;
}

/** The first wall: DOMPurify's inert parse. Exported like the second. */
export function purify(html: string): Node {
  return DOMPurify.sanitize(html, {
    RETURN_DOM: true,
    USE_PROFILES: {html: true, mathMl: true},
    FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select", "option", "svg", "video", "audio", "template", "mglyph"],
    FORBID_ATTR: ["style", "class", "name", "slot", "target", "ping", "srcdoc"],
    ALLOWED_URI_REGEXP: kValue,
    ALLOW_ARIA_ATTR: false,
    ADD_ATTR: ["data-block"],
  });
}

/** Nodes of the engine's markup, owned by this page and attached nowhere yet. */
export function nodesFrom(html: string): DocumentFragment {
  return rebuild(purify(html), document);
}

// What an article's HTML holds, in forms that can be compared between extractors.
import {parseHTML} from "linkedom";

const tokens = (text) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

// The letters before a wiki's note, which lead back to the text ("^ a b"), are controls.
const leadsBack = (node) => node.localName === "a" && /^#cite_ref/.test(node.getAttribute("href") ?? "");

// The text with a space where one block, cell or line ends and the next begins.
function spacedText(node, parts = []) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) parts.push(child.data);
    if (child.nodeType !== 1 || leadsBack(child)) continue;
    const isApart = /^(p|div|td|th|tr|li|br|ul|ol|dl|dt|dd|caption|h[1-6]|pre|blockquote|table|figure|figcaption)$/.test(child.localName);
    if (isApart) parts.push(" ");
    spacedText(child, parts);
    if (isApart) parts.push(" ");
  }
  return parts;
}
const words = (node) => tokens(spacedText(node).join("")).join(" ");
// "[edit]" behind a wiki's headings is a control.
const headingWords = (node) => tokens(spacedText(node).join("").replace(/\[\s*edit\s*\]\s*$/i, "")).join(" ");

function address(reference, base) {
  const trimmed = (reference ?? "").trim();
  if (!trimmed) return null;
  try {
    const url = new URL(trimmed, base);
    if (!/^https?:$/.test(url.protocol)) return null;
    for (const name of [...url.searchParams.keys()]) if (/^(utm_|fbclid|gclid|mc_|ref_src)/.test(name)) url.searchParams.delete(name);
    return url;
  } catch {
    return null;
  }
}

// The file that an address names, whatever its size, crop or host.
function imageKey(url) {
  const path = decodeURIComponent(url.pathname.replace(/%(?![0-9a-f]{2})/gi, "%25")).replace(/\/+$/, "");
  const name = path.split("/").pop().replace(/\.(jpe?g|png|webp|avif|gif)$/i, "").replace(/[-_]\d+x\d+$/, "");
  return (name.length >= 8 ? name : path).toLowerCase();
}

// A wiki's picture of a formula has its TeX as alternative text: the formula itself answers for it.
const texKey = (tex) => `tex:${tex.replace(/^\s*\{\\displaystyle([^]*)\}\s*$/, "$1").replace(/\s+/g, "")}`;

// Every address that an image element offers: an extractor that keeps one of them keeps the image.
function imageKeys(image, base) {
  const found = new Set();
  const add = (reference) => {
    const url = address(reference, base);
    if (url) found.add(imageKey(url));
  };
  if (/^\s*\{\\displaystyle/.test(image.getAttribute("alt") ?? "")) found.add(texKey(image.getAttribute("alt")));
  const elements = [image, ...(image.closest("picture")?.querySelectorAll("source") ?? [])];
  for (const element of elements) {
    for (const {name, value} of [...element.attributes]) {
      if (/srcset/i.test(name)) for (const part of value.split(/,\s+/)) add(part.trim().split(/\s+/)[0]);
      else if (name === "src" || (/^data-/.test(name) && /\.(jpe?g|png|webp|avif|gif)(\?|$)/i.test(value) && !/\s/.test(value))) add(value);
    }
  }
  return found;
}

function isDataTable(table) {
  if (table.querySelector("table")) return false;
  const rows = [...table.querySelectorAll("tr")].map((row) => row.querySelectorAll("td, th").length);
  return rows.length >= 2 && Math.max(...rows) >= 2;
}

// `withFormulas` counts formulas as answers for pictures of them; the truth counts its pictures alone.
export function contentsOf(html, base, title = "", withFormulas = true) {
  const {document} = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const pageAddress = new URL(base);
  const formulas = all("math").map((formula) => formula.querySelector("annotation")?.textContent ?? formula.getAttribute("alttext") ?? "").filter(Boolean);
  return {
    images: [
      ...all("img").filter((image) => !image.closest("noscript")).map((image) => imageKeys(image, base)),
      ...(withFormulas ? formulas : []).map((formula) => new Set([texKey(formula)])),
    ].filter((keys) => keys.size > 0),
    links: all("a[href]").filter((link) => !leadsBack(link)).map((link) => {
      const url = address(link.getAttribute("href"), base);
      const text = words(link);
      if (!url || !text) return null;
      const inPage = url.hash && url.origin === pageAddress.origin && url.pathname === pageAddress.pathname;
      return `${text} -> ${inPage ? "#" : (url.host + url.pathname).replace(/\/+$/, "") + url.search}`;
    }).filter(Boolean),
    tables: all("table").filter(isDataTable).map((table) => words(table)).filter(Boolean),
    lists: all("ul, ol").map((list) => [...list.children].filter((child) => child.localName === "li").map(words).filter(Boolean)).filter((items) => items.length > 0),
    code: all("pre").map(words).filter(Boolean),
    // The headline counts wherever an extractor puts it: the truth often holds it as a heading.
    headings: [...all("h1, h2, h3, h4, h5, h6").map(headingWords), tokens(title).join(" ")].filter(Boolean),
  };
}

// Share of a's words that b has, both as multisets.
function overlap(a, b) {
  const counts = new Map();
  for (const word of b.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  const wanted = a.split(" ");
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left > 0) { ++shared; counts.set(word, left - 1); }
  }
  return shared / wanted.length;
}

const kSame = 0.9; // of the words, both ways for what is matched by its text

const matches = {
  images: (a, b) => [...a].some((key) => b.has(key)),
  links: (a, b) => a === b,
  tables: (a, b) => overlap(a, b) >= kSame,
  lists: (a, b) => a.filter((item) => b.some((other) => item === other || overlap(item, other) >= kSame)).length >= kSame * a.length,
  code: (a, b) => overlap(a, b) >= kSame && overlap(b, a) >= kSame,
  headings: (a, b) => a === b || (overlap(a, b) >= kSame && overlap(b, a) >= kSame),
};

// The truth's things that `found` has not; each found thing answers for one.
export function missingOf(kind, truth, found) {
  const left = [...found];
  const missing = [];
  for (const thing of truth) {
    const at = left.findIndex((other) => matches[kind](thing, other));
    if (at < 0) missing.push(thing);
    else left.splice(at, 1);
  }
  return missing;
}

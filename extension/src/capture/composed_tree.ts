// Writes a document as HTML the way the reader sees it: shadow roots in place of their hosts' children,
// assigned nodes in place of slots, hidden elements left out. The page is only read: nothing is cloned
// (that would run the page's constructors), set or measured twice.
//
// The walk keeps its own stack, so depth costs no call stack, and can stop after any node and go on later.
// Every level holds the list of its children as it was on entry; a child that has moved since is noticed.

import {shadowRootOf} from "../shared/browser";
import {backgroundPicture} from "./backgrounds";
import {currentImageAttributes} from "./lazy_images";
import {escapeText, writeAttributes} from "./markup";
import {TextStyles} from "./text_styles";
import {visibilityOf} from "./visibility";

export interface CaptureLimits {
  nodes: number;
  characters: number;
  depth: number;
}

export const kCaptureLimits: CaptureLimits = {nodes: 600_000, characters: 40_000_000, depth: 2000};

/** A same-origin frame with less text than this is a widget, not an article. */
const kShortestFrameText = 500;
/** A text as long as this whose lines the style keeps apart is paragraphs, not a label. */
const kShortestLinedText = 80;

const kHtml = "http://www.w3.org/1999/xhtml";
const kMathMl = "http://www.w3.org/1998/Math/MathML";

const kLeftOut = new Set([
  "style", "template", "canvas", "map", "area", "datalist", "option", "optgroup", "object", "applet", "frameset",
  "lectern-reader",
]);
const kVoid = new Set([
  "br", "hr", "img", "input", "wbr", "source", "track", "embed", "col", "meta", "link", "base", "param", "basefont", "bgsound",
  "keygen",
]);
/** Elements whose children are a fallback or the reader's own typing. */
const kChildless = new Set(["textarea", "select", "iframe", "progress", "meter"]);
/** Elements that may have a shadow root besides custom elements. */
const kShadowHosts = new Set([
  "article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "p",
  "section", "span",
]);
/** Elements that are never displayed and matter all the same. */
const kMetadata = new Set(["head", "title", "meta", "link", "base", "script", "noscript", "source", "track", "wbr", "br", "col"]);
/** Elements that browsers give no box, and what they stand for shows: a player of the page's own, the brackets of a reading. */
const kWithoutBox = new Set(["audio", "rp"]);
const kLinkRelations = /^(canonical|amphtml|alternate|author|license|next|prev|shortlink)$/i;
const kNoAttributes: ReadonlyMap<string, string> = new Map();

interface Level {
  readonly nodes: readonly Node[];
  next: number;
  readonly parent: Node | null; // whose children `nodes` were; null for nodes assigned to a slot
  readonly end: string;
  readonly invisible: boolean; // text is not shown here
  readonly keepsLines: boolean; // inside <pre>
  readonly document: Document;
}

export class ComposedTreeWriter {
  private readonly pieces: string[] = ["<!DOCTYPE html>"];
  private readonly levels: Level[] = [];
  private readonly styles = new TextStyles();
  private nodes = 0;
  private characters = 0;
  private isTruncated = false;
  private isDisturbed = false;

  /** With `part`, what lies outside it is left out; what the page says about itself is written all the same. */
  constructor(document: Document, private readonly part: Range | null = null, private readonly limits: CaptureLimits = kCaptureLimits) {
    this.enter([document.documentElement], null, "", false, false, document);
  }

  /** The page moved nodes while it was walked: what is written may miss some or hold some twice. */
  get disturbed(): boolean {
    return this.isDisturbed;
  }

  get truncated(): boolean {
    return this.isTruncated;
  }

  /** Writes on until `isTime` says stop; true when all is written. */
  write(isTime: () => boolean): boolean {
    let sinceAsked = 0;
    for (let level = this.levels.at(-1); level; level = this.levels.at(-1)) {
      const node = level.nodes[level.next++];
      if (!node) {
        this.pieces.push(level.end);
        this.levels.pop();
      } else if (this.nodes >= this.limits.nodes || this.characters >= this.limits.characters) {
        this.isTruncated = true;
        level.next = level.nodes.length;
      } else {
        this.visit(node, level);
        // Asking for the time costs more than a node.
        if (++sinceAsked >= 64) {
          sinceAsked = 0;
          if (isTime()) return false;
        }
      }
    }
    return true;
  }

  get html(): string {
    return this.pieces.join("");
  }

  private enter(
    nodes: Iterable<Node>, parent: Node | null, end: string, invisible: boolean, keepsLines: boolean, document: Document,
  ): void {
    this.levels.push({nodes: Array.from(nodes), next: 0, parent, end, invisible, keepsLines, document});
  }

  private put(piece: string): void {
    this.characters += piece.length;
    this.pieces.push(piece);
  }

  private visit(node: Node, level: Level): void {
    ++this.nodes;
    const isMoved = level.parent ? node.parentNode !== level.parent : !node.isConnected;
    if (isMoved) {
      this.isDisturbed = true;
      return;
    }
    if (this.part && !this.isInPart(node, this.part)) return;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!level.invisible) this.writeText(node as Text, level);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      this.writeElement(node as Element, level);
    }
  }

  /** What a shadow root holds is in the part when its host is, and then it is not asked. */
  private isInPart(node: Node, part: Range): boolean {
    if (node.getRootNode() !== part.startContainer.getRootNode()) return true;
    const element = node instanceof Element ? node : node.parentElement;
    return part.intersectsNode(node) || Boolean(element?.closest("head"));
  }

  /** The text of a node that lies in the part. */
  private textOf(node: Text): string {
    const {part} = this;
    if (!part) return node.data;
    return node.data.slice(node === part.startContainer ? part.startOffset : 0, node === part.endContainer ? part.endOffset : undefined);
  }

  private writeText(node: Text, level: Level): void {
    const text = this.textOf(node);
    const written = escapeText(text);
    const hasLines = !level.keepsLines && text.length >= kShortestLinedText && /\S\s*\n\s*\S/.test(text);
    if (hasLines && node.parentElement && getComputedStyle(node.parentElement).whiteSpace.startsWith("pre")) {
      this.put(written.replace(/\n/g, "<br>"));
    } else {
      this.put(written);
    }
  }

  private writeElement(element: Element, level: Level): void {
    const name = element.localName;
    if (element.namespaceURI === kMathMl) {
      this.open(element, name, kNoAttributes, level, false);
      return;
    }
    if (element.namespaceURI !== kHtml || kLeftOut.has(name) || this.levels.length > this.limits.depth) return;
    if (kMetadata.has(name)) {
      this.writeMetadata(element, name, level);
      return;
    }

    const visibility = kWithoutBox.has(name) ? "shown" : visibilityOf(element);
    if (visibility === "hidden") return;
    const own = new Map<string, string>();
    if (visibility === "clipped") own.set("data-lectern-hidden", "clipped");
    const style = [backgroundPicture(element), this.styles.meaningOf(element)].filter(Boolean).join("; ");
    if (style) own.set("style", style);
    if (name === "img") {
      for (const [key, value] of currentImageAttributes(element as HTMLImageElement)) own.set(key, value);
    } else if (name === "video" || name === "audio") {
      const source = (element as HTMLMediaElement).currentSrc;
      if (/^https?:/.test(source)) own.set("src", source);
    } else if (name === "input") {
      this.writeInput(element as HTMLInputElement, visibility === "invisible");
      return;
    } else if (name === "iframe" && this.writeFrame(element as HTMLIFrameElement)) {
      return;
    }
    if (visibility === "invisible" && kVoid.has(name)) return;
    this.open(element, name, own, level, visibility === "invisible");
  }

  private open(element: Element, name: string, own: ReadonlyMap<string, string>, level: Level, invisible: boolean): void {
    if (name === "slot") {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      const isFilled = assigned.length > 0;
      this.enter(isFilled ? assigned : element.childNodes, isFilled ? null : element, "", invisible, level.keepsLines, level.document);
      return;
    }
    this.put(`<${name}${writeAttributes(element, own)}>`);
    if (kVoid.has(name)) return;
    const root = name.includes("-") || kShadowHosts.has(name) ? shadowRootOf(element) : null;
    const parent = root ?? element;
    const keepsLines = level.keepsLines || name === "pre";
    // The parser drops a line break right after <pre>.
    if (name === "pre" && element.textContent?.startsWith("\n")) this.put("\n");
    this.enter(kChildless.has(name) ? [] : parent.childNodes, parent, `</${name}>`, invisible, keepsLines, level.document);
  }

  /** Never what the reader typed: the kind of field and its label are enough to know a sign-up form. */
  private writeInput(input: HTMLInputElement, invisible: boolean): void {
    if (invisible || input.type === "hidden" || input.type === "password") return;
    if (input.type === "checkbox" && input.disabled) { // an entry of a list of tasks
      this.put(`<input type="checkbox" disabled${input.checked ? " checked" : ""}>`);
      return;
    }
    const isButton = input.type === "submit" || input.type === "button";
    const label = isButton ? input.value : (input.getAttribute("placeholder") ?? input.getAttribute("aria-label") ?? "");
    this.put(`<input type="${input.type}"${isButton ? ` value="${escapeText(label).replace(/"/g, "&quot;")}"` : ""}>`);
    if (!isButton && label) this.put(`<label>${escapeText(label)}</label>`);
  }

  /** Walks into a frame of the same origin that holds text worth reading. */
  private writeFrame(frame: HTMLIFrameElement): boolean {
    let inner: Document | null = null;
    try {
      inner = frame.contentDocument;
    } catch {
      return false; // another origin
    }
    if (!inner?.body || (inner.body.textContent ?? "").trim().length < kShortestFrameText) return false;
    this.put('<div data-lectern-frame="">');
    this.enter(inner.body.childNodes, inner.body, "</div>", false, false, inner);
    return true;
  }

  private writeMetadata(element: Element, name: string, level: Level): void {
    switch (name) {
      case "head":
        this.put('<head><meta charset="utf-8">');
        this.enter(element.childNodes, element, "</head>", false, false, level.document);
        return;
      case "title":
        if (element.parentElement?.localName === "head") this.put(`<title>${escapeText(element.textContent ?? "")}</title>`);
        return;
      case "meta": // what we write is UTF-8, whatever the page was
        if (element.hasAttribute("charset") || /content-type/i.test(element.getAttribute("http-equiv") ?? "")) return;
        break;
      case "link":
        if (!(element.getAttribute("rel") ?? "").split(/\s+/).some((relation) => kLinkRelations.test(relation))) return;
        break;
      case "script": {
        const type = element.getAttribute("type") ?? "";
        const text = element.textContent ?? "";
        const isData = /^application\/ld\+json/i.test(type) || /^math\/(tex|mml)/i.test(type);
        if (isData) this.put(`<script type="${escapeText(type).replace(/"/g, "")}">${text.replace(/<(?=\/script|!--|script)/gi, "\\u003c")}</script>`);
        return;
      }
      case "noscript": // often the only place that names the file of an image not loaded yet
        this.writeNoscript(element.textContent ?? "");
        return;
    }
    this.put(`<${name}${writeAttributes(element, kNoAttributes)}>`);
  }

  private writeNoscript(text: string): void {
    if (!/^\s*<(img|picture|figure)\b/i.test(text) || text.length > 5000 || /<\/?noscript/i.test(text)) return;
    this.put(`<noscript>${text}</noscript>`);
  }
}

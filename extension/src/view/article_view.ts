// The article as elements: header, body, and the places where removed blocks stood.

import type {Article, RemovedBlock} from "../shared/article";
import {text} from "../shared/browser";
import {findBlockPlaces} from "./block_places";
import {element} from "../shared/dom";
import {headlineOf} from "./headline";
import {nodesFrom} from "./safe_markup";
import {wordingOf, type Wording} from "../shared/wording";

const kInsideOf = "li, dd, dt, td, th, summary";
const kListLike = "ul, ol, dl, table, tbody, thead, tr";
/** A figure with its sign, unit or currency, in any digits; a range such as 1962-1971 is a name. */
const kNumber = /^\s*[-+−±<>~≈]?\s*\p{Sc}?\s*\p{Nd}[\p{Nd}.,' \u00a0\u2009\u202f٬٫]*\s*(?:[%‰°]|\p{Sc}|\p{L}{1,4})?\s*$/u;
const kRange = /^\s*\p{Nd}+\s*[-–—]\s*\p{Nd}+\s*$/u;
/** A column of numbers may hold a dash or a note here and there. */
const kMostlyNumbers = 0.7;
function articleHeader(article: Article, wording: Wording): HTMLElement {
  const header = element("header", {class: "article-header"});
  const kicker = article.section ?? article.site_name;
  if (kicker) header.append(element("p", {class: "kicker"}, kicker));
  header.append(headlineOf(wording));
  if (article.dek) header.append(element("p", {class: "dek"}, article.dek));

  const facts = element("p", {class: "facts"});
  // Some are words of the page, some of the interface: each goes in its own direction.
  const add = (...parts: (Node | string)[]): void => {
    facts.append(element("span", {class: "fact"}, element("span", {attributes: {dir: "auto"}}, ...parts)));
  };
  if (article.byline.length > 0) add(element("span", {class: "byline"}, wording.names));
  if (article.published) add(element("time", {attributes: {datetime: article.published}}, wording.date));
  if (article.section && article.site_name) add(article.site_name);
  if (article.reading_minutes > 0) add(text("readingMinutes", article.reading_minutes));
  if (facts.childNodes.length > 0) header.append(facts);
  return header;
}

/** Columns of numbers are read by their last digits, so they stand under each other; a range of years stays on its line. */
function alignNumbers(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll("td, th")) if (kRange.test(cell.textContent ?? "")) cell.classList.add("whole");
  const rows = [...table.rows].filter((row) => [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1));
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  for (let column = 0; column < columns; ++column) {
    const cells = rows.map((row) => row.cells[column]).filter((cell) => cell !== undefined);
    const filled = cells.filter((cell) => cell.localName === "td" && cell.textContent?.trim());
    const numbers = filled.filter((cell) => kNumber.test(cell.textContent ?? ""));
    if (numbers.length > 0 && numbers.length >= kMostlyNumbers * filled.length) for (const cell of cells) cell.classList.add("numbers");
  }
}

export class ArticleView {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  private readonly places: Map<number, Element>;
  private readonly restored = new Map<number, HTMLElement>();

  constructor(readonly article: Article, wording: Wording = wordingOf(article, document.title)) {
    this.body = element("div", {class: "body"});
    this.body.append(nodesFrom(article.html));
    this.places = findBlockPlaces(this.body, article.blocks);
    this.root = element(
      "article",
      {class: "article", attributes: {lang: article.language || undefined, dir: article.direction || "auto", "aria-labelledby": "headline", tabindex: -1}},
      articleHeader(article, wording),
      this.body,
    );
    this.dressTables();
    this.dressSummary();
    this.dressTimes();
    this.dressEmbeds();
    this.markUncertain();
    // Errors do not bubble.
    this.body.addEventListener("error", ({target}) => target instanceof HTMLImageElement && target.classList.add("missing"), {capture: true});
  }

  /** Ids of the blocks that the reader has put back. */
  get restoredIds(): number[] {
    return [...this.restored.keys()].sort((a, b) => a - b);
  }

  /** The body as the engine wrote it, with what was put back and without what the view added; in a document that loads nothing. */
  ownBody(): HTMLElement {
    const body = document.implementation.createHTMLDocument().importNode(this.body, true);
    for (const added of body.querySelectorAll("button.zoom, mark.highlight, .table-frame, .restored")) added.replaceWith(...added.childNodes);
    for (const mark of body.querySelectorAll(".place-mark")) mark.remove();
    for (const node of [body, ...body.querySelectorAll("*")]) {
      for (const {name} of [...node.attributes]) if (/^(class|data-|tabindex|title|aria-)/.test(name)) node.removeAttribute(name);
    }
    return body;
  }

  isRestored(id: number): boolean {
    return this.restored.has(id);
  }

  /** Puts a removed block back where it stood and gives its element. */
  putBack(block: RemovedBlock): HTMLElement {
    const existing = this.restored.get(block.id);
    if (existing) return existing;
    const shown = element("div", {class: "restored", attributes: {"data-removed": block.id, "aria-label": text("restoredLabel"), role: "group"}});
    shown.append(nodesFrom(block.html));
    if (!shown.textContent?.trim() && !shown.querySelector("img")) shown.append(element("p", {}, block.text));
    this.insert(shown, block);
    this.restored.set(block.id, shown);
    return shown;
  }

  takeOut(id: number): void {
    this.restored.get(id)?.remove();
    this.restored.delete(id);
  }

  /** Shows where a removed block stood, or stops showing it. */
  markPlace(block: RemovedBlock | null): void {
    this.placeMark.remove();
    if (!block) return;
    const shown = this.restored.get(block.id);
    if (shown) shown.scrollIntoView({block: "center", behavior: "instant"});
    else {
      this.insert(this.placeMark, block);
      this.placeMark.scrollIntoView({block: "center", behavior: "instant"});
    }
  }
  private readonly placeMark = element("div", {class: "place-mark", attributes: {"aria-hidden": "true"}});

  /** After the block that stood before it, and after what was put back there earlier and stood before it too. */
  private insert(node: HTMLElement, block: RemovedBlock): void {
    let previous: Element | null = null;
    for (const [id, shown] of this.restored) {
      if (id < block.id && shown !== node && id > (block.after ?? -1)) {
        if (!previous || id > Number(previous.getAttribute("data-removed"))) previous = shown;
      }
    }
    if (previous) {
      previous.after(node);
      return;
    }
    const place = this.placeBefore(block);
    if (!place) this.body.prepend(node);
    else if (place.matches(kInsideOf) && this.nextPlaceIsInSameList(place, block)) place.append(node);
    else (place.closest("figure.wide") ?? this.outOfLists(place)).after(node);
  }

  private placeBefore(block: RemovedBlock): Element | undefined {
    // The block before may have no element of its own: then the nearest one before that.
    const before = [...this.places.keys()].filter((id) => id <= (block.after ?? -1));
    return before.length > 0 ? this.places.get(Math.max(...before)) : undefined;
  }

  private nextPlaceIsInSameList(place: Element, block: RemovedBlock): boolean {
    const list = place.closest(kListLike);
    const after = [...this.places.keys()].filter((id) => id > block.id);
    const next = after.length > 0 ? this.places.get(Math.min(...after)) : undefined;
    return next !== undefined && list !== null && list.contains(next);
  }

  private outOfLists(place: Element): Element {
    let outermost = place;
    for (let at: Element | null = place; at && at !== this.body; at = at.parentElement) {
      if (at.matches(kListLike) || at.matches(".table-frame")) outermost = at;
    }
    return outermost;
  }

  /** Wide tables scroll inside a frame that the keyboard reaches; the page never scrolls sideways. */
  private dressTables(): void {
    for (const table of this.body.querySelectorAll("table")) {
      const frame = element("div", {class: "table-frame", attributes: {tabindex: 0, role: "region", "aria-label": table.caption?.textContent || text("tableLabel")}});
      table.replaceWith(frame);
      frame.append(table);
      alignNumbers(table);
    }
  }

  /** A first paragraph that the page itself gives as its description is a summary, and is set as one. */
  private dressSummary(): void {
    const first = this.body.firstElementChild;
    if (this.article.dek || first?.localName !== "p") return;
    const plain = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();
    const descriptions = [...document.querySelectorAll("meta[name=description], meta[property='og:description']")].map((meta) => plain(meta.getAttribute("content")));
    if (descriptions.includes(plain(first.textContent))) first.classList.add("summary");
  }

  /** A time that stands alone heads the entry that it belongs to. */
  private dressTimes(): void {
    for (const time of this.body.querySelectorAll(":scope > p > time:first-child:last-child")) {
      const {parentElement: line} = time;
      if (line?.nextElementSibling && line.textContent === time.textContent) line.classList.add("entry-time");
    }
  }

  /** A card says once where it is from: its link may have no words but these. */
  private dressEmbeds(): void {
    for (const figure of this.body.querySelectorAll("figure[data-provider]")) {
      if (figure.lastElementChild?.textContent === figure.getAttribute("data-provider")) figure.classList.add("named");
    }
  }

  private markUncertain(): void {
    for (const block of this.article.blocks) {
      const place = block.uncertain ? this.places.get(block.id) : undefined;
      place?.setAttribute("data-uncertain", "");
      place?.setAttribute("title", text("uncertainMark"));
    }
  }
}

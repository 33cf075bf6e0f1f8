// Searching in the article: a field under the toolbar, every match coloured, the current one in view.

import {text} from "../shared/browser";
import {element, icon} from "../shared/dom";
import {PrivateField} from "./private_field";
import {RangeHighlight} from "./range_highlight";
import {TextIndex} from "./text_index";
import {findWords, type Match} from "./text_search";

/** A match stands this far below the toolbar or is scrolled to. */
const kTopPixels = 110;
const kBottomPixels = 60;

export class SearchBar {
  readonly root: HTMLElement;
  readonly field = new PrivateField("input", text("search"), text("search"));
  private readonly count = element("output", {class: "search-count"});
  private readonly all = new RangeHighlight("lectern-found");
  private readonly one = new RangeHighlight("lectern-found-now");
  private index: TextIndex | null = null;
  private matches: Match[] = [];
  private current = 0;

  constructor(private readonly article: HTMLElement, private readonly button: HTMLButtonElement) {
    const step = (label: string, name: Parameters<typeof icon>[0], by: 1 | -1): HTMLButtonElement =>
      element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: label}, on: {click: () => this.go(this.current + by)}}, icon(name));
    this.root = element(
      "search", {class: "search-bar", attributes: {"aria-label": text("search"), hidden: true}},
      this.field.root, this.count,
      step(text("searchPrevious"), "up", -1),
      step(text("searchNext"), "down", 1),
      element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": text("closePanel"), "data-action": "close-search"}, on: {click: () => this.close()}}, icon("close")),
    );
    this.field.onInput = () => this.search();
    this.field.listeners.push((event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.go(this.current + (event.shiftKey ? -1 : 1));
    });
    button.addEventListener("click", () => (this.root.hidden ? this.open() : this.close()));
  }

  /** True when the key was one of the search's. In the field the browser's own search is one key away. */
  takesKey(event: KeyboardEvent): boolean {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "f";
    if (isFind && (this.root.hidden || !this.field.hasFocus)) {
      this.open();
      return true;
    }
    if (event.key !== "F3" || this.root.hidden) return false;
    this.go(this.current + (event.shiftKey ? -1 : 1));
    return true;
  }

  open(): void {
    const selected = getSelection()?.toString().trim() ?? "";
    this.root.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    if (selected !== "" && !selected.includes("\n")) this.field.value = selected;
    this.field.focus({selects: true});
    this.search();
  }

  /** True when it was open. */
  close(): boolean {
    if (this.root.hidden) return false;
    const range = this.rangeOf(this.matches[this.current]);
    this.root.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.all.clear();
    this.one.clear();
    this.button.focus({preventScroll: true});
    // What was found stays selected, so that it can be copied or marked.
    if (range) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    return true;
  }

  private search(): void {
    this.index = new TextIndex(this.article, "all");
    this.matches = findWords(this.index.text, this.field.value);
    this.all.show(...this.matches.map((match) => this.rangeOf(match)));
    this.go(this.firstOnScreen());
  }

  /** From where the reader is, not from the start. */
  private firstOnScreen(): number {
    const index = this.matches.findIndex((match) => (this.rangeOf(match)?.getBoundingClientRect().bottom ?? -1) > kTopPixels);
    return Math.max(0, index);
  }

  private rangeOf(match: Match | undefined): Range | null {
    return (match && this.index?.range(match.start, match.end)) ?? null;
  }

  private go(to: number): void {
    const count = this.matches.length;
    this.current = count > 0 ? (to + count) % count : 0;
    const hasWords = this.field.value.trim() !== "";
    this.count.textContent = !hasWords ? "" : count > 0 ? text("searchCount", this.current + 1, count) : text("searchNone");
    const range = this.rangeOf(this.matches[this.current]);
    this.one.show(range);
    const box = range?.getBoundingClientRect();
    if (!box || (box.top >= kTopPixels && box.bottom <= innerHeight - kBottomPixels)) return;
    range?.startContainer.parentElement?.closest("details:not([open])")?.setAttribute("open", "");
    range?.startContainer.parentElement?.scrollIntoView({block: "center", behavior: "instant"});
  }
}

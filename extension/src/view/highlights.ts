// Passages that the reader marks, with notes: a bar at the selection, marks in the text, a card for the note.

import {text} from "../shared/browser";
import type {Highlight} from "../shared/records";
import {describePassage, findPassage} from "./anchors";
import type {ArticleView} from "./article_view";
import {element, icon} from "../shared/dom";
import {PrivateField} from "./private_field";
import {TextIndex} from "./text_index";

const kBarDistance = 8;
/** A note is stored when the reader has stopped typing for this long. */
const kTypingMilliseconds = 600;
const kHandlePixels = 32;
const kToolbarPixels = 56;

interface ComposedSelection {
  getComposedRanges?(options: {shadowRoots: ShadowRoot[]}): StaticRange[];
}

export class Highlights {
  /** The bar at the selection and the card of a note; they stand in the dialog. */
  readonly bar: HTMLElement;
  readonly card: HTMLElement;
  readonly note = new PrivateField("textarea", text("note"), text("notePlaceholder"));
  private typing: ReturnType<typeof setTimeout> | undefined;
  private open: Highlight | null = null;
  /** Fingers move the handles of a selection without any event of a pointer: then the bar follows the selection itself. */
  private isTouch = false;
  private readonly onSelectionChange = (): void => {
    if (this.isTouch || this.selectedRange() === null) this.followSelection();
  };

  constructor(private readonly view: ArticleView, private list: Highlight[], private readonly onChange: (list: Highlight[]) => void) {
    const button = (label: string, name: Parameters<typeof icon>[0], action: () => void): HTMLButtonElement =>
      element(
        "button",
        // The selection must survive the click.
        {class: "quiet-button", attributes: {type: "button", title: label, "aria-label": label}, on: {pointerdown: (event) => event.preventDefault(), click: action}},
        icon(name),
      );
    this.bar = element(
      "div", {class: "selection-bar", attributes: {role: "toolbar", "aria-label": text("selection"), hidden: true}},
      button(text("highlight"), "marker", () => this.mark()),
      button(text("addNote"), "note", () => this.markAndWrite()),
    );
    this.card = element(
      "section", {class: "panel note-card", attributes: {"aria-label": text("note"), role: "group", hidden: true}},
      this.note.root,
      element(
        "p", {class: "card-actions"},
        element("button", {class: "text-button", attributes: {type: "button", "data-action": "remove-highlight"}, on: {click: () => this.removeOpen()}}, text("removeHighlight")),
        element("button", {class: "text-button", attributes: {type: "button", "data-action": "close-note"}, on: {click: () => this.closeCard()}}, text("done")),
      ),
    );
    // Not only at the end: whatever happens to the page or to us, no more than the last words are lost.
    this.note.onInput = () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.saveNote(), kTypingMilliseconds);
    };
    view.root.addEventListener("pointerdown", (event) => {
      this.isTouch = event.pointerType === "touch";
    });
    view.root.addEventListener("pointerup", () => setTimeout(() => this.followSelection(), 0));
    view.root.addEventListener("keyup", () => this.followSelection());
    document.addEventListener("selectionchange", this.onSelectionChange);
    for (const highlight of list) this.draw(highlight);
  }

  /** Stops listening to the page. */
  end(): void {
    this.saveNote();
    document.removeEventListener("selectionchange", this.onSelectionChange);
  }

  get all(): readonly Highlight[] {
    return this.list;
  }

  /** True when the card was open. */
  closeCard(): boolean {
    if (!this.open) return false;
    this.saveNote();
    const mark = this.marks(this.open.id)[0];
    this.open = null;
    this.card.hidden = true;
    mark?.focus({preventScroll: true});
    return true;
  }

  goTo(id: string): void {
    const mark = this.marks(id)[0];
    mark?.scrollIntoView({block: "center", behavior: "instant"});
    mark?.focus({preventScroll: true});
  }

  /** Marks what is selected; gives the new highlight, or null when nothing is. */
  mark(): Highlight | null {
    const range = this.selectedRange();
    const index = new TextIndex(this.view.body);
    const start = range && index.offsetOf(range.startContainer, range.startOffset);
    const end = range && index.offsetOf(range.endContainer, range.endOffset);
    this.bar.hidden = true;
    if (start === null || end === null || end <= start) return null;
    const highlight = {...describePassage(index.text, start, end), id: crypto.randomUUID?.() ?? String(Date.now()), note: ""};
    this.set([...this.list, highlight]);
    this.draw(highlight);
    getSelection()?.removeAllRanges();
    return highlight;
  }

  private markAndWrite(): void {
    const highlight = this.mark();
    if (highlight) this.openCard(highlight);
  }

  private set(list: Highlight[]): void {
    this.list = list;
    this.onChange(list);
  }

  private selectedRange(): StaticRange | Range | null {
    const root = this.view.root.getRootNode() as ShadowRoot & {getSelection?(): Selection | null};
    const selection = getSelection();
    const composed = (selection as ComposedSelection | null)?.getComposedRanges?.({shadowRoots: [root]})[0];
    const own = root.getSelection?.();
    const range = composed ?? (own && own.rangeCount > 0 ? own.getRangeAt(0) : selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null);
    if (!range || range.collapsed || !this.view.body.contains(range.startContainer) || !this.view.body.contains(range.endContainer)) return null;
    return range;
  }

  private followSelection(): void {
    const selected = this.selectedRange();
    this.bar.hidden = selected === null;
    if (!selected) return;
    const range = document.createRange();
    range.setStart(selected.startContainer, selected.startOffset);
    range.setEnd(selected.endContainer, selected.endOffset);
    const box = range.getBoundingClientRect();
    const {width, height} = this.bar.getBoundingClientRect();
    const above = box.top - height - kBarDistance;
    // Above a selection made by finger stands the system's own menu, below it the handles.
    const below = box.bottom + (this.isTouch ? kHandlePixels : kBarDistance);
    const isBelow = above <= kToolbarPixels || (this.isTouch && below + height < innerHeight);
    this.bar.style.setProperty("left", `${Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`);
    this.bar.style.setProperty("top", `${isBelow ? below : above}px`);
  }

  private draw(highlight: Highlight): void {
    const index = new TextIndex(this.view.body);
    const start = findPassage(index.text, highlight);
    if (start === null) return; // the article has changed: it stays in the list
    for (const {node, from, to} of [...index.parts(start, start + highlight.quote.length)]) {
      if (node.data.slice(from, to).trim() === "") continue;
      const part = from > 0 ? node.splitText(from) : node;
      if (to - from < part.length) part.splitText(to - from);
      const mark = element("mark", {
        class: "highlight",
        attributes: {"data-highlight": highlight.id, tabindex: 0, role: "button", "aria-label": `${text("highlightLabel")}: ${highlight.quote.slice(0, 80)}`},
        on: {
          click: () => this.openById(highlight.id),
          keydown: (event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            this.openById(highlight.id);
          },
        },
      });
      part.replaceWith(mark);
      mark.append(part);
    }
    this.showNote(highlight);
  }

  private marks(id: string): HTMLElement[] {
    return [...this.view.body.querySelectorAll<HTMLElement>("mark.highlight")].filter((mark) => mark.dataset["highlight"] === id);
  }

  private openById(id: string): void {
    const highlight = this.list.find((candidate) => candidate.id === id);
    if (highlight && (getSelection()?.isCollapsed ?? true)) this.openCard(highlight);
  }

  private openCard(highlight: Highlight): void {
    this.closeCard();
    this.open = highlight;
    this.note.value = highlight.note;
    this.card.hidden = false;
    const box = this.marks(highlight.id)[0]?.getBoundingClientRect();
    const {height} = this.card.getBoundingClientRect();
    this.card.style.setProperty("top", `${Math.max(56, Math.min(innerHeight - height - 16, (box?.bottom ?? 80) + kBarDistance))}px`);
    this.note.focus();
  }

  private saveNote(): void {
    clearTimeout(this.typing);
    const {open} = this;
    if (!open || open.note === this.note.value) return;
    const changed = {...open, note: this.note.value};
    this.open = changed;
    this.set(this.list.map((highlight) => (highlight.id === changed.id ? changed : highlight)));
    this.showNote(changed);
  }

  private showNote({id, note}: Highlight): void {
    const marks = this.marks(id);
    for (const mark of marks) mark.toggleAttribute("data-note", note !== "" && mark === marks.at(-1));
  }

  private removeOpen(): void {
    const {open} = this;
    if (!open) return;
    clearTimeout(this.typing);
    for (const mark of this.marks(open.id)) mark.replaceWith(...mark.childNodes);
    this.view.body.normalize();
    this.open = null;
    this.card.hidden = true;
    this.set(this.list.filter((highlight) => highlight.id !== open.id));
    this.view.root.focus({preventScroll: true});
  }
}

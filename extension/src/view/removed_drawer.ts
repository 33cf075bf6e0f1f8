// What was removed, by kind, each with its text and the reason; one click puts a block back where it stood.

import type {RemovedBlock, RemovedKind} from "../shared/article";
import {text} from "../shared/browser";
import type {ArticleView} from "./article_view";
import {element, icon} from "../shared/dom";
import {onSwipe} from "./swipe";

const kOrder: readonly RemovedKind[] = [
  "subscription_prompt", "promo", "advertisement", "other_article", "author_bio", "pull_quote", "comment", "share_bar", "tag_list",
  "navigation", "consent", "furniture",
];
const kLongestExcerpt = 240;

/** Its words; of a picture without any, what it shows. */
function excerpt(block: RemovedBlock): string {
  const [image] = block.images ?? [];
  const alternative = image ? [text("picture"), image.alt].filter(Boolean).join(": ") : "";
  const words = block.text.replace(/\s+/g, " ").trim() || alternative;
  return words.length > kLongestExcerpt ? `${words.slice(0, kLongestExcerpt).trimEnd()}…` : words;
}

/** What the engine's reasons have in common, by the start of their keys. */
const kGrounds: readonly (readonly [start: string, key: string])[] = [
  ["named_", "why_named"], ["inside_nav", "why_named"], ["phrase_", "why_words"], ["withheld", "why_words"], ["repeated_link", "why_form"], ["repeated", "why_repeated"],
  ["site_picture", "why_form"], ["author_picture", "why_form"],
  ["headline_again", "why_repeated"], ["pull_quote", "why_repeated"], ["outside_text", "why_place"], ["after_end", "why_place"],
  ["above_headline", "why_place"], ["second_article", "why_place"], ["same_box", "why_place"], ["all_link", "why_form"], ["contents_list", "why_repeated"], ["account_link", "why_form"], ["labelled_link", "why_form"],
  ["address_box", "why_form"], ["reply_thread", "why_form"], ["empty_section", "why_place"], ["learned", "why_form"], ["rules", "why_form"],
];

/** What the block is, and what gave it away. */
function reasonOf(block: RemovedBlock): string {
  const ground = kGrounds.find(([start]) => block.reason?.startsWith(start));
  const what = text(`reason_${block.kind}`);
  return ground ? `${what} (${text(ground[1])})` : what;
}

export class RemovedDrawer {
  readonly root: HTMLElement;
  private readonly buttons = new Map<number, HTMLButtonElement>();
  private readonly kindButtons: {button: HTMLButtonElement; name: string; blocks: readonly RemovedBlock[]}[] = [];

  /** `kept` are the kinds that the reader always keeps on this site. */
  constructor(
    private readonly view: ArticleView, private kept: readonly string[], private readonly onKeep: (kinds: readonly string[]) => void, onClose: () => void,
  ) {
    const close = element(
      "button", {class: "quiet-button", attributes: {type: "button", "aria-label": text("closePanel")}, on: {click: onClose}}, icon("close"),
    );
    const title = element("h2", {attributes: {id: "removed-title", tabindex: -1}}, text("removedTitle"));
    this.root = element(
      "aside",
      {class: "drawer", attributes: {"aria-labelledby": "removed-title", hidden: true}},
      element("header", {class: "panel-header"}, title, close),
      element("p", {class: "panel-note"}, text("removedNote")),
    );
    // Out at the edge that it came from.
    onSwipe(this.root, (direction) => direction === (this.root.matches(":dir(rtl)") ? "left" : "right") && onClose());
    for (const block of view.article.removed) if (kept.includes(block.kind)) this.set(block, true);
  }

  /** Lists the blocks. */
  fill(): void {
    for (const kind of kOrder) {
      const blocks = this.view.article.removed.filter((block) => block.kind === kind);
      if (blocks.length > 0) this.root.append(this.group(kind, blocks));
    }
  }

  private group(kind: RemovedKind, blocks: readonly RemovedBlock[]): HTMLElement {
    const name = text(`kind_${kind}`);
    const all = element("button", {class: "text-button", attributes: {type: "button"}, on: {click: () => this.toggleAll(blocks)}});
    this.kindButtons.push({button: all, name, blocks});
    const group = element(
      "section",
      {class: "removed-group", attributes: {"aria-label": name}},
      element("header", {}, element("h3", {}, name, element("span", {class: "count"}, String(blocks.length))), blocks.length > 1 && all),
      element("ul", {attributes: {role: "list"}}, ...blocks.map((block) => this.item(block))),
      element(
        "label", {class: "toggle keep-kind"},
        element("span", {}, text("keepOnSite")),
        element("input", {
          attributes: {type: "checkbox", checked: this.kept.includes(kind), "aria-label": `${text("keepOnSite")}: ${name}`},
          on: {change: (event) => this.keepKind(kind, blocks, (event.target as HTMLInputElement).checked)},
        }),
      ),
    );
    this.showState();
    return group;
  }

  private item(block: RemovedBlock): HTMLLIElement {
    const words = excerpt(block) || text("noText");
    const button = element("button", {class: "text-button", attributes: {type: "button", "data-words": words.slice(0, 60)}, on: {click: () => this.toggle(block)}});
    this.buttons.set(block.id, button);
    const {language, direction} = this.view.article;
    return element(
      "li",
      {class: "removed-item", on: {mouseenter: () => this.view.markPlace(block), mouseleave: () => this.view.markPlace(null), focusin: () => this.view.markPlace(block), focusout: () => this.view.markPlace(null)}},
      element("p", {class: "removed-text", attributes: {lang: language || undefined, dir: direction || "auto"}}, words),
      element("p", {class: "removed-reason"}, element("span", {}, reasonOf(block)), button),
    );
  }

  private keepKind(kind: RemovedKind, blocks: readonly RemovedBlock[], isKept: boolean): void {
    this.kept = isKept ? [...this.kept, kind] : this.kept.filter((other) => other !== kind);
    for (const block of blocks) this.set(block, isKept);
    this.onKeep(this.kept);
  }

  private toggle(block: RemovedBlock): void {
    this.set(block, !this.view.isRestored(block.id));
    this.view.markPlace(this.view.isRestored(block.id) ? block : null);
  }

  private toggleAll(blocks: readonly RemovedBlock[]): void {
    const isOn = !this.areRestored(blocks);
    for (const block of blocks) this.set(block, isOn);
  }

  private set(block: RemovedBlock, isOn: boolean): void {
    if (isOn) this.view.putBack(block);
    else this.view.takeOut(block.id);
    this.showState();
  }

  /** Every button says what it would do now. */
  private showState(): void {
    const say = (button: HTMLButtonElement, words: string, about: string): void => {
      button.textContent = words;
      button.setAttribute("aria-label", `${words}: ${about}`);
    };
    for (const [id, button] of this.buttons) say(button, text(this.view.isRestored(id) ? "takeOut" : "putBack"), button.dataset["words"] ?? "");
    for (const {button, name, blocks} of this.kindButtons) say(button, text(this.areRestored(blocks) ? "takeOutAll" : "putBackAll"), name);
  }

  private areRestored(blocks: readonly RemovedBlock[]): boolean {
    return blocks.every((block) => this.view.isRestored(block.id));
  }
}

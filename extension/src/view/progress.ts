// How far the reader is: a thin line, the minutes left, and the place, so that it is found again.

import {text} from "../shared/browser";
import type {Position} from "../shared/records";
import type {ArticleView} from "./article_view";
import {element} from "../shared/dom";

/** The reader's eye rests below the toolbar. */
const kEyeLine = 64;
/** A place this near to the start is the start. */
const kStartPixels = 240;

export class Progress {
  readonly bar = element("div", {class: "progress", attributes: {"aria-hidden": "true"}});
  readonly left = element("span", {class: "time-left"});

  constructor(private readonly view: ArticleView, private readonly scroller: HTMLElement) {}

  /** 0 at the start, 1 when the last line of the body is on screen. */
  get part(): number {
    const {body} = this.view;
    const end = body.offsetTop + body.offsetHeight - this.scroller.clientHeight;
    return end <= 0 ? 1 : Math.min(1, Math.max(0, this.scroller.scrollTop / end));
  }

  follow(): void {
    const part = this.part;
    this.bar.style.setProperty("--part", String(part));
    const minutes = Math.ceil(this.view.article.reading_minutes * (1 - part));
    this.left.textContent = part >= 1 || minutes < 1 ? "" : text("minutesLeft", minutes);
  }

  /** The block at the top of the window and how much of it is already read; null at the start. */
  get position(): Position | null {
    if (this.scroller.scrollTop < kStartPixels) return null;
    const blocks = [...this.view.body.children].filter((block) => !block.hasAttribute("data-removed"));
    const eye = this.scroller.getBoundingClientRect().top + kEyeLine;
    const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > eye);
    const block = blocks[index];
    if (!block) return null;
    const box = block.getBoundingClientRect();
    return {block: index, part: Math.max(0, (eye - box.top) / Math.max(1, box.height))};
  }

  /** Scrolls to a place; false when the article has changed too much to find it. */
  goTo({block: index, part}: Position): boolean {
    const blocks = [...this.view.body.children].filter((block) => !block.hasAttribute("data-removed"));
    const block = blocks[index];
    if (!block) return false;
    const box = block.getBoundingClientRect();
    const eye = this.scroller.getBoundingClientRect().top + kEyeLine;
    this.scroller.scrollBy({top: box.top + part * box.height - eye, behavior: "instant"});
    return true;
  }
}

// The table of contents: the article's headings, the one being read marked.

import {text} from "../shared/browser";
import type {ArticleView} from "./article_view";
import {element} from "../shared/dom";

/** Fewer headings than this need no table of contents. */
const kFewestHeadings = 2;
/** A heading counts as reached when it stands this far from the top, in parts of the window. */
const kReadingLine = 0.3;

interface Entry {
  readonly heading: HTMLElement;
  readonly link: HTMLButtonElement;
}

export class Outline {
  readonly root: HTMLElement;
  private readonly entries: Entry[];

  constructor(view: ArticleView, private readonly scroller: HTMLElement, onChosen: () => void) {
    const headings = [...view.body.querySelectorAll<HTMLElement>("h2, h3, h4")].filter((heading) => heading.textContent?.trim());
    const top = Math.min(...headings.map((heading) => Number(heading.localName.slice(1))));
    this.entries = headings.map((heading) => ({
      heading,
      link: element(
        "button",
        {
          class: "outline-link",
          attributes: {type: "button", "data-depth": Number(heading.localName.slice(1)) - top},
          on: {
            click: () => {
              onChosen();
              heading.tabIndex = -1;
              heading.scrollIntoView({block: "start", behavior: "instant"});
              heading.focus({preventScroll: true});
            },
          },
        },
        heading.textContent?.trim() ?? "",
      ),
    }));
    this.root = element(
      "nav", {class: "panel outline", attributes: {"aria-label": text("outline"), hidden: true}},
      element("h2", {}, text("outline")),
      element("ol", {attributes: {lang: view.article.language ?? undefined, dir: view.article.direction ?? "auto"}}, ...this.entries.map(({link}) => element("li", {}, link))),
    );
  }

  get isWorthShowing(): boolean {
    return this.entries.length >= kFewestHeadings;
  }

  /** Marks the heading whose part is being read. */
  follow(): void {
    const line = this.scroller.getBoundingClientRect().top + this.scroller.clientHeight * kReadingLine;
    let current: Entry | undefined;
    for (const entry of this.entries) if (entry.heading.getBoundingClientRect().top <= line) current = entry;
    for (const {link} of this.entries) {
      if (link === current?.link) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}

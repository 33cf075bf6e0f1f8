// Links inside the article: a note opens beside its mark, any other place is scrolled to. A closed shadow
// root has no addresses of its own, so the browser cannot follow these links.

import {text} from "../shared/browser";
import type {ArticleView} from "./article_view";
import {element} from "../shared/dom";

const kDistance = 8;

export class Footnotes {
  readonly card = element("section", {class: "panel footnote", attributes: {role: "group", "aria-label": text("footnote"), tabindex: -1, hidden: true}});
  private opener: HTMLElement | null = null;

  constructor(private readonly view: ArticleView) {
    view.body.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const id = link?.getAttribute("href")?.slice(1);
      if (!link || !id) return;
      event.preventDefault();
      const target = [...view.body.querySelectorAll<HTMLElement>("[id]")].find((candidate) => candidate.id === id);
      if (!target) return;
      if (link.getAttribute("role") === "doc-noteref") this.open(link, target);
      else this.goTo(target);
    });
  }

  /** True when it was open. */
  close(): boolean {
    if (this.card.hidden) return false;
    this.card.hidden = true;
    this.opener?.focus({preventScroll: true});
    return true;
  }

  private open(link: HTMLElement, note: HTMLElement): void {
    const content = note.cloneNode(true) as HTMLElement;
    for (const back of content.querySelectorAll('[role="doc-backlink"]')) back.remove();
    for (const named of content.querySelectorAll("[id]")) named.removeAttribute("id");
    this.card.replaceChildren(
      element("div", {class: "footnote-text", attributes: {lang: this.view.article.language ?? undefined, dir: this.view.article.direction ?? "auto"}}, ...content.childNodes),
      element(
        "button",
        {
          class: "text-button", attributes: {type: "button"},
          on: {
            click: () => {
              this.card.hidden = true;
              this.goTo(note);
            },
          },
        },
        text("goToNote"),
      ),
    );
    this.opener = link;
    this.card.hidden = false;
    const box = link.getBoundingClientRect();
    const {width, height} = this.card.getBoundingClientRect();
    const isBelow = box.bottom + height + kDistance < innerHeight;
    this.card.style.setProperty("left", `${Math.max(8, Math.min(innerWidth - width - 8, box.left - width / 2))}px`);
    this.card.style.setProperty("top", `${isBelow ? box.bottom + kDistance : Math.max(8, box.top - height - kDistance)}px`);
    this.card.focus({preventScroll: true});
  }

  private goTo(target: HTMLElement): void {
    target.tabIndex = -1;
    target.scrollIntoView({block: "center", behavior: "instant"});
    target.focus({preventScroll: true});
  }
}

// What stands under the article: its next page, the other articles of the page, and the way back to the page.

import {text} from "../shared/browser";
import {element} from "../shared/dom";
import type {Reading} from "./reader_view";

export interface EndingEvents {
  onClose(): void;
  onHelp(opener: HTMLElement): void;
  /** Rejects when the page cannot be had. */
  onNextPage(): Promise<void>;
  onPick(title: string): Promise<void>;
}

export function ending({article, hasNextPage, others}: Reading, {onClose, onHelp, onNextPage, onPick}: EndingEvents): HTMLElement {
  const status = element("p", {class: "ending-status", attributes: {role: "status"}});
  const button = (name: string, label: string, act: () => Promise<void>): HTMLButtonElement => {
    const made = element("button", {class: name, attributes: {type: "button"}}, label);
    made.addEventListener("click", () => {
      made.disabled = true;
      status.textContent = "";
      act().catch(() => {
        made.disabled = false;
        status.textContent = text("nextPageFailed");
      });
    });
    return made;
  };
  const help = element("button", {class: "text-button", attributes: {type: "button", "data-action": "help"}, on: {click: () => onHelp(help)}}, text("help"));
  const host = URL.canParse(article.url ?? "") ? new URL(article.url ?? "").hostname.replace(/^www\./, "") : "";
  return element(
    "footer", {class: "ending"},
    hasNextPage && element("p", {}, button("main-button next-page", text("nextPage"), onNextPage)),
    others.length > 0 && element(
      "section", {class: "others", attributes: {"aria-label": text("otherArticles")}},
      element("h2", {}, text("otherArticles")),
      element("ul", {attributes: {role: "list", lang: article.language ?? undefined, dir: article.direction ?? "auto"}}, ...others.map((title) => element("li", {}, button("text-button", title, () => onPick(title))))),
    ),
    status,
    element(
      "p", {class: "ending-actions"},
      element("button", {class: "text-button", attributes: {type: "button"}, on: {click: onClose}}, host ? text("readOn", host) : text("showPage")),
      help,
    ),
  );
}

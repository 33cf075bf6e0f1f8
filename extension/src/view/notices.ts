// What the view says beside the article: what the page withholds, what is uncertain, what went wrong.

import type {Article} from "../shared/article";
import {text} from "../shared/browser";
import {element} from "../shared/dom";

/**
 * Below this the reader is told that the page may have been misread. Confidence is the share that is expected to
 * be right: articles lie above 0.7, forums, shops and front pages spread from 0.4 up.
 */
const kLowConfidence = 0.6;

function pageButton(onShowPage: () => void): HTMLButtonElement {
  return element("button", {class: "text-button", attributes: {type: "button"}, on: {click: onShowPage}}, text("showPage"));
}

/** In the page's own words: the rest of the article is for subscribers. */
export function withheldNotice(article: Article, onShowPage: () => void): HTMLElement | null {
  if (!article.withheld_notice) return null;
  return element(
    "aside",
    {class: "notice withheld", attributes: {"aria-label": text("withheldTitle")}},
    element("p", {class: "notice-title"}, text("withheldTitle")),
    element("blockquote", {attributes: {lang: article.language || undefined, dir: article.direction || "auto"}}, element("p", {}, article.withheld_notice)),
    pageButton(onShowPage),
  );
}

export function confidenceNotice(article: Article, onShowPage: () => void): HTMLElement | null {
  if (article.confidence >= kLowConfidence) return null;
  return element("aside", {class: "notice", attributes: {"aria-label": text("uncertainTitle")}}, element("p", {class: "notice-title"}, text("uncertainTitle")), element("p", {}, text("uncertainText")), pageButton(onShowPage));
}

export function partialNotice(article: Article, onShowPage: () => void): HTMLElement | null {
  if (!article.partial) return null;
  return element("aside", {class: "notice", attributes: {"aria-label": text("partialText")}}, element("p", {}, text("partialText")), pageButton(onShowPage));
}

const kExpectedCodes = new Set(["no_article", "empty_input", "not_text"]);

/** A page to show in place of an article: friendly where there is none, plain where something failed. */
export function failurePage(code: string, onShowPage: () => void): HTMLElement {
  const key = kExpectedCodes.has(code) ? "noArticle" : code === "disconnected" ? "disconnected" : "failed";
  return element(
    "section",
    {class: "failure", attributes: {"aria-labelledby": "headline", tabindex: -1, "data-code": code}},
    element("h1", {class: "headline", attributes: {id: "headline"}}, text(`${key}Title`)),
    element("p", {class: "dek"}, text(`${key}Text`)),
    element("button", {class: "main-button", attributes: {type: "button"}, on: {click: onShowPage}}, text("showPage")),
  );
}

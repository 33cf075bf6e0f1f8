// A picture by itself, as large as the window, with its caption.

import {text} from "../shared/browser";
import {element, icon} from "../shared/dom";

/** Smaller ones gain nothing. */
const kSmallestPicture = 200;

export class Lightbox {
  readonly root = element("div", {class: "lightbox", attributes: {role: "dialog", "aria-modal": "true", hidden: true}});
  private opener: HTMLElement | null = null;

  constructor(body: HTMLElement) {
    this.root.addEventListener("click", () => this.close());
    for (const image of body.querySelectorAll<HTMLImageElement>("figure img")) {
      const width = Number(image.getAttribute("width") ?? Infinity);
      if (image.closest("a") || width < kSmallestPicture) continue;
      const button = element("button", {class: "zoom", attributes: {type: "button", "aria-label": image.alt ? `${text("enlarge")}: ${image.alt}` : text("enlarge")}});
      button.addEventListener("click", () => this.open(image, button));
      image.replaceWith(button);
      button.append(image);
    }
  }

  /** True when it was open. */
  close(): boolean {
    if (this.root.hidden) return false;
    this.root.hidden = true;
    this.root.replaceChildren();
    this.opener?.focus({preventScroll: true});
    return true;
  }

  private open(image: HTMLImageElement, opener: HTMLElement): void {
    const caption = image.closest("figure")?.querySelector("figcaption")?.textContent?.trim() ?? "";
    const close = element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": text("closePanel")}}, icon("close"));
    // The file that is on screen already: enlarging asks the network for nothing.
    const picture = element("img", {attributes: {src: image.currentSrc || image.src, alt: image.alt}});
    this.root.replaceChildren(close, picture, ...(caption ? [element("p", {}, caption)] : []));
    this.root.setAttribute("aria-label", image.alt || caption || text("picture"));
    this.root.hidden = false;
    this.opener = opener;
    close.focus();
    // One button: Tab stays on it.
    close.addEventListener("keydown", (event) => {
      if (event.key === "Tab") event.preventDefault();
    });
  }
}

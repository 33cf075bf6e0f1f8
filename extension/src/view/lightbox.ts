// A picture by itself, as large as the window, with its caption; the others are an arrow key or a swipe away.

import {text} from "../shared/browser";
import {element, icon, type IconName} from "../shared/dom";
import {onSwipe} from "./swipe";

/** Smaller ones gain nothing. */
const kSmallestPicture = 200;

interface Shown {
  readonly image: HTMLImageElement;
  readonly button: HTMLButtonElement;
}

export class Lightbox {
  readonly root = element("div", {class: "lightbox", attributes: {role: "dialog", "aria-modal": "true", hidden: true}});
  private readonly pictures: Shown[] = [];
  private current = 0;

  constructor(body: HTMLElement) {
    this.root.addEventListener("click", (event) => {
      if (!(event.target as Element).closest("[data-step]")) this.close();
    });
    this.root.addEventListener("keydown", (event) => this.takeKey(event));
    onSwipe(this.root, (direction) => this.step(direction === "left" ? 1 : -1));
    for (const image of body.querySelectorAll<HTMLImageElement>("figure img")) {
      const width = Number(image.getAttribute("width") ?? Infinity);
      if (image.closest("a") || width < kSmallestPicture) continue;
      const button = element("button", {class: "zoom", attributes: {type: "button", "aria-label": image.alt ? `${text("enlarge")}: ${image.alt}` : text("enlarge")}});
      const index = this.pictures.push({image, button}) - 1;
      button.addEventListener("click", () => image.classList.contains("missing") || this.open(index));
      image.replaceWith(button);
      button.append(image);
    }
  }

  /** True when it was open. */
  close(): boolean {
    if (this.root.hidden) return false;
    this.root.hidden = true;
    this.root.replaceChildren();
    this.pictures[this.current]?.button.focus({preventScroll: true});
    return true;
  }

  private open(index: number): void {
    const shown = this.pictures[index];
    if (!shown) return;
    this.current = index;
    const {image} = shown;
    const caption = image.closest("figure")?.querySelector("figcaption")?.textContent?.trim() ?? "";
    const close = this.control("close", text("closePanel"));
    const steps = this.pictures.length > 1 ? [this.control("previous", text("picturePrevious"), -1), this.control("next", text("pictureNext"), 1)] : [];
    // The file that is on screen already: enlarging asks the network for nothing.
    const picture = element("img", {attributes: {src: image.currentSrc || image.src, alt: image.alt, draggable: "false"}});
    this.root.replaceChildren(close, ...steps, picture, ...(caption ? [element("p", {attributes: {dir: "auto"}}, caption)] : []));
    this.root.setAttribute("aria-label", image.alt || caption || text("picture"));
    this.root.hidden = false;
    close.focus();
  }

  /** A button of the lightbox; with `by` it leads that many pictures on. */
  private control(name: IconName, label: string, by?: 1 | -1): HTMLButtonElement {
    const button = element("button", {class: `quiet-button ${name}`, attributes: {type: "button", "aria-label": label, title: label, "data-step": by}}, icon(name));
    if (by) button.addEventListener("click", () => this.step(by));
    return button;
  }

  private step(by: number): void {
    const count = this.pictures.length;
    if (this.root.hidden || count < 2) return;
    this.open((this.current + by + count) % count);
    this.pictures[this.current]?.button.scrollIntoView({block: "nearest", behavior: "instant"});
  }

  private takeKey(event: KeyboardEvent): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by !== 0) {
      this.step(this.root.matches(":dir(rtl)") ? -by : by);
      event.preventDefault();
    }
    if (event.key !== "Tab") return;
    // Tab stays within.
    event.preventDefault();
    const buttons = [...this.root.querySelectorAll("button")];
    const at = buttons.indexOf((this.root.getRootNode() as ShadowRoot).activeElement as HTMLButtonElement);
    buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus();
  }
}

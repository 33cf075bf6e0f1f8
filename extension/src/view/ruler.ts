// The focus ruler: a clear band of a few lines that follows the pointer, the rest of the page dimmed.

import {element} from "../shared/dom";

export class Ruler {
  readonly root = element("div", {class: "ruler", attributes: {"aria-hidden": "true", hidden: true}});

  constructor(scroller: HTMLElement) {
    scroller.addEventListener("pointermove", (event) => this.moveTo(event.clientY), {passive: true});
    // Without a pointer the band stands where the eye rests.
    scroller.addEventListener("keydown", () => this.moveTo(innerHeight * 0.4));
  }

  set isShown(isShown: boolean) {
    this.root.hidden = !isShown;
    if (isShown) this.moveTo(innerHeight * 0.4);
  }

  private moveTo(top: number): void {
    if (!this.root.hidden) this.root.style.setProperty("--at", `${Math.round(top)}px`);
  }
}

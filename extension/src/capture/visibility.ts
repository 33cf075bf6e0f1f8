// What the reader can see. Reads styles only, and as few as possible: asking for a computed style costs
// more than all the rest of a capture.

export type Visibility =
  | "shown"
  | "hidden" // the element and all in it
  | "invisible" // its own text; descendants may show
  | "clipped"; // there for screen readers alone

/** Elements up to this size in CSS pixels that hold text are "visually hidden" text. */
const kClippedPixels = 1;

/** Whether an element shows, given that what it stands in shows. `opacity: 0` counts as shown: pages fade in. */
export function visibilityOf(element: Element): Visibility {
  if (!element.checkVisibility({visibilityProperty: true})) {
    const style = getComputedStyle(element);
    if (style.display === "none") return "hidden";
    if (style.visibility !== "visible") return "invisible";
    // `display: contents` has no box but its children have; the text of a closed <details> is one
    // click away for the reader, so it is part of what the page shows.
    if (style.display === "contents" || element.closest("details:not([open])")) return "shown";
    return "hidden";
  }
  if (element instanceof HTMLElement && isClipped(element)) return "clipped";
  return "shown";
}

function isClipped(element: HTMLElement): boolean {
  if (element.offsetWidth > kClippedPixels || element.offsetHeight > kClippedPixels) return false;
  if (element.offsetWidth === 0 && element.offsetHeight === 0 && !element.firstChild) return false;
  const style = getComputedStyle(element);
  return style.position === "absolute" && (style.overflow !== "visible" || style.clip !== "auto" || style.clipPath !== "none");
}

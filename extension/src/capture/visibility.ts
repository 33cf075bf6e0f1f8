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
    if (style.display === "none") return isClosedPanel(element) ? "shown" : "hidden";
    if (style.visibility !== "visible") return "invisible";
    // `display: contents` has no box but its children have; the text of a closed <details> or accordion
    // is one click away for the reader, so it is part of what the page shows.
    if (style.display === "contents" || element.closest("details:not([open])") || standsInClosedPanel(element)) return "shown";
    return "hidden";
  }
  if (element instanceof HTMLElement && isClipped(element)) return "clipped";
  return "shown";
}

/** The panel of an accordion, right behind a heading that opens it; the engine asks the same of a page's markup. */
function isClosedPanel(element: Element): boolean {
  const heading = element.id ? element.previousElementSibling : null;
  if (!heading?.matches("h1, h2, h3, h4, h5, h6, dt")) return false;
  const controls = `[aria-expanded="false"][aria-controls="${CSS.escape(element.id)}"]`;
  return heading.matches(controls) || heading.querySelector(controls) !== null;
}

function standsInClosedPanel(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isClosedPanel(at)) return true;
  }
  return false;
}

function isClipped(element: HTMLElement): boolean {
  if (element.offsetWidth > kClippedPixels || element.offsetHeight > kClippedPixels) return false;
  if (element.offsetWidth === 0 && element.offsetHeight === 0 && !element.firstChild) return false;
  const style = getComputedStyle(element);
  return style.position === "absolute" && (style.overflow !== "visible" || style.clip !== "auto" || style.clipPath !== "none");
}

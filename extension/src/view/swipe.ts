// A finger that moves sideways. The browser keeps the other way for scrolling: `touch-action: pan-y` in the style
// of whatever is swiped.

/** Shorter ways are taps that slipped, in CSS pixels. */
const kShortestSwipe = 40;
/** A swipe goes this much more sideways than up or down. */
const kSidewaysRatio = 1.5;

export function onSwipe(root: HTMLElement, act: (direction: "left" | "right") => void): void {
  let start: {id: number; x: number; y: number} | null = null;
  root.addEventListener("pointerdown", (event) => {
    start = event.pointerType === "touch" && event.isPrimary ? {id: event.pointerId, x: event.clientX, y: event.clientY} : null;
  });
  root.addEventListener("pointercancel", () => {
    start = null;
  });
  root.addEventListener("pointerup", (event) => {
    if (!start || start.id !== event.pointerId) return;
    const across = event.clientX - start.x;
    const along = event.clientY - start.y;
    start = null;
    if (Math.abs(across) >= kShortestSwipe && Math.abs(across) >= kSidewaysRatio * Math.abs(along)) act(across < 0 ? "left" : "right");
  });
}

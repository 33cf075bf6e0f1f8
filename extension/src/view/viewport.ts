// A page that is made for wide screens is shown from further away on a small one, and the view over it would be too.
// While the view is open, the screen's own width holds; then the page gets back what it had.

const kOwnWidth = "width=device-width, initial-scale=1, minimum-scale=1";
/** What browsers take for a page that says nothing. */
const kSilentPage = "width=980";

/** The way back; null where the page is shown at its own size already, as it is on every large screen. */
export function holdViewport(): (() => void) | null {
  if (!visualViewport || visualViewport.scale >= 1) return null;
  const {scale} = visualViewport;
  const last = [...document.querySelectorAll<HTMLMetaElement>('meta[name="viewport" i]')].at(-1);
  const content = last?.getAttribute("content") ?? kSilentPage;
  const meta = last ?? document.createElement("meta");
  if (!last) {
    meta.name = "viewport";
    document.documentElement.append(meta);
  }
  meta.setAttribute("content", kOwnWidth);
  return () => {
    // The width alone would come back at the size of the view: the page says how far away it was until it is.
    meta.setAttribute("content", `${content}, initial-scale=${scale}, minimum-scale=${scale}, maximum-scale=${scale}`);
    whenScaled(scale, () => setTimeout(() => {
      meta.setAttribute("content", content);
      // Taken out, it holds on: what is said counts, not what is said no longer.
      if (!last) setTimeout(() => meta.remove(), 0);
    }, 0));
  };
}

/** Frames to wait for at most; a busy browser takes several to do what it is told. */
const kMostFrames = 60;
/** Frames in a row that show the scale: the first may be drawn before the browser has taken it over for good. */
const kSureFrames = 4;

function whenScaled(scale: number, then: () => void, frames = kMostFrames, seen = 0): void {
  requestAnimationFrame(() => {
    const isScaled = Math.abs((visualViewport?.scale ?? scale) - scale) < 0.01;
    if (seen === kSureFrames || frames === 0) then();
    else whenScaled(scale, then, frames - 1, isScaled ? seen + 1 : 0);
  });
}

// Images as the reader sees them: the source that the browser chose, and the size it is shown at.

/** Smaller ones are placeholders and counters; their other attributes name the real image. */
const kPlaceholderPixels = 2;

/** Attributes to write in place of the page's own; empty where the page's are the best there is. */
export function currentImageAttributes(image: HTMLImageElement): Map<string, string> {
  const attributes = new Map<string, string>();
  const source = image.currentSrc;
  const isLoaded = image.naturalWidth > kPlaceholderPixels && image.naturalHeight > kPlaceholderPixels;
  if (!isLoaded || !/^https?:/.test(source)) return attributes;
  attributes.set("src", source);
  const width = image.offsetWidth || image.naturalWidth;
  attributes.set("width", String(width));
  // The shape of the file, not of the box: pages crop with `object-fit`, the view does not.
  attributes.set("height", String(Math.round((width * image.naturalHeight) / image.naturalWidth)));
  return attributes;
}

// The pictures of a book, without asking the network: what the page has loaded is in the browser's cache or on
// screen. Of another site's picture a page may see no byte, unless that site allows it: such a picture is left
// where it is, and a link stands for it.

export interface BookPicture {
  name: string;
  type: string;
  data: Uint8Array;
}

/** What readers of books must know; anything else is drawn anew. */
const kEndings: Readonly<Record<string, string>> = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"};
const kDrawnType = "image/jpeg";
const kDrawnQuality = 0.9;

async function known(blob: Blob | null): Promise<Blob | null> {
  return blob && blob.size > 0 && kEndings[blob.type] ? blob : null;
}

/** The file as the page got it. `only-if-cached` never reaches the network; browsers allow it for the page's own origin. */
async function fromCache(address: string): Promise<Blob | null> {
  const isData = address.startsWith("data:");
  if (!isData && new URL(address).origin !== location.origin) return null;
  const response = await fetch(address, isData ? {} : {cache: "only-if-cached", mode: "same-origin"});
  return response.ok ? known(await response.blob()) : null;
}

/** The picture as it is drawn; null where its site lets no script look at it. */
async function fromScreen(image: HTMLImageElement): Promise<Blob | null> {
  if (!image.complete || image.naturalWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return known(await new Promise((resolve) => canvas.toBlob(resolve, kDrawnType, kDrawnQuality)));
}

async function bytesOf(image: HTMLImageElement): Promise<Blob | null> {
  const address = image.currentSrc || image.src;
  for (const look of [() => fromCache(address), () => fromScreen(image)]) {
    const found = await look().catch(() => null);
    if (found) return found;
  }
  return null;
}

/** The pictures of `shown`, in its order: null for each that cannot be had. */
export async function bookPictures(shown: Element): Promise<(BookPicture | null)[]> {
  const known = new Map<string, BookPicture | null>();
  const pictures: (BookPicture | null)[] = [];
  for (const image of shown.querySelectorAll("img")) {
    const address = image.currentSrc || image.src;
    if (!known.has(address)) {
      const found = await bytesOf(image);
      const name = `pictures/${known.size + 1}`;
      known.set(address, found && {name: `${name}.${kEndings[found.type]}`, type: found.type, data: new Uint8Array(await found.arrayBuffer())});
    }
    pictures.push(known.get(address) ?? null);
  }
  return pictures;
}

/** In a copy of `shown` each picture is the book's file, or a link to where it is on the web. */
export function placePictures(copy: Element, pictures: readonly (BookPicture | null)[], wordFor: string): void {
  for (const [index, image] of [...copy.querySelectorAll("img")].entries()) {
    const picture = pictures[index];
    const address = image.getAttribute("src") ?? "";
    for (const name of ["srcset", "sizes", "loading", "decoding"]) image.removeAttribute(name);
    if (picture) {
      image.setAttribute("src", picture.name);
      if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
    } else if (/^https?:/.test(address) && !image.closest("a")) {
      const link = copy.ownerDocument.createElement("a");
      link.href = address;
      link.textContent = image.alt || wordFor;
      image.replaceWith(link);
    } else {
      image.replaceWith(image.alt);
    }
  }
  for (const source of copy.querySelectorAll("picture > source")) source.remove();
  for (const picture of copy.querySelectorAll("picture")) picture.replaceWith(...picture.childNodes);
}

// The packaged typefaces, as text that a message can carry. Pages whose policy forbids fonts still show
// them, because the view makes them out of bytes and requests nothing.

import {browser} from "../shared/browser";
import {kFontFiles, type FontData, type FontFamily} from "../shared/fonts";

const loaded = new Map<FontFamily, Promise<FontData[]>>();

async function readBase64(file: string): Promise<string> {
  const response = await fetch(browser.runtime.getURL(`fonts/${file}`));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const kChunk = 0x8000; // arguments of one call
  let binary = "";
  for (let i = 0; i < bytes.length; i += kChunk) binary += String.fromCharCode(...bytes.subarray(i, i + kChunk));
  return btoa(binary);
}

function load(family: FontFamily): Promise<FontData[]> {
  return Promise.all(
    kFontFiles[family].map(async ({file, ...descriptors}) => ({...descriptors, base64: await readBase64(file)})),
  );
}

export function fontData(family: FontFamily): Promise<FontData[]> {
  let data = loaded.get(family);
  if (!data) {
    data = load(family);
    data.catch(() => loaded.delete(family));
    loaded.set(family, data);
  }
  return data;
}

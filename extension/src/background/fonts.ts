// The packaged typefaces, as text that a message can carry. Pages whose policy forbids fonts still show
// them, because the view makes them out of bytes and requests nothing.

import {browser} from "../shared/browser";
import {kFontFiles, type FontData, type FontFamily, type FontPart} from "../shared/fonts";

const loaded = new Map<string, Promise<FontData[]>>();

async function readBase64(file: string): Promise<string> {
  const response = await fetch(browser.runtime.getURL(`fonts/${file}`));
  const bytes: Uint8Array & {toBase64?: () => string} = new Uint8Array(await response.arrayBuffer());
  if (bytes.toBase64) return bytes.toBase64();
  const kChunk = 0x8000; // arguments of one call
  let binary = "";
  for (let i = 0; i < bytes.length; i += kChunk) binary += String.fromCharCode(...bytes.subarray(i, i + kChunk));
  return btoa(binary);
}

function load(family: FontFamily, part: FontPart): Promise<FontData[]> {
  const files = kFontFiles[family];
  return Promise.all(
    (part === "first" ? files.slice(0, 1) : files.slice(1)).map(async ({file, ...descriptors}) => ({...descriptors, base64: await readBase64(file)})),
  );
}

export function fontData({family, part}: {family: FontFamily; part: FontPart}): Promise<FontData[]> {
  const key = `${family} ${part}`;
  let data = loaded.get(key);
  if (!data) {
    data = load(family, part);
    data.catch(() => loaded.delete(key));
    loaded.set(key, data);
  }
  return data;
}

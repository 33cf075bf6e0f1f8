// The packaged typefaces, made of bytes that the background sends: nothing is requested, so no page
// policy forbids them, and no file of the extension has to be reachable by the page.

import {kFontNames, type FontData, type FontFamily} from "../shared/fonts";
import {send} from "../shared/messages";

function bytesOf(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

function faceOf(family: FontFamily, data: FontData): FontFace {
  const {style, weight, unicodeRange} = data;
  return new FontFace(kFontNames[family], bytesOf(data.base64), {style, weight, unicodeRange, display: "swap"});
}

const loaded = new Map<FontFamily, Promise<void>>();

async function load(family: FontFamily): Promise<void> {
  const faces = (await send("fonts.get", family)).map((data) => faceOf(family, data));
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}

/** Makes a family usable on this page; the system's fonts do where that fails. */
export function useFont(family: FontFamily): Promise<void> {
  let loading = loaded.get(family);
  if (!loading) {
    loading = load(family).catch(() => undefined);
    loaded.set(family, loading);
  }
  return loading;
}

// The packaged typefaces, made of bytes that the background sends: nothing is requested, so no page
// policy forbids them, and no file of the extension has to be reachable by the page.

import type {Article} from "../shared/article";
import {kFontNames, type FontData, type FontFamily, type FontPart} from "../shared/fonts";
import {send} from "../shared/messages";

/** Browsers of late read this notation themselves, many times as fast. */
const kOwnReader = (Uint8Array as {fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}).fromBase64;

function bytesOf(base64: string): ArrayBuffer {
  if (kOwnReader) return kOwnReader.call(Uint8Array, base64).buffer;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

function faceOf(family: FontFamily, data: FontData): FontFace {
  const {style, weight, unicodeRange} = data;
  return new FontFace(kFontNames[family], bytesOf(data.base64), {style, weight, unicodeRange, display: "swap"});
}

const loaded = new Map<string, Promise<void>>();

async function load(family: FontFamily, part: FontPart): Promise<void> {
  const faces = (await send("fonts.get", {family, part})).map((data) => faceOf(family, data));
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}

/** Makes a part of a family usable on this page; the system's fonts do where that fails. */
export function useFont(family: FontFamily, part: FontPart): Promise<void> {
  const key = `${family} ${part}`;
  let loading = loaded.get(key);
  if (!loading) {
    loading = load(family, part).catch(() => undefined);
    loaded.set(key, loading);
  }
  return loading;
}

export async function useWholeFont(family: FontFamily): Promise<void> {
  await Promise.all([useFont(family, "first"), useFont(family, "rest")]);
}

/** What of an article is on screen first; about, and rather more. */
const kFirstCharacters = 3000;

/** Whether the first screen shows letters that the first part of a family does not have: slanted ones, or those of other Latin alphabets. */
export function needsRest({title, dek, html}: Article): boolean {
  const start = html.slice(0, kFirstCharacters);
  return /<(?:em|i|cite|blockquote|dfn|var)[ >]/.test(start) || /[\u0100-\u02ff\u1e00-\u1eff]/.test(`${title} ${dek} ${start}`);
}

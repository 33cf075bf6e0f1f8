// Applies the settings to the dialog: its style sheet reads everything else from what is set here.

import {contrastRatio} from "../shared/contrast";
import type {FontFamily} from "../shared/fonts";
import type {Settings, Typeface} from "../shared/settings";

/** Width of an average character of English text, in parts of the text size; measured. */
const kCharacterWidth: Record<Typeface, number> = {serif: 0.447, sans: 0.42, hyperlegible: 0.475, dyslexic: 0.56, system: 0.47};
/** Faces that look larger than others at the same size are set a little smaller. */
const kFaceScale: Record<Typeface, number> = {serif: 1, sans: 1.02, hyperlegible: 0.98, dyslexic: 0.86, system: 0.98};
/** On a window narrower than this (CSS pixels) the text is a little smaller: a line must hold enough words. */
const kNarrowWindow = 560;
const kNarrowScale = 0.925;
/** Two columns need this many characters each. */
const kColumnGap = 2.5;

/** The packaged faces that a setting needs besides the one of the interface. */
export function familiesFor(typeface: Typeface): FontFamily[] {
  return typeface === "system" ? ["sans"] : typeface === "sans" ? ["sans"] : [typeface, "sans"];
}

export function applyAppearance(dialog: HTMLElement, settings: Settings): void {
  const style = dialog.style;
  const browserSize = parseFloat(getComputedStyle(dialog).fontSize) || 16;
  const scale = (innerWidth < kNarrowWindow ? kNarrowScale : 1) * kFaceScale[settings.typeface];
  const size = Math.round((browserSize * scale * settings.textSize) / 100);
  const character = kCharacterWidth[settings.typeface] + settings.letterSpacing / 100 + settings.wordSpacing / 100 / 6;
  const column = settings.measure * character * size;

  Object.assign(dialog.dataset, {
    theme: settings.theme, typeface: settings.typeface, columns: String(settings.columns), images: settings.images, justify: String(settings.justify),
  });
  style.setProperty("--size", `${size}px`);
  style.setProperty("--line", `${Math.round((size * settings.leading) / 100)}px`);
  style.setProperty("--measure", `${Math.round(settings.columns === 2 ? 2 * column + kColumnGap * size : column)}px`);
  style.setProperty("--letter-spacing", `${settings.letterSpacing / 100}em`);
  style.setProperty("--word-spacing", `${settings.wordSpacing / 100}em`);
  if (settings.theme === "own") applyOwnColours(dialog, settings);
  else for (const name of ["--paper", "--ink", "--link", "--accent", "color-scheme"]) style.removeProperty(name);
}

function applyOwnColours(dialog: HTMLElement, {own}: Settings): void {
  const {style} = dialog;
  style.setProperty("--paper", own.paper);
  style.setProperty("--ink", own.ink);
  style.setProperty("--link", own.link);
  style.setProperty("--accent", own.link);
  // Scroll bars and form fields follow the side of grey that the paper is on.
  style.setProperty("color-scheme", contrastRatio(own.paper, "#ffffff") > contrastRatio(own.paper, "#000000") ? "dark" : "light");
}

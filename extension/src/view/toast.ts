// A line at the bottom that says what has happened, with one thing to do about it, and goes by itself.

import {element} from "../shared/dom";

const kToastMilliseconds = 6000;

export function toast(dialog: HTMLElement, words: string, action?: {label: string; act: () => void}): void {
  const shown = element("p", {class: "toast", attributes: {role: "status"}}, words);
  if (action) {
    const act = (): void => {
      action.act();
      shown.remove();
    };
    shown.append(element("button", {class: "text-button", attributes: {type: "button"}, on: {click: act}}, action.label));
  }
  for (const earlier of dialog.querySelectorAll(".toast")) earlier.remove();
  dialog.append(shown);
  setTimeout(() => shown.remove(), kToastMilliseconds);
}

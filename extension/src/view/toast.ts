// A line at the bottom that says what has happened, with one thing to do about it. It goes by itself, but not from
// under the pointer or the focus.

import {element} from "../shared/dom";

const kToastMilliseconds = 6000;
/** Something to do takes longer to read and to reach. */
const kActionMilliseconds = 12_000;

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
  let timer: ReturnType<typeof setTimeout>;
  const leave = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (shown.matches(":hover, :focus-within") ? leave() : shown.remove()), action ? kActionMilliseconds : kToastMilliseconds);
  };
  shown.addEventListener("pointerleave", leave);
  shown.addEventListener("focusout", leave);
  leave();
}

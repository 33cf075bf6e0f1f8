// What the page was doing when the view opened, and how to give it back.

import {holdViewport} from "./viewport";

const kScrollLock = "overflow";

export interface PageState {
  restore(): void;
}

function focusedElement(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** Lets the page scroll again that a view held which is no more. */
export function releasePage(): void {
  const root = document.documentElement;
  const {style} = root;
  if (style.getPropertyValue(kScrollLock) !== "hidden" || style.getPropertyPriority(kScrollLock) !== "important") return;
  style.removeProperty(kScrollLock);
  if (root.getAttribute("style") === "") root.removeAttribute("style");
}

/** Pauses what plays, stops the page from scrolling, and remembers focus and place. */
export function holdPage(): PageState {
  const focused = focusedElement();
  const left = scrollX;
  const top = scrollY;
  const playing = [...document.querySelectorAll<HTMLMediaElement>("video, audio")].filter((media) => !media.paused);
  for (const media of playing) media.pause();

  const releaseViewport = holdViewport();
  const root = document.documentElement;
  const value = root.style.getPropertyValue(kScrollLock);
  const priority = root.style.getPropertyPriority(kScrollLock);
  const hadStyle = root.hasAttribute("style");
  // Losing the page's scroll bar lays the page out again: after the text is on screen.
  const lock = setTimeout(() => root.style.setProperty(kScrollLock, "hidden", "important"), 100);

  return {
    restore() {
      clearTimeout(lock);
      root.style.removeProperty(kScrollLock);
      if (value) root.style.setProperty(kScrollLock, value, priority);
      if (!hadStyle && root.getAttribute("style") === "") root.removeAttribute("style");
      releaseViewport?.();
      scrollTo({left, top, behavior: "instant"});
      // The page has its old width from the next frame on.
      if (releaseViewport) requestAnimationFrame(() => setTimeout(() => scrollTo({left, top, behavior: "instant"}), 0));
      focused?.focus({preventScroll: true});
      // A page may refuse: it was playing by the reader's wish, so asking is right and failing is fine.
      for (const media of playing) media.play().catch(() => undefined);
    },
  };
}

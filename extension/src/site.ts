// Runs on sites where the reader asked for it: says that a page is there, and hands over its markup when
// the button is to show whether it can be read. It changes nothing.

import {send} from "./shared/messages";

/** Larger pages are not worth the time for a mark. */
const kLongestMarkup = 4_000_000;

async function tell(): Promise<void> {
  const {isWanted} = await send("site.loaded", null);
  if (!isWanted || window !== top) return;
  const markup = document.documentElement.outerHTML;
  if (markup.length <= kLongestMarkup) await send("page.readable", markup);
}

tell().catch(() => undefined);

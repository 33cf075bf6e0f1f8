// Opens the reader in a tab, or closes it: the same script runs at every click and knows which it is,
// so nothing has to be remembered here.

import {browser, text} from "../shared/browser";

const kReaderScript = "reader.js";
/** Right after a click Chromium sometimes refuses for a few moments what the click has just allowed. */
const kRetryMilliseconds = 50;
const kAttempts = 24;
const kBadgeMilliseconds = 4000;
const kBadgeColour = "#8a3b1e";

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Where the reader script finds what it is asked to read, when that is not the page. */
function askForSelection(): void {
  (globalThis as {lecternWhat?: string}).lecternWhat = "selection";
}

export async function toggleReader(tab: chrome.tabs.Tab, what: "page" | "selection" = "page"): Promise<void> {
  if (tab.id === undefined) return;
  const target = {tabId: tab.id};
  for (let attempt = 1; ; ++attempt) {
    try {
      if (what === "selection") await browser.scripting.executeScript({target, func: askForSelection});
      await browser.scripting.executeScript({target, files: [kReaderScript]});
      return;
    } catch {
      if (attempt < kAttempts) {
        await wait(kRetryMilliseconds);
        continue;
      }
      await sayNotHere(tab.id);
      return;
    }
  }
}

/** The button says that its page can be read; the browser forgets that when the page is left. */
export async function markReadable(tabId: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({tabId, color: kBadgeColour});
    await browser.action.setBadgeText({tabId, text: "•"});
    await browser.action.setTitle({tabId, title: text("readableTitle")});
  } catch {
    // The tab is gone.
  }
}

/** Pages of the browser itself and its stores let no extension in: a mark on the button says so. */
async function sayNotHere(tabId: number): Promise<void> {
  const title = text("notHereTitle");
  try {
    await browser.action.setTitle({tabId, title});
    await browser.action.setBadgeText({tabId, text: "–"});
    await wait(kBadgeMilliseconds);
    await browser.action.setBadgeText({tabId, text: ""});
  } catch {
    // The tab is gone: there is nobody left to tell.
  }
}

// Opens the reader in a tab, or closes it: the same script runs at every click and knows which it is,
// so nothing has to be remembered here.

import {browser, text} from "../shared/browser";

const kReaderScript = "reader.js";
/** Right after a click Chromium sometimes refuses for a few moments what the click has just allowed. */
const kRetryMilliseconds = 50;
const kAttempts = 24;
const kBadgeMilliseconds = 4000;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function toggleReader(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  for (let attempt = 1; ; ++attempt) {
    try {
      await browser.scripting.executeScript({target: {tabId: tab.id}, files: [kReaderScript]});
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

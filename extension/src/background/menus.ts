// Context menus: on a page, a selection and a link, and on the button.

import {browser, text} from "../shared/browser";
import {askFor, originsOf} from "../shared/origins";
import {toggleReader} from "./reader_tab";
import {toggleSite} from "./sites";

const kRead = "read";
const kReadSelection = "read-selection";
const kPaste = "paste";
const kReadLink = "read-link";
const kSite = "site";
const kLinkPatienceMilliseconds = 30_000;

export function createMenus(): void {
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({id: kRead, title: text("menuRead"), contexts: ["page"]});
    browser.contextMenus.create({id: kReadSelection, title: text("menuReadSelection"), contexts: ["selection"]});
    browser.contextMenus.create({id: kReadLink, title: text("menuReadLink"), contexts: ["link"], targetUrlPatterns: ["http://*/*", "https://*/*"]});
    browser.contextMenus.create({id: kSite, title: text("menuSite"), contexts: ["action"]});
    browser.contextMenus.create({id: kPaste, title: text("menuPaste"), contexts: ["action"]});
  });
}

export function onMenu(info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab): void {
  if (info.menuItemId === kRead && tab) void toggleReader(tab);
  if (info.menuItemId === kReadSelection && tab) void toggleReader(tab, "selection");
  if (info.menuItemId === kPaste) void browser.tabs.create({url: browser.runtime.getURL("paste.html")});
  if (info.menuItemId === kReadLink && info.linkUrl) void readLink(info.linkUrl);
  if (info.menuItemId === kSite && tab?.url && /^https?:/.test(tab.url)) void toggleSite(new URL(tab.url).hostname.replace(/^www\./, ""));
}

/** Opens a link in a new tab and the reader in it; the site is asked for, because the click was elsewhere. */
async function readLink(url: string): Promise<void> {
  const isGranted = await askFor(originsOf(new URL(url).hostname));
  const tab = await browser.tabs.create({url});
  if (!isGranted) return;
  const onUpdated = (id: number, change: {status?: string | undefined}): void => {
    if (id !== tab.id || change.status !== "complete") return;
    browser.tabs.onUpdated.removeListener(onUpdated);
    void toggleReader(tab);
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  setTimeout(() => browser.tabs.onUpdated.removeListener(onUpdated), kLinkPatienceMilliseconds);
}

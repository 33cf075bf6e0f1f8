// Who may ask for what. A script in a page is as trustworthy as the process that the page runs in: it gets
// what is remembered of its own site's articles and no other's.

import {browser} from "../shared/browser";
import {CodedError} from "../shared/messages";

export type Caller = Pick<chrome.runtime.MessageSender, "tab" | "url">;

function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const {protocol, host} = new URL(url);
  return `${protocol}//${host}`;
}

/** True for the extension's own pages, such as the settings. */
export function isOwnPage({url}: Caller): boolean {
  return url?.startsWith(browser.runtime.getURL("")) ?? false;
}

/** The address, when the caller may ask about it; otherwise a failure with the code "forbidden". */
export function addressFor(caller: Caller, url: string): string {
  const site = siteOf(url);
  if (isOwnPage(caller) || (site !== null && caller.url !== undefined && siteOf(caller.url) === site)) return url;
  throw new CodedError("forbidden", "a page may not ask about another site");
}

// The pages that the browser grants, all at once or site by site, by their patterns.

import {browser} from "./browser";

/** What marking every readable page asks for. */
export const kEverySite = "*://*/*";

/** The patterns of a site's pages, with its subdomains. */
export function originsOf(host: string): string[] {
  return [`*://${host}/*`, `*://*.${host}/*`];
}

export function isGranted(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({origins}).catch(() => false);
}

/** Asks the reader, at once: only what comes right after a click may ask. What is granted already needs no click. */
export function askFor(origins: string[]): Promise<boolean> {
  return browser.permissions.request({origins}).catch(() => isGranted(origins));
}

// The patterns of pages that the browser grants, all at once or site by site.

/** What marking every readable page asks for. */
export const kEverySite = "*://*/*";

/** The patterns of a site's pages, with its subdomains. */
export function originsOf(host: string): string[] {
  return [`*://${host}/*`, `*://*.${host}/*`];
}

// The next page of an article that the site has cut into pages. Its address is the article's with the next
// number in it; what a site calls "next" otherwise is often another story.

/** Names of a page number in the query of an address. */
const kParameters = ["page", "p", "pg", "pagenum", "page_no", "seite", "pagina", "side", "strona", "sayfa"];
/** A page number at the end of a path: "/2", "/page/2", "/page-2"; and before the ending: "-2.html", "_2.html". */
const kInPath = [/\/(?:(?:page|seite|pagina|p)[-/]?)?(\d{1,3})\/?$/i, /[-_](?:page-?)?(\d{1,3})(?=\.[a-z]{3,5}$)/i];

interface PageAddress {
  /** The address without its page number. */
  readonly base: string;
  readonly number: number;
}

/** The readings of an address: it may hold a page number, or a number that means something else. */
function readingsOf(url: URL): PageAddress[] {
  const whole = (path: string, query: URLSearchParams): string => {
    const sorted = new URLSearchParams(query);
    sorted.sort();
    return `${url.origin}${path.replace(/\/$/, "")}?${sorted}`;
  };
  const readings: PageAddress[] = [{base: whole(url.pathname, url.searchParams), number: 1}];
  for (const name of kParameters) {
    const value = url.searchParams.get(name);
    if (value === null || !/^\d{1,3}$/.test(value)) continue;
    const rest = new URLSearchParams(url.searchParams);
    rest.delete(name);
    readings.push({base: whole(url.pathname, rest), number: Number(value)});
  }
  for (const pattern of kInPath) {
    const found = pattern.exec(url.pathname);
    if (!found) continue;
    const path = url.pathname.slice(0, found.index) + url.pathname.slice(found.index + found[0].length);
    readings.push({base: whole(path, url.searchParams), number: Number(found[1])});
  }
  return readings;
}

/** Whether `candidate` is the page after `current` of the same article. */
export function isNextPage(current: string, candidate: string): boolean {
  if (!URL.canParse(current) || !URL.canParse(candidate)) return false;
  const next = readingsOf(new URL(candidate)).filter(({number}) => number > 1);
  return readingsOf(new URL(current)).some(({base, number}) => next.some((reading) => reading.base === base && reading.number === number + 1));
}

/** The address of the next page as the page itself links it, or null. */
export function nextPageOf(page: Document, current: string): string | null {
  for (const link of page.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>("link[rel~=next][href], a[href]")) {
    if (link.href.startsWith("http") && isNextPage(current, link.href)) return link.href;
  }
  return null;
}

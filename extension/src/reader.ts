// The script that a click runs in the page: it opens the reader, or closes the one that is open. The page for
// pasted text runs it too.

import {nextPageOf} from "./capture/next_page";
import {partWithTitle, selectedPart, type SelectedPart} from "./capture/parts";
import {takeSnapshot} from "./capture/snapshot";
import {extract, openReading} from "./reading";
import {joinArticles} from "./shared/join_articles";
import {CodedError, type Snapshot} from "./shared/messages";
import {reached} from "./shared/stages";
import {isSelectionTooShort, plainArticle} from "./shared/plain_article";
import type {Reading, ReaderView} from "./view/reader_view";

/** Text that the reader has pasted, and the name under which what is marked in it is remembered. */
interface Pasted {
  snapshot: Snapshot;
  url: string;
}

/** What a click asks to read. */
type What = "page" | "selection" | Pasted;

interface Reader {
  toggle(what: What): void;
}

async function readSelection({range, text}: SelectedPart): Promise<Reading> {
  const snapshot = await takeSnapshot(document, range);
  const asSelected = (): Reading => ({article: plainArticle(snapshot, document.title, text), hasNextPage: false, others: [], hasPlace: false});
  try {
    const reading = await extract(snapshot);
    // What the reader selected is what they want to read: an engine that finds little in it has not found it.
    return isSelectionTooShort(reading.article, text) ? asSelected() : {...reading, hasPlace: false};
  } catch (error) {
    if (error instanceof CodedError && error.code === "no_article") return asSelected();
    throw error;
  }
}

/** Fetches a further page as the reader's click on its link would, without running anything of it. */
async function fetchPage(url: string): Promise<string> {
  const response = await fetch(url, {credentials: "same-origin"});
  if (!response.ok) throw new CodedError("cannot_read", `status ${response.status}`);
  return response.text();
}

function makeReader(): Reader {
  let view: ReaderView | undefined;
  let isOpening = false;
  let current: Reading | undefined;
  let nextPage: string | null = null;
  let titles: string[] = [];

  async function readPage(): Promise<Reading> {
    const reading = await extract(await takeSnapshot(document));
    const {title, other_articles} = reading.article;
    titles = [title, ...other_articles.map((other) => other.title)].filter((name): name is string => Boolean(name));
    nextPage = nextPageOf(document, location.href);
    return withRest(reading);
  }

  function withRest(reading: Reading): Reading {
    current = {...reading, hasNextPage: nextPage !== null, others: titles.filter((title) => title !== reading.article.title)};
    return current;
  }

  async function readNextPage(): Promise<Reading> {
    const url = nextPage;
    if (url === null || !current) throw new CodedError("cannot_read", "there is no next page");
    const content = await fetchPage(url);
    const next = await extract({url, input: "html", content, truncated: false});
    nextPage = nextPageOf(new DOMParser().parseFromString(baseFor(url) + content, "text/html"), url);
    return withRest({...current, article: joinArticles(current.article, next.article)});
  }

  async function pick(title: string): Promise<Reading> {
    const part = partWithTitle(document, title, titles);
    if (!part) throw new CodedError("no_article", "its headline is gone");
    nextPage = null;
    return withRest({...(await extract(await takeSnapshot(document, part))), hasPlace: false});
  }

  async function open(what: What): Promise<void> {
    reached("script");
    const part = what === "selection" ? selectedPart() : null;
    const pasted = typeof what === "object" ? what : null;
    const read = (): Promise<Reading> => (pasted ? extract(pasted.snapshot) : part ? readSelection(part) : readPage());
    await openReading({read, url: pasted?.url ?? location.href, nextPage: readNextPage, pick}, (opened) => {
      view = opened;
    });
  }

  return {
    toggle(what) {
      if (view) {
        view.close();
        return;
      }
      if (isOpening) return;
      isOpening = true;
      void open(what).finally(() => {
        isOpening = false;
      });
    },
  };
}

/** Relative addresses of a fetched page are its own. */
function baseFor(url: string): string {
  return `<base href="${url.replace(/"/g, "%22")}">`;
}

// The page cannot see this: content scripts have globals of their own.
const scope = globalThis as {lecternReader?: Reader; lecternWhat?: What};
scope.lecternReader ??= makeReader();
scope.lecternReader.toggle(scope.lecternWhat ?? "page");
delete scope.lecternWhat;

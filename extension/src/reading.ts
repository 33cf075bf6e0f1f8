// One reading, from a snapshot to the view, whatever the snapshot was taken of. Capture and view know nothing
// of each other; the scripts beside this file bring them together.

import {rememberTexts} from "./shared/browser";
import {CodedError, send, type RecordChanges, type Snapshot} from "./shared/messages";
import {emptyRecord, type ArticleRecord, type Highlight} from "./shared/records";
import {kDefaultSettings} from "./shared/settings";
import {nextTask} from "./shared/next_task";
import {reached} from "./shared/stages";
import {familiesFor} from "./view/appearance";
import {ArticleView} from "./view/article_view";
import {needsRest, useFont, useWholeFont} from "./view/fonts";
import {ReaderView, type Reading} from "./view/reader_view";
import {prepareView} from "./view/prepare";

/** How long the text waits for its typeface, so that it does not change under the reader's eyes. */
const kFontWaitMilliseconds = 120;

/** By then the text is on screen. */
const kQuietMilliseconds = 300;

export interface Source {
  /** What is read; a rejection is shown as a message. */
  read(): Promise<Reading>;
  /** Under which address places, highlights and notes are remembered. */
  url: string;
  nextPage(): Promise<Reading>;
  pick(title: string): Promise<Reading>;
}

function within(promise: Promise<unknown>, milliseconds: number): Promise<unknown> {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** Highlights and notes that are not known to be stored, by address: they outlive the view, and go with the next change. */
const unstored = new Map<string, readonly Highlight[]>();

async function store(url: string, changes: RecordChanges): Promise<void> {
  if (changes.highlights) unstored.set(url, changes.highlights);
  let sent: readonly Highlight[] | undefined;
  const ask = (): Promise<null> => {
    sent = unstored.get(url); // by the second time there may be newer ones
    return send("records.update", {url, title: document.title, changes: sent ? {...changes, highlights: [...sent]} : changes});
  };
  await ask().catch((error: unknown) => {
    // The browser may stop the background between the message and the writing; asking again starts it again.
    if (codeOf(error) !== "disconnected") throw error;
    return ask();
  });
  if (unstored.get(url) === sent) unstored.delete(url);
}

/** What is remembered of an article, here or in storage. */
async function recall(url: string): Promise<ArticleRecord | null> {
  const stored = await send("records.get", {url}).catch(() => null);
  const highlights = unstored.get(url);
  return highlights ? {...(stored ?? emptyRecord(url, document.title)), highlights: [...highlights]} : stored;
}

function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : "internal";
}

export async function extract(snapshot: Snapshot): Promise<Reading> {
  reached("captured");
  const asked = send("engine.extract", snapshot);
  void prepareView(); // nothing else is to do here until the answer comes
  const {article, wording} = await asked;
  reached("received");
  return {article, ...(wording.headline ? {wording} : {}), hasNextPage: false, others: [], hasPlace: true};
}

/** Opens the view on a source and fills it; the view is there before the promise is kept. */
export async function openReading({read, url, nextPage, pick}: Source, onView: (view: ReaderView | undefined) => void): Promise<void> {
  const settings = send("settings.get", null).catch(() => kDefaultSettings);
  const families = settings.then(({typeface}) => familiesFor(typeface));
  const fonts = families.then((names) => Promise.all(names.map((family) => useFont(family, "first"))));
  const record = recall(url);
  const reading = read();
  reading.catch(() => undefined); // looked at below, after the settings
  const view: ReaderView = new ReaderView(await settings, {
    onClosed: () => onView(undefined),
    onSettingsPage: () => void send("settings.open", null).catch(() => undefined),
    onSettings: (changes) => send("settings.update", changes),
    onRecord: (changes) => store(url, changes),
    onNextPage: nextPage,
    onPick: pick,
  });
  onView(view);
  try {
    const shown = await reading;
    await nextTask();
    const article = new ArticleView(shown.article, shown.wording); // while the typeface is waited for
    const whole = async (): Promise<void> => void (await Promise.all((await families).map(useWholeFont)));
    await within(needsRest(shown.article) ? whole() : fonts, kFontWaitMilliseconds);
    const remembered = await record;
    await nextTask();
    reached("dressed");
    await view.showArticle(shown, remembered, article);
    reached("built");
    setTimeout(() => {
      rememberTexts();
      void whole();
    }, kQuietMilliseconds);
  } catch (error) {
    view.showFailure(codeOf(error));
  }
}

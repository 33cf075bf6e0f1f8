// One reading, from a snapshot to the view, whatever the snapshot was taken of. Capture and view know nothing
// of each other; the scripts beside this file bring them together.

import {CodedError, send, type Snapshot} from "./shared/messages";
import {kDefaultSettings} from "./shared/settings";
import {familiesFor} from "./view/appearance";
import {useFont} from "./view/fonts";
import {ReaderView, type Reading} from "./view/reader_view";

/** How long the text waits for its typeface, so that it does not change under the reader's eyes. */
const kFontWaitMilliseconds = 120;

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

/** What cannot be stored is lost; reading goes on. */
function tell(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : "internal";
}

export async function extract(snapshot: Snapshot): Promise<Reading> {
  const {article} = await send("engine.extract", snapshot);
  return {article, hasNextPage: false, others: [], hasPlace: true};
}

/** Opens the view on a source and fills it; the view is there before the promise is kept. */
export async function openReading({read, url, nextPage, pick}: Source, onView: (view: ReaderView | undefined) => void): Promise<void> {
  const settings = send("settings.get", null).catch(() => kDefaultSettings);
  const fonts = settings.then(({typeface}) => Promise.all(familiesFor(typeface).map(useFont)));
  const record = send("records.get", {url}).catch(() => null);
  const reading = read();
  reading.catch(() => undefined); // looked at below, after the settings
  const view: ReaderView = new ReaderView(await settings, {
    onClosed: () => onView(undefined),
    onSettings: (changes) => tell(send("settings.update", changes)),
    onRecord: (changes) => tell(send("records.update", {url, title: document.title, changes})),
    onNextPage: nextPage,
    onPick: pick,
  });
  onView(view);
  try {
    const shown = await reading;
    await within(fonts, kFontWaitMilliseconds);
    view.showArticle(shown, await record);
  } catch (error) {
    view.showFailure(codeOf(error));
  }
}

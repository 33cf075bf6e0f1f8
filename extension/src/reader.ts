// The script that a click runs in the page: it opens the reader, or closes the one that is open. Capture
// and view meet here and nowhere else.

import {takeSnapshot} from "./capture/snapshot";
import {CodedError, send} from "./shared/messages";
import {kDefaultSettings} from "./shared/settings";
import {familiesFor} from "./view/appearance";
import {useFont} from "./view/fonts";
import {ReaderView} from "./view/reader_view";

interface Reader {
  toggle(): void;
}

/** How long the text waits for its typeface, so that it does not change under the reader's eyes. */
const kFontWaitMilliseconds = 120;

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

function makeReader(): Reader {
  let view: ReaderView | undefined;
  let isOpening = false;

  async function open(): Promise<void> {
    const settings = send("settings.get", null).catch(() => kDefaultSettings);
    const fonts = settings.then(({typeface}) => Promise.all(familiesFor(typeface).map(useFont)));
    const record = send("records.get", {url: location.href}).catch(() => null);
    const extraction = takeSnapshot(document).then((snapshot) => send("engine.extract", snapshot));
    extraction.catch(() => undefined); // looked at below, after the settings
    const opened: ReaderView = new ReaderView(await settings, {
      onClosed: () => {
        view = undefined;
      },
      onSettings: (changes) => tell(send("settings.update", changes)),
      onRecord: (changes) => tell(send("records.update", {url: location.href, title: document.title, changes})),
    });
    view = opened;
    try {
      const {article} = await extraction;
      await within(fonts, kFontWaitMilliseconds);
      opened.showArticle(article, await record);
    } catch (error) {
      opened.showFailure(codeOf(error));
    }
  }

  return {
    toggle() {
      if (view) {
        view.close();
        return;
      }
      if (isOpening) return;
      isOpening = true;
      void open().finally(() => {
        isOpening = false;
      });
    },
  };
}

// The page cannot see this: content scripts have globals of their own.
const scope = globalThis as {lecternReader?: Reader};
scope.lecternReader ??= makeReader();
scope.lecternReader.toggle();

// Reading aloud: what is spoken is marked, by buttons and by media keys. Headless browsers have no voices, so in
// Chromium the test speaks in their place; Firefox has mute voices of its own for tests, which say nothing of words.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {article, kHeadline, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, until, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

/** A voice that says a word only when the test asks for it, through the title of the page. */
const kVoice = `
  SpeechSynthesis.prototype.cancel = () => {};
  SpeechSynthesis.prototype.speak = (utterance) => {
    document.documentElement.dataset.spoken = utterance.text;
    utterance.onstart(new Event("start"));
    document.onsay = ({detail}) => {
      if (detail.end) utterance.onend(new Event("end"));
      else utterance.onboundary({name: "word", charIndex: detail.at, charLength: detail.length});
    };
  };
  document.addEventListener("say", (event) => document.onsay(event));
`;

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: pageOf(article(paragraphs()))}, "/long": {body: pageOf(article(`<p>${kParagraphs.join(" ")}</p>`))}});
});
after(() => server.close());

inEveryBrowser("reading aloud", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
    await openReader(page);
  });
  afterEach(() => page.close());

  const say = (detail: object): Promise<void> => page.inPage((what) => void document.dispatchEvent(new CustomEvent("say", {detail: what})), detail);
  const spoken = (): Promise<string> => page.inPage(() => document.documentElement.dataset["spoken"] ?? "");
  const marked = (name: string): Promise<string> => page.inPage((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)).join(""), name);
  const spokenIs = (words: string): Promise<unknown> => until(`"${words}" to be spoken`, async () => (await spoken()) === words);

  it("the bar opens, and closes on its button", async () => {
    await clickInView(page, "[data-panel=listen]");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-bar")!.hidden), false);
    await clickInView(page, ".speech-bar > button:last-child");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-bar")!.hidden), true);
  });

  it("its button says that the bar is open, and Escape closes the bar before the view", async () => {
    const state = (): Promise<unknown> => page.inView((dialog) => {
      const {activeElement} = dialog.getRootNode() as ShadowRoot;
      const button = dialog.querySelector("[data-panel=listen]")!;
      return [button.getAttribute("aria-expanded"), dialog.querySelector<HTMLElement>(".speech-bar")!.hidden, activeElement === button];
    });
    assert.deepEqual(await state(), ["false", true, false]);
    await clickInView(page, "[data-panel=listen]");
    assert.deepEqual(await state(), ["true", false, false]);
    await page.press("Escape");
    assert.deepEqual(await state(), ["false", true, true], "and the focus goes back");
  });

  it("speed and pitch say how much they are", async () => {
    await clickInView(page, "[data-panel=listen]");
    const shown = (): Promise<string[] | null> => page.inView((dialog) => [...dialog.querySelectorAll(".speech-range output")].map((output) => output.textContent!));
    assert.deepEqual(await shown(), ["1.0×", "1.0×"]);
    await page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-range input")!.focus());
    await page.press("ArrowRight");
    assert.deepEqual(await shown(), ["1.1×", "1.0×"]);
    await page.press("ArrowLeft");
  });

  it("a sentence of a paragraph that is longer than the window comes on screen, at once where motion is reduced", async (context) => {
    if (session().name === "firefox") return context.skip("no driver reaches the voice of Firefox");
    const long = await session().open(`${server.origin}/long`);
    try {
      await long.resize(500, 400);
      await long.emulate({"prefers-reduced-motion": "reduce"});
      await long.inReader(kVoice);
      await openReader(long);
      await long.inReader(kVoice);
      await clickInView(long, "[data-panel=listen]");
      for (let i = 0; i < 12; ++i) await long.press("MediaTrackNext");
      const box = await long.inPage(() => {
        const [range] = [...(CSS.highlights.get("lectern-sentence") ?? [])];
        const {top, bottom} = (range as Range).getBoundingClientRect();
        return {top, bottom};
      });
      assert.ok(box.top >= 48 && box.bottom < 400, `from ${box.top} to ${box.bottom}`);
    } finally {
      await long.emulate({"prefers-reduced-motion": ""});
      await long.close();
    }
  });

  it("a mute voice of the article's language reads from the first sentence to the last, and then stops", async (context) => {
    if (session().name === "chromium") return context.skip("Chromium has no such voices");
    await page.resize(900, 420);
    assert.equal(await page.inView((dialog) => dialog.querySelector(".body p:last-of-type")!.getBoundingClientRect().top < innerHeight), false, "the end is further down");
    await clickInView(page, "[data-panel=listen]");
    const voices = await until("the voices", () => page.inView((dialog) => {
      const names = [...dialog.querySelectorAll(".speech-bar option")].map((option) => option.textContent);
      return names.length > 1 ? names : null;
    }));
    assert.ok(voices.some((name) => /Amy|Bob|Leonard/.test(name ?? "")) && !voices.some((name) => /Celine|Julieta/.test(name ?? "")), voices.join());
    // The voice is done with a sentence sooner than a test can look: what it has read is told by where the article stands.
    await until("the last paragraph on screen", () => page.inView((dialog) => dialog.querySelector(".body p:last-of-type")!.getBoundingClientRect().top < innerHeight));
    await until("it to stop", () => page.inView((dialog) => dialog.querySelector(".speech-steps button:nth-of-type(2)")!.getAttribute("aria-label") === "Play"));
    assert.equal(await marked("lectern-sentence"), "");
  });

  it("sentence and word are marked, and buttons and media keys skip, pause and stop", async (context) => {
    if (session().name === "firefox") return context.skip("no driver reaches the voice of Firefox");
    await page.inReader(kVoice);
    await clickInView(page, "[data-panel=listen]");
    await spokenIs(kHeadline);
    assert.equal(await marked("lectern-sentence"), kHeadline);
    await say({at: 4, length: 6});
    assert.equal(await marked("lectern-word"), "island");
    await say({end: true});
    const first = kParagraphs[0]!.split(". ")[0]!;
    await spokenIs(`${first}.`);
    assert.equal(await marked("lectern-sentence"), `${first}.`);
    await page.press("MediaTrackNext");
    await until("the next sentence", async () => (await spoken()).startsWith("On the first Monday"));
    await page.press("MediaTrackPrevious");
    await spokenIs(`${first}.`);
    const label = (): Promise<string | null> => page.inView((dialog) => dialog.querySelector(".speech-steps button:nth-of-type(2)")!.getAttribute("aria-label"));
    assert.equal(await label(), "Pause");
    await page.press("MediaPlayPause");
    await until("the pause", async () => (await label()) === "Play");
    await page.press("MediaPlayPause");
    await until("it to go on", async () => (await label()) === "Pause");

    const sleeps = (): Promise<boolean | null> => page.inView((dialog) => dialog.querySelector<HTMLInputElement>(".sleep input")!.checked);
    await clickInView(page, ".sleep input");
    assert.equal(await sleeps(), true);
    for (let i = 0; i < 5 && (await label()) === "Pause"; ++i) await say({end: true});
    assert.equal(await label(), "Play", "it stops at the end of the paragraph");
    assert.equal(await sleeps(), false, "once");
    await page.press("MediaStop");
    await until("the bar to close", () => page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-bar")!.hidden));
    assert.equal(await marked("lectern-sentence"), "");
  });
}, {options: () => ({preferences: {"media.webspeech.synth.test": true}})});

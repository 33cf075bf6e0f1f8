// What a reader does in the view: themes, sizes, removed blocks, leaving.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {article, kOrdinaryPage, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {kForum, kWithheldPage} from "./pages/doubtful";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInView, closeReader, openReader, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kPortraitPage = pageOf(article(`<div><img src="/portrait.svg" width="400" height="400" alt="Ines Halvorsen"></div>${paragraphs()}`));
const kLongPage = pageOf(`${article()}<div style="height: 3000px"></div><input id="field"><div style="height: 3000px"></div>`);
let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kOrdinaryPage}, "/long": {body: kLongPage}, "/portrait": {body: kPortraitPage}, "/withheld": {body: kWithheldPage}, "/forum": {body: kForum}});
});
after(() => server.close());

inEveryBrowser("in the view", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
  });
  afterEach(() => page.close());

  const choose = (theme: string): Promise<void> => clickInView(page, `input[name=theme][value=${theme}]`);
  const paper = (): Promise<string | null> => page.inView((dialog) => getComputedStyle(dialog).backgroundColor);

  it("every theme changes paper and ink, and is remembered", async () => {
    await openReader(page);
    await clickInView(page, "[data-panel=appearance]");
    const colours = new Set<string>();
    for (const theme of ["light", "sepia", "dark"]) {
      await choose(theme);
      colours.add((await paper()) ?? "");
    }
    assert.equal(colours.size, 3);
    const dark = await paper();
    await closeReader(page);
    await openReader(page);
    assert.equal(await paper(), dark, "the theme is remembered");
    await clickInView(page, "[data-panel=appearance]");
    await choose("auto");
  });

  it("larger text is larger, and the measure stays within the window", async () => {
    await openReader(page);
    const size = (): Promise<number | null> => page.inView((dialog) => parseFloat(getComputedStyle(dialog.querySelector(".body p")!).fontSize));
    const before = (await size()) ?? 0;
    await clickInView(page, "[data-panel=appearance]");
    await clickInView(page, "[aria-label='Larger text']");
    await clickInView(page, "[aria-label='Larger text']");
    assert.ok(((await size()) ?? 0) > before);
    const overflows = await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollWidth > dialog.clientWidth);
    assert.equal(overflows, false);
    await clickInView(page, "[aria-label='Smaller text']");
    await clickInView(page, "[aria-label='Smaller text']");
    assert.equal(await size(), before);
  });

  it("a picture of the page is listed by what it shows, and goes back", async () => {
    await page.close();
    page = await session().open(`${server.origin}/portrait`);
    await openReader(page);
    const pictures = (): Promise<string[] | null> => page.inView((dialog) => [...dialog.querySelectorAll<HTMLImageElement>(".body img")].map((image) => image.alt));
    assert.deepEqual(await pictures(), []);
    await clickInView(page, "[data-panel=removed]");
    const list = await page.inView((dialog) => [...dialog.querySelectorAll(".removed-text")].map((line) => line.textContent));
    assert.ok(list?.includes("Picture: Ines Halvorsen"), JSON.stringify(list));
    await clickInView(page, ".removed-item .text-button[data-words='Picture: Ines Halvorsen']");
    assert.deepEqual(await pictures(), ["Ines Halvorsen"]);
  });

  it("a removed prompt is listed with its kind and goes back where it stood", async () => {
    await openReader(page);
    await clickInView(page, "[data-panel=removed]");
    const list = await page.inView((dialog) => dialog.querySelector<HTMLElement>(".drawer")!.innerText);
    assert.match(list ?? "", /Subscription prompts/);
    assert.ok(list?.includes(kPrompt));
    const selector = ".removed-group:first-of-type .removed-item .text-button";
    const button = (): Promise<[string | null, boolean] | null> => page.inView((dialog, wanted: string) => {
      const {textContent: words, ariaLabel} = dialog.querySelector(wanted)!;
      return [words, ariaLabel?.startsWith(`${words}: Subscribe to the Island Post`) ?? false] as [string | null, boolean];
    }, selector);
    assert.deepEqual(await button(), ["Put back", true]);
    await clickInView(page, selector);
    const text = await articleText(page);
    assert.ok(text.indexOf(kPrompt) > text.indexOf(kParagraphs[2]!), "after the paragraph before it");
    assert.ok(text.indexOf(kPrompt) < text.indexOf(kParagraphs[3]!), "before the paragraph after it");
    assert.deepEqual(await button(), ["Take out", true], "its name says what it does now");
    await clickInView(page, selector);
    assert.ok(!(await articleText(page)).includes(kPrompt), "the same button takes it out again");
  });

  it("Escape closes a panel first and then the view", async () => {
    await openReader(page);
    await clickInView(page, "[data-panel=appearance]");
    await page.press("Escape");
    await until("the panel to close", () => page.inView((dialog) => dialog.querySelector<HTMLElement>(".panel")!.hidden));
    await page.press("Escape");
    await waitUntilClosed(page);
  });

  it("the close button closes the view", async () => {
    await openReader(page);
    await clickInView(page, ".toolbar .close");
    await waitUntilClosed(page);
  });

  it("leaving gives back focus and place", async () => {
    const long = await session().open(`${server.origin}/long`);
    try {
      await long.inPage(() => {
        document.getElementById("field")?.focus();
        scrollTo(0, 2500);
      });
      // Browsers keep fractions of a pixel that no reader sees.
      const top = await long.inPage(() => Math.round(scrollY));
      await openReader(long);
      await closeReader(long);
      assert.deepEqual(await long.inPage(() => [document.activeElement?.id, Math.round(scrollY)]), ["field", top]);
    } finally {
      await long.close();
    }
  });

  it("the page's own words say that the rest is withheld", async () => {
    const withheld = await session().open(`${server.origin}/withheld`);
    try {
      await openReader(withheld);
      const notice = await withheld.inView((dialog) => dialog.querySelector<HTMLElement>(".withheld")?.innerText ?? "");
      assert.match(notice ?? "", /for subscribers/);
      assert.match(notice ?? "", /Show the page/);
    } finally {
      await withheld.close();
    }
  });

  it("a notice says where the engine is unsure of the page, and leads to it", async () => {
    const forum = await session().open(`${server.origin}/forum`);
    try {
      await openReader(forum);
      assert.match((await forum.inView((dialog) => dialog.querySelector<HTMLElement>(".notice")?.innerText)) ?? "", /hard to read\s+Lectern is not sure/);
      const mark = await forum.inView((dialog) => dialog.querySelector<HTMLElement>("[data-uncertain]")?.title);
      assert.match(mark ?? "", /not sure that this belongs/, "uncertain blocks are marked, and say why");
      await clickInView(forum, ".notice .text-button");
      await waitUntilClosed(forum);
    } finally {
      await forum.close();
    }
  });

  it("what plays is paused, and plays on when the view is left", async () => {
    const states = (): Promise<boolean> => page.inPage(() => document.querySelector("audio")!.paused);
    await page.inPage(async () => {
      // A second of silence, again and again.
      const bytes = new Uint8Array(44 + 8000).fill(128);
      const view = new DataView(bytes.buffer);
      [0x46464952, 8036, 0x45564157, 0x20746d66, 16, 0x00010001, 8000, 8000, 0x00080001, 0x61746164, 8000].forEach((value, i) => view.setUint32(4 * i, value, true));
      const audio = Object.assign(document.createElement("audio"), {loop: true, muted: true, src: URL.createObjectURL(new Blob([bytes], {type: "audio/wav"}))});
      document.body.append(audio);
      await audio.play();
    });
    assert.equal(await states(), false);
    await openReader(page);
    assert.equal(await states(), true);
    await closeReader(page);
    await until("the sound to go on", async () => !(await states()));
  });

  it("keys typed in the view do not start the page's shortcuts", async () => {
    await page.inPage(() => {
      document.addEventListener("keydown", (event) => {
        if (event.key === "j") document.title = "the page heard it";
      });
    });
    await openReader(page);
    await page.press("j");
    assert.notEqual(await page.inPage(() => document.title), "the page heard it");
  });
});

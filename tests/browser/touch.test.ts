// The view under a finger: taps, swipes, selections made with handles, and targets that a finger can hit.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {article, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {openReader, placeInView, tapInView, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kSize = [390, 800] as const;
/** WCAG 2.2, 2.5.8; links and marks within a line of text are excepted. */
const kSmallestTarget = 24;

const kPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const figure = (name: string): string =>
  `<figure><img src="/${name}.png" width="800" height="500" alt="A ${name}"><figcaption>The ${name} that nobody may touch.</figcaption></figure>`;
const kPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 2))}${figure("stove")}<h2>Desks and cousins</h2>${paragraphs(kParagraphs.slice(2, 4))}<p>${kPrompt}</p>
<h2>Four tin trunks</h2>${figure("trunk")}${paragraphs(kParagraphs.slice(4))}${paragraphs(kParagraphs.map((text) => `Years later, ${text}`))}
<p>The register<sup><a href="#note" id="mark">1</a></sup> says so.</p><ol><li id="note">It is kept at the harbour office. <a href="#mark">back</a></li></ol><nav><a href="/?page=2">2</a></nav>`),
  '<meta name="viewport" content="width=device-width, initial-scale=1"><style>img { max-width: 100%; height: auto }</style>',
);

/** Pages of the time before small screens: one says how wide it is, one says nothing. */
const kWideBody = `${article(paragraphs([...kParagraphs, ...kParagraphs.map((text) => `Years later, ${text}`)]))}<style>body { width: 1100px; font-size: 70px }</style>`;
const kWide = pageOf(kWideBody, '<meta name="viewport" content="width=1100">');
const kSilent = pageOf(kWideBody);

let server: PageServer;
before(async () => {
  server = await servePages(Object.fromEntries([["/", {body: kPage}], ["/wide", {body: kWide}], ["/silent", {body: kSilent}], ...["stove", "trunk"].map((name) => [`/${name}.png`, {body: kPicture, headers: {"content-type": "image/png"}}] as const)]));
});
after(() => server.close());

/** Whatever can be hit and is too small for a finger, by its markup. */
const smallTargets = (page: ReaderPage): Promise<string[] | null> =>
  page.inView((dialog, smallest: number) =>
    [...dialog.querySelectorAll<HTMLElement>("button, a[href], input, select, summary, [role=button], iframe")]
      .filter((element) => element.checkVisibility() && !element.matches(".body a, .footnote-text a, mark, .notice a"))
      .filter((element) => {
        const {width, height} = (element.closest("label") ?? element).getBoundingClientRect();
        return width < smallest || height < smallest;
      })
      .map((element) => element.outerHTML.slice(0, 120)), kSmallestTarget);

inEveryBrowser("touched", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
    await page.resize(...kSize, true);
    await openReader(page);
  });
  afterEach(() => page.close());

  const isHidden = (selector: string): Promise<boolean | null> => page.inView((dialog, wanted: string) => dialog.querySelector<HTMLElement>(wanted)!.hidden === true, selector);

  it("taps open and close, choose and leave", async () => {
    await tapInView(page, "[data-panel=appearance]");
    assert.equal(await isHidden(".appearance"), false);
    await tapInView(page, "input[name=theme][value=sepia]");
    await until("the theme", () => page.inView((dialog) => dialog.dataset["theme"] === "sepia"));
    await tapInView(page, ".reset");
    await tapInView(page, "[data-panel=appearance]");
    assert.equal(await isHidden(".appearance"), true);
    await tapInView(page, "a[role=doc-noteref]");
    await until("the note", async () => (await isHidden(".footnote")) === false);
    await tapInView(page, ".toolbar .close");
    await waitUntilClosed(page);
  });

  it("a swipe scrolls the article", async (context) => {
    if (session().name === "firefox") return context.skip("the driver of Firefox sends touches past the scroller");
    await page.swipe([200, 650], [200, 150]);
    await until("the scroll", () => page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTop > 200));
  });

  it("a swipe shows the next picture, another the one before, a tap puts it away", async () => {
    await tapInView(page, ".zoom");
    const shown = (): Promise<string | null> => page.inView((dialog) => dialog.querySelector<HTMLImageElement>(".lightbox img")?.alt ?? "");
    await until("the picture", async () => (await shown()) === "A stove");
    await page.swipe([300, 400], [80, 410]);
    await until("the next one", async () => (await shown()) === "A trunk");
    await page.swipe([80, 400], [300, 410]);
    await until("the first again", async () => (await shown()) === "A stove");
    await page.swipe([200, 300], [205, 480]);
    assert.equal(await shown(), "A stove", "up and down is no swipe to the side");
    await tapInView(page, ".lightbox .next");
    assert.equal(await shown(), "A trunk");
    await tapInView(page, ".lightbox .close");
    assert.equal(await isHidden(".lightbox"), true);
  });

  it("the drawer goes out at the edge that it came from", async () => {
    await tapInView(page, "[data-panel=removed]");
    assert.equal(await isHidden(".drawer"), false);
    await page.swipe([300, 500], [80, 500]);
    assert.equal(await isHidden(".drawer"), false, "not at the other one");
    await page.swipe([80, 500], [300, 500]);
    await until("the drawer to go", () => isHidden(".drawer"));
  });

  it("a selection made with handles gets its bar, below the system's own", async () => {
    const {x, y} = await placeInView(page, ".body p");
    await page.tap(x, y);
    await page.inView((dialog) => {
      const words = dialog.querySelector(".body p")!.firstChild as Text;
      getSelection()!.setBaseAndExtent(words, 4, words, 30); // what a handle does, and no pointer is heard of
    });
    await until("the bar", async () => (await isHidden(".selection-bar")) === false);
    const place = await page.inView((dialog) => ({
      bar: dialog.querySelector(".selection-bar")!.getBoundingClientRect().top,
      words: (() => {
        const range = document.createRange();
        range.setStart(dialog.querySelector(".body p")!.firstChild!, 4);
        range.setEnd(dialog.querySelector(".body p")!.firstChild!, 30);
        return range.getBoundingClientRect().bottom;
      })(),
    }));
    assert.ok(place!.bar > place!.words, JSON.stringify(place));
    await tapInView(page, ".selection-bar button");
    await until("the mark", () => page.inView((dialog) => dialog.querySelector("mark.highlight") !== null));
    await tapInView(page, "mark.highlight");
    await until("its card", async () => (await isHidden(".note-card")) === false);
    assert.deepEqual(await smallTargets(page), []);
    await tapInView(page, "[data-action=remove-highlight]");
  });

  it("nothing is too small for a finger, in any state", async () => {
    assert.deepEqual(await smallTargets(page), [], "toolbar and ending");
    for (const panel of ["outline", "removed", "keep", "appearance", "search", "listen"]) {
      await tapInView(page, `[data-panel=${panel}]`);
      if (panel === "appearance") {
        await tapInView(page, ".more summary");
        await tapInView(page, "input[name=theme][value=own]");
      }
      assert.deepEqual(await smallTargets(page), [], panel);
      if (panel === "appearance") await tapInView(page, ".reset");
      if (panel === "removed") await tapInView(page, ".drawer .panel-header button");
      else await tapInView(page, panel === "listen" ? ".speech-bar > button:last-child" : `[data-panel=${panel}]`);
    }
    await tapInView(page, ".zoom");
    assert.deepEqual(await smallTargets(page), [], "a picture");
  });

  it("a page that is wider than the screen is read at the screen's size, and is as it was afterwards", async (context) => {
    if (session().name === "firefox") return context.skip("Firefox for large screens shows every page at its own size");
    for (const path of ["/wide", "/silent"]) {
      const wide = await session().open(server.origin + path);
      await wide.resize(...kSize, true);
      const shown = (): Promise<{scale: number; width: number; top: number; markup: string}> =>
        wide.inPage(() => ({
          scale: visualViewport!.scale, width: innerWidth, top: scrollY, markup: [...document.querySelectorAll("meta[name=viewport]")].map((meta) => meta.outerHTML).join(""),
        }));
      await wide.inPage(() => scrollTo(0, 700));
      const before = await shown();
      assert.ok(before.scale < 0.5 && before.top > 600, `${path} is shown at ${before.scale}, scrolled by ${before.top}`);
      await openReader(wide);
      await until("the screen's width", () => wide.inView((dialog, width: number) => visualViewport!.scale === 1 && dialog.offsetWidth === width, kSize[0]));
      await tapInView(wide, ".toolbar .close");
      await waitUntilClosed(wide);
      await until("the page as it was", async () => {
        const after = await shown();
        return after.scale === before.scale && after.width === before.width && Math.abs(after.top - before.top) < 2 && after.markup === before.markup;
      });
      await wide.close();
    }
  });
});

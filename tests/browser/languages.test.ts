// The interface in other languages than English: its own words, from right to left where they run so, and nothing
// cut off or covered by longer ones.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {after, before, it} from "node:test";
import {article, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {kAxePages, violations, violationsOfPage} from "./support/axe";
import {inLanguage} from "./support/extension_copy";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, placeInView, until, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 2))}<h2>Desks and cousins</h2>${paragraphs(kParagraphs.slice(2, 3))}<p>${kPrompt}</p><figure><img src="/images/estuary.jpg?1" width="800" height="500" alt="A stove"><figcaption>The stove.</figcaption></figure>
<h2>Shelves instead</h2>${paragraphs(kParagraphs.slice(3))}<figure><img src="/images/estuary.jpg?2" width="800" height="500" alt="A trunk"><figcaption>The trunk.</figcaption></figure>`),
);

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kPage}, ...kAxePages}, "demo");
});
after(() => server.close());

const kDirections: Readonly<Record<string, "ltr" | "rtl">> = {ar: "rtl", he: "rtl", de: "ltr", ja: "ltr"};

/** A text of the interface as its translators have written it. */
function wordsOf(language: string, key: string): string {
  const texts = JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8")) as Record<string, {message: string}>;
  return texts[key]!.message;
}

for (const [language, direction] of Object.entries(kDirections)) {
  inEveryBrowser(`the interface in ${language}`, (session) => {
    const isMirrored = direction === "rtl";
    const boxOf = (page: ReaderPage, selector: string): Promise<{left: number; right: number; window: number} | null> =>
      page.inView((dialog, wanted: string) => {
        const {left, right} = dialog.querySelector(wanted)!.getBoundingClientRect();
        return {left, right, window: innerWidth};
      }, selector);
    /** How far an element is from the side on which lines start. */
    const fromStart = async (page: ReaderPage, selector: string): Promise<number> => {
      const box = await boxOf(page, selector);
      return isMirrored ? box!.window - box!.right : box!.left;
    };
    const outside = (page: ReaderPage): Promise<string[] | null> =>
      page.inView((dialog) =>
        [...dialog.querySelectorAll<HTMLElement>(".toolbar *, .panel:not([hidden]) *, .drawer:not([hidden]) *, .speech-bar:not([hidden]) *, .search-bar:not([hidden]) *")]
          .filter((element) => element.checkVisibility() && !element.closest(".hidden-label"))
          .filter((element) => {
            const {left, right, width} = element.getBoundingClientRect();
            return width > 0 && (left < -1 || right > innerWidth + 1);
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );

    it("stands in the view, runs its own way, and fits a narrow window", () =>
      onPage(session().open(`${server.origin}/`), async (page) => {
        await page.resize(1000, 800);
        await openReader(page);
        const seen = await page.inView((dialog) => ({
          direction: getComputedStyle(dialog).direction, language: dialog.lang.split("-")[0], article: getComputedStyle(dialog.querySelector(".body")!).direction,
          appearance: dialog.querySelector("[data-panel=appearance]")!.getAttribute("aria-label") ?? "", keep: dialog.querySelector("[data-action=copy-markdown]")!.textContent ?? "",
        }));
        assert.equal(seen?.direction, direction);
        assert.equal(seen?.language, language);
        assert.equal(seen?.article, "ltr", "the article keeps its own direction");
        assert.equal(seen?.appearance, wordsOf(language, "appearance"));
        assert.equal(seen?.keep, wordsOf(language, "copyMarkdown"));

        assert.ok((await fromStart(page, "[data-panel=outline]")) < 60, "the toolbar starts where lines start");
        assert.ok((await fromStart(page, ".close")) > 900, "and ends at the other side");
        await clickInView(page, "[data-panel=removed]");
        assert.ok((await fromStart(page, ".drawer")) >= 600, "the drawer comes from where lines end");
        await clickInView(page, ".drawer .panel-header button");
        await clickInView(page, ".zoom");
        await page.press(isMirrored ? "ArrowLeft" : "ArrowRight");
        await until("the next picture, where lines lead", () => page.inView((dialog) => dialog.querySelector<HTMLImageElement>(".lightbox img")!.alt === "A trunk"));
        assert.ok((await fromStart(page, ".lightbox .previous")) < 60);
        await page.press("Escape");

        await page.resize(360, 740);
        for (const panel of ["outline", "removed", "keep", "appearance", "search", "listen"]) {
          await clickInView(page, `[data-panel=${panel}]`);
          if (panel === "appearance") await clickInView(page, ".more summary");
          assert.deepEqual(await violations(session(), page, server.origin), [], panel);
          assert.deepEqual(await outside(page), [], panel);
          if (panel === "listen") {
            const [back, on] = (await page.inView((dialog) => [...dialog.querySelectorAll(".speech-steps button")].filter((_, index) => index !== 1).map((button) => button.getBoundingClientRect().left)))!;
            assert.ok(back! < on!, "back is on the left, as on every player");
          }
          await clickInView(page, panel === "removed" ? ".drawer .panel-header button" : panel === "listen" ? ".speech-bar > button:last-child" : `[data-panel=${panel}]`);
        }
      }));

    it("says nothing by halves on the narrowest window", () =>
      onPage(session().open(`${server.origin}/`), async (page) => {
        await page.resize(320, 600);
        await openReader(page);
        await clickInView(page, "[data-panel=appearance]");
        const cut = await page.inView((dialog) => {
          const {top, bottom} = dialog.querySelector(".time-left")!.getBoundingClientRect();
          const words = document.createRange();
          words.selectNodeContents(dialog.querySelector(".time-left")!);
          const line = words.getBoundingClientRect();
          const isWholeOrGone = (line.top >= bottom - 1 || (line.top >= top - 1 && line.width <= dialog.querySelector(".time-left")!.clientWidth));
          return [...(isWholeOrGone ? [] : ["the minutes left"]), ...[...dialog.querySelectorAll<HTMLElement>(".choice-name")].filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent)];
        });
        assert.deepEqual(cut, []);
      }));

    it("answers to swipes and clicks where things are", () =>
      onPage(session().open(`${server.origin}/`), async (page) => {
        await page.resize(1000, 800);
        await openReader(page);
        await clickInView(page, "[data-panel=removed]");
        const {x, y} = await placeInView(page, ".panel-note");
        await page.swipe([x, y], [x + (isMirrored ? -150 : 150), y]);
        await until("the drawer to go", () => page.inView((dialog) => dialog.querySelector<HTMLElement>(".drawer")!.hidden));
      }));

    it("stands on the settings page", () =>
      onPage(session().openOwnPage("settings.html"), async (page) => {
        await until("the page", () => page.inPage(() => document.querySelector("main section:last-of-type dl") !== null));
        const seen = await page.inPage(() => ({direction: getComputedStyle(document.body).direction, title: document.title, overflow: document.documentElement.scrollWidth > innerWidth}));
        assert.equal(seen.direction, direction);
        assert.equal(seen.title, wordsOf(language, "settingsTitle"));
        assert.equal(seen.overflow, false);
        assert.deepEqual(await violationsOfPage(page), []);
      }));
  }, {changes: [inLanguage(language)]});
}

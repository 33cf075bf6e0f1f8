// Searching in the article by keyboard.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {article, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, until, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kPage = pageOf(article(`${paragraphs()}${paragraphs(kParagraphs.map((text) => `Years later, ${text}`))}<p>The café by the harbour keeps a list of every herring boat that came in late, with the names of those who waited.</p>`));

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kPage}});
});
after(() => server.close());

inEveryBrowser("search", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
    await openReader(page);
  });
  afterEach(() => page.close());

  const count = (): Promise<string | null> => page.inView((dialog) => dialog.querySelector(".search-count")!.textContent);
  const counts = (expected: RegExp): Promise<unknown> => until(`the count to be ${expected}`, async () => expected.test((await count()) ?? ""));
  const found = (): Promise<{words: string; isOnScreen: boolean} | null> =>
    page.inView(() => {
      const ranges = [...(CSS.highlights.get("lectern-found-now") ?? [])] as Range[];
      const box = ranges[0]?.getBoundingClientRect();
      return ranges[0] ? {words: ranges[0].toString(), isOnScreen: box!.top > 48 && box!.bottom < innerHeight} : null;
    });

  it("by its key finds words, whatever their case and accents, and goes from one to the next", async () => {
    await page.press("Control+f");
    await page.type("HERRING");
    await counts(/^1 of \d+$/);
    const total = Number(/\d+$/.exec((await count()) ?? "")?.[0]);
    assert.ok(total >= 5, `${total} matches`);
    await page.press("Enter");
    await counts(/^2 of/);
    await page.press("Shift+Enter");
    await page.press("Shift+Enter");
    await counts(new RegExp(`^${total} of ${total}$`));
    const last = await found();
    if (last) assert.deepEqual({...last, words: last.words.toLowerCase()}, {words: "herring", isOnScreen: true});
    for (let i = 0; i < 7; ++i) await page.press("Backspace");
    await page.type("cafe");
    await counts(/^1 of 1$/);
  });

  it("says so when nothing is found, and Escape closes it before the view", async () => {
    await clickInView(page, "[data-panel=search]");
    await page.type("xylophone");
    await counts(/Not found/);
    const frame = (): Promise<string | null> => page.inView((dialog) => getComputedStyle(dialog.querySelector(".search-bar .private-field")!).outlineStyle);
    assert.equal(await frame(), "solid", "the field shows that it has the focus");
    await page.press("Escape");
    await until("the bar to close", () => page.inView((dialog) => dialog.querySelector<HTMLElement>(".search-bar")!.hidden));
    assert.equal(await page.inView((dialog) => (dialog.getRootNode() as ShadowRoot).activeElement?.getAttribute("data-panel")), "search");
    assert.equal(await page.inView(() => true), true, "the view is still open");
  });
});

// The reader opens on every kind of page, whatever its policy, style or structure.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {
  article, hugePage, kFrontPage, kHeadline, kHostileCss, kOrdinaryPage, kParagraphs, kPlainText, kPrompt, kRestlessPage, kShadowPage, page,
} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, openReader, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kEveryPolicy = "default-src 'none'; sandbox; require-trusted-types-for 'script'; trusted-types 'none'";

let server: PageServer;
before(async () => {
  server = await servePages({
    "/ordinary": {body: kOrdinaryPage},
    "/strict": {body: kOrdinaryPage, headers: {"content-security-policy": "default-src 'none'"}},
    "/sandbox": {body: kOrdinaryPage, headers: {"content-security-policy": "sandbox"}},
    "/isolated": {body: kOrdinaryPage, headers: {"cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin"}},
    "/trusted-types": {body: kOrdinaryPage, headers: {"content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'"}},
    "/every-policy": {body: kOrdinaryPage, headers: {"content-security-policy": kEveryPolicy, "x-frame-options": "DENY"}},
    "/hostile-css": {body: page(article(), kHostileCss)},
    "/shadow": {body: kShadowPage},
    "/restless": {body: kRestlessPage},
    "/front": {body: kFrontPage},
    "/huge": {body: hugePage(20_000)},
    "/plain.txt": {body: kPlainText},
  });
});
after(() => server.close());

inEveryBrowser("the reader opens", (session) => {
  const reading = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> =>
    onPage(session().open(server.origin + path), async (opened) => {
      await openReader(opened);
      await look(opened);
    });

  const showsWholeArticle = async (opened: ReaderPage): Promise<void> => {
    const text = await articleText(opened);
    assert.ok(text.includes(kHeadline), "headline");
    for (const paragraph of kParagraphs) assert.ok(text.includes(paragraph), paragraph.slice(0, 40));
  };

  it("on an ordinary page, without its prompt and furniture", () =>
    reading("/ordinary", async (opened) => {
      await showsWholeArticle(opened);
      const text = await articleText(opened);
      assert.ok(!text.includes(kPrompt), "the prompt is left out");
      assert.ok(!text.includes("Harbour Street"), "the footer is left out");
    }));

  for (const path of ["/strict", "/sandbox", "/isolated", "/trusted-types", "/every-policy"]) {
    it(`on a page with a policy: ${path.slice(1)}`, () =>
      reading(path, async (opened) => {
        await showsWholeArticle(opened);
        const looks = await opened.inView((dialog) => ({
          width: dialog.offsetWidth === innerWidth,
          isStyled: getComputedStyle(dialog.querySelector("h1") ?? dialog).fontSize !== getComputedStyle(dialog).fontSize,
        }));
        assert.deepEqual(looks, {width: true, isStyled: true});
      }));
  }

  it("on a page whose styles attack whatever they find", () =>
    reading("/hostile-css", async (opened) => {
      await showsWholeArticle(opened);
      const looks = await opened.inView((dialog) => {
        const paragraph = dialog.querySelector(".body p") as HTMLElement;
        const box = paragraph.getBoundingClientRect();
        const host = (dialog.getRootNode() as ShadowRoot).host;
        return {
          isOnScreen: box.width > 200 && box.left >= 0,
          size: parseFloat(getComputedStyle(paragraph).fontSize) >= 16,
          visibility: getComputedStyle(paragraph).visibility,
          opacity: getComputedStyle(host).opacity,
        };
      });
      assert.deepEqual(looks, {isOnScreen: true, size: true, visibility: "visible", opacity: "1"});
    }));

  it("on a page made of open and closed shadow roots and slots", () =>
    reading("/shadow", async (opened) => {
      await showsWholeArticle(opened);
      const text = await articleText(opened);
      assert.ok(text.includes("A slot that nothing is assigned to"), "what an empty slot shows");
      assert.ok(!text.includes("no reader sees it"), "what is assigned to no slot");
      const order = kParagraphs.map((paragraph) => text.indexOf(paragraph));
      assert.deepEqual(order, [...order].sort((a, b) => a - b), "in the order of the page");
    }));

  it("on a page that changes while it is captured", () => reading("/restless", showsWholeArticle));

  it("on a page of 20,000 elements", () => reading("/huge", showsWholeArticle));

  it("on a plain text file", () => reading("/plain.txt", showsWholeArticle));

  it("with a friendly message where the page holds no article", () =>
    reading("/front", async (opened) => {
      const text = await articleText(opened);
      assert.match(text, /No article here/);
      assert.match(text, /Show the page/);
    }));

  it("leaving the page itself as it was", async () => {
    const opened = await session().open(`${server.origin}/ordinary`);
    try {
      const markup = await opened.inPage(() => document.documentElement.outerHTML);
      await openReader(opened);
      await opened.pressButton();
      await opened.inPage(async () => {
        while (document.querySelector("lectern-reader")) await new Promise((resolve) => setTimeout(resolve, 20));
      });
      assert.equal(await opened.inPage(() => document.documentElement.outerHTML), markup);
    } finally {
      await opened.close();
    }
  });
});

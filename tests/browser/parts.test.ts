// More and less than the page: its next page, another of its articles, what is selected, what is pasted.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kHeadline, kParagraphs, kPlainText, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInPage, clickInView, closeReader, openReader, savedFile, until, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kPager = '<nav class="pagination"><a href="/story">1</a> <a href="/story?page=2">2</a> <a href="/another-story">More from the island</a></nav>';
const kFirst = pageOf(article(`${paragraphs(kParagraphs.slice(0, 3))}${kPager}`));
const kSecond = pageOf(article(`<p>${kPrompt}</p>${paragraphs(kParagraphs.slice(3))}${kPager}`));

const kOther = "Harbour to get a second crane";
const kOtherParagraphs = [
  "The harbour board has voted by five to four to buy a second crane, which will stand where the fish market was until the storm of 2019 took the roof and half of the walls with it.",
  "The crane is to be delivered in parts, by the same ferry that carries the sheep, and put together on the quay by a firm from the mainland. The chairman says that it will be working by June.",
  "Fishermen are divided. Some say that the first crane was never the problem, and that what is missing is someone who can drive it on a Sunday morning when the boats come in.",
];
const kTwo = pageOf(`<main><article><h1>${kHeadline}</h1><p class="byline">By Ines Halvorsen</p>${paragraphs()}</article>
<article><h1>${kOther}</h1><p class="byline">By Tom Orme</p>${paragraphs(kOtherParagraphs)}</article></main>`);

let server: PageServer;
before(async () => {
  server = await servePages({"/story": {body: kFirst}, "/two": {body: kTwo}});
  server.addQuery("/story?page=2", {body: kSecond});
});
after(() => server.close());

inEveryBrowser("parts", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);

  it("the next page is added under the first when the reader asks, and saved with it", () =>
    on("/story", async (page) => {
      const timesFetched = (): number => server.requests.filter((request) => request === "/story?page=2").length;
      const before = timesFetched();
      await openReader(page);
      assert.equal(timesFetched(), before, "nothing is fetched unasked");
      await clickInView(page, ".next-page");
      await until("the second page", async () => (await articleText(page)).includes(kParagraphs[5]!));
      const text = await articleText(page);
      const order = kParagraphs.map((paragraph) => text.indexOf(paragraph));
      assert.deepEqual(order, [...order].sort((a, b) => a - b));
      assert.equal(order.includes(-1), false);
      assert.equal(text.split(kHeadline).length, 2, "one headline");
      assert.equal(await page.inView((dialog) => dialog.querySelector(".next-page")), null, "there is no third page");
      assert.ok(!text.includes(kPrompt), "the prompt of the second page is left out");
      await clickInView(page, "[data-panel=removed]");
      assert.ok((await page.inView((dialog) => dialog.querySelector<HTMLElement>(".drawer")!.innerText))?.includes(kPrompt), "and can be put back");
      await page.press("Escape");
      await clickInView(page, "[data-panel=keep]");
      await clickInView(page, "[data-action=save-markdown]");
      const saved = (await savedFile(session().downloads, ".md")).toString("utf8");
      for (const paragraph of kParagraphs) assert.ok(saved.includes(paragraph), paragraph.slice(0, 40));
    }));

  it("of a page with several articles the reader picks another", () =>
    on("/two", async (page) => {
      await openReader(page);
      assert.ok(!(await articleText(page)).includes(kOtherParagraphs[0]!));
      await clickInView(page, ".others button");
      await until("the other article", async () => (await articleText(page)).includes(kOtherParagraphs[2]!));
      const text = await articleText(page);
      assert.ok(text.includes(kOther) && !text.includes(kParagraphs[0]!));
      await clickInView(page, ".others button");
      await until("the first again", async () => (await articleText(page)).includes(kParagraphs[5]!));
    }));

  it("what is selected is read alone", () =>
    on("/two", async (page) => {
      // Opening once gives the extension its access to the page, as a click in a menu would.
      await openReader(page);
      await closeReader(page);
      await page.inPage(() => {
        const [first, , third] = document.querySelectorAll("article p:not(.byline)");
        getSelection()!.setBaseAndExtent(first!.firstChild!, 4, third!.firstChild!, 30);
      });
      await session().chooseMenu("read-selection", page.url());
      await until("the view", () => page.inView((dialog) => dialog.querySelector("h1") !== null));
      const text = await articleText(page);
      assert.ok(text.includes(kParagraphs[1]!), "what lies between");
      assert.ok(text.includes(kParagraphs[0]!.slice(4)) && !text.includes(kParagraphs[0]!), "from the letter where the selection starts");
      assert.ok(!text.includes(kParagraphs[3]!), "nothing after it");
    }));

  it("a short selection is read as it is", () =>
    on("/two", async (page) => {
      await openReader(page);
      await closeReader(page);
      await page.inPage(() => {
        const words = document.querySelector("article p:not(.byline)")!.firstChild!;
        getSelection()!.setBaseAndExtent(words, 0, words, 52);
      });
      await session().chooseMenu("read-selection", page.url());
      await until("the words", async () => (await articleText(page)).includes(kParagraphs[0]!.slice(0, 52)));
    }));

  it("pasted text is read on a page of the extension", () =>
    onPage(session().openOwnPage("paste.html"), async (page) => {
      await until("the field", () => page.inPage(() => document.activeElement?.id === "pasted"));
      await page.inPage((text) => {
        const field = document.querySelector<HTMLTextAreaElement>("#pasted")!;
        field.value = text;
      }, kPlainText);
      await clickInPage(page, "[data-action=read]");
      await until("the view", () => page.inView((dialog) => dialog.querySelector("h1") !== null));
      const text = await articleText(page);
      assert.ok(text.includes(kHeadline));
      for (const paragraph of kParagraphs) assert.ok(text.includes(paragraph), paragraph.slice(0, 40));
      await page.press("Escape");
      await until("the view to close", async () => (await page.inView(() => true)) === null);
    }));
});

// Aids for reading: contents, place, typography, pictures, notes, highlights, files.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {article, kHeadline, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInView, closeReader, openReader, savedFile, sleep, until, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

// One black pixel, stretched by its page.
const kPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const kRich = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 2))}
<figure><img src="/picture.png" width="800" height="500" alt="A stove in a schoolroom"><figcaption>The stove that nobody may touch.</figcaption></figure>
<h2>Desks and cousins</h2>${paragraphs(kParagraphs.slice(2, 4))}<p>${kPrompt}</p>
<h2>Four tin trunks</h2>${paragraphs(kParagraphs.slice(4))}${paragraphs(kParagraphs.map((text) => `Later that year, ${text}`))}`),
);

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kRich}, "/picture.png": {body: kPicture, headers: {"content-type": "image/png"}}});
});
after(() => server.close());

inEveryBrowser("reading aids", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
    await openReader(page);
  });
  afterEach(() => page.close());

  it("the contents lead to each heading and follow the scroll", async () => {
    await clickInView(page, "[data-panel=outline]");
    const entries = await page.inView((dialog) => [...dialog.querySelectorAll(".outline-link")].map((link) => link.textContent));
    assert.deepEqual(entries, ["Desks and cousins", "Four tin trunks"]);
    await clickInView(page, ".outline li:last-child button");
    const top = await page.inView((dialog) => [...dialog.querySelectorAll("h2")].find((heading) => heading.textContent === "Four tin trunks")!.getBoundingClientRect().top);
    assert.ok(top !== null && top >= 48 && top < 400, `the heading stands at ${top}`);
    const current = await until("the mark", () => page.inView((dialog) => dialog.querySelector(".outline-link[aria-current]")?.textContent));
    assert.equal(current, "Four tin trunks");
  });

  it("the place is found again", async () => {
    await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 900, behavior: "instant"}));
    const seen = await page.inView((dialog) => [...dialog.querySelectorAll(".body > *")].find((block) => block.getBoundingClientRect().bottom > 64)!.textContent);
    await sleep(1200);
    await closeReader(page);
    await openReader(page);
    const toast = await until("the message", () => page.inView((dialog) => dialog.querySelector(".toast")?.textContent));
    assert.match(toast, /Continued/);
    const again = await page.inView((dialog) => [...dialog.querySelectorAll(".body > *")].find((block) => block.getBoundingClientRect().bottom > 64)!.textContent);
    assert.equal(again, seen);
    await clickInView(page, ".toast button");
    assert.equal(await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTop), 0);
    await sleep(1200);
  });

  it("typeface, spacing and own colours show at once, and reset takes them back", async () => {
    const look = (): Promise<{face: string; paper: string; spacing: string} | null> =>
      page.inView((dialog) => {
        const style = getComputedStyle(dialog.querySelector(".body p")!);
        return {face: style.fontFamily, paper: getComputedStyle(dialog).backgroundColor, spacing: style.letterSpacing};
      });
    const before = await look();
    await clickInView(page, "[data-panel=appearance]");
    await clickInView(page, "input[name=typeface][value=hyperlegible]");
    await clickInView(page, "[data-step='letterSpacing+']");
    await clickInView(page, "input[name=theme][value=own]");
    const changed = await look();
    assert.match(changed?.face ?? "", /^"?Lectern Hyperlegible/);
    assert.notEqual(changed?.paper, before?.paper);
    assert.notEqual(changed?.spacing, before?.spacing);
    assert.match((await page.inView((dialog) => dialog.querySelector(".contrast")!.textContent)) ?? "", /Contrast \d+\.\d/);
    const isLoaded = await until("the face", () => page.inPage(() => [...document.fonts].some((face) => face.family.includes("Hyperlegible") && face.status === "loaded")));
    assert.ok(isLoaded);
    await clickInView(page, ".reset");
    assert.deepEqual(await look(), before);
  });

  it("images are dimmed or left out when the reader asks", async () => {
    const shown = (): Promise<boolean | null> => page.inView((dialog) => dialog.querySelector(".body img")!.getClientRects().length > 0);
    assert.equal(await shown(), true);
    await clickInView(page, "[data-panel=appearance]");
    await clickInView(page, "input[name=images][value=off]");
    assert.equal(await shown(), false);
    await clickInView(page, ".reset");
    assert.equal(await shown(), true);
  });

  it("a picture opens by itself with its caption", async () => {
    await clickInView(page, ".zoom");
    assert.match((await page.inView((dialog) => dialog.querySelector<HTMLElement>(".lightbox")!.innerText)) ?? "", /nobody may touch/);
    await page.press("Escape");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".lightbox")!.hidden), true);
    assert.equal(await page.inView((dialog) => (dialog.getRootNode() as ShadowRoot).activeElement?.className), "zoom");
  });

  it("a kind of block is always kept on this site when the reader says so", async () => {
    await clickInView(page, "[data-panel=removed]");
    await clickInView(page, ".keep-kind input");
    await closeReader(page);
    await openReader(page);
    assert.ok((await articleText(page)).includes(kPrompt));
    await clickInView(page, "[data-panel=removed]");
    await clickInView(page, ".keep-kind input");
    assert.ok(!(await articleText(page)).includes(kPrompt));
  });

  it("a passage is highlighted with a note and found again", async () => {
    await page.inView((dialog, start: string) => {
      const words = [...dialog.querySelectorAll(".body p")].find((paragraph) => paragraph.textContent!.startsWith(start))!.firstChild as Text;
      getSelection()!.setBaseAndExtent(words, 0, words, 12);
      dialog.querySelector(".article")!.dispatchEvent(new PointerEvent("pointerup", {bubbles: true}));
    }, kParagraphs[1]!.slice(0, 12));
    await until("the bar", () => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".selection-bar")!.hidden));
    await clickInView(page, ".selection-bar button:last-child");
    await page.inView((dialog) => {
      const field = dialog.querySelector<HTMLTextAreaElement>(".note-card textarea")!;
      field.value = "Ask her about the chalk";
      field.dispatchEvent(new Event("change"));
    });
    await clickInView(page, "[data-action=close-note]");
    await sleep(200);
    await closeReader(page);
    await openReader(page);
    assert.equal(await page.inView((dialog) => dialog.querySelector("mark.highlight")?.textContent), kParagraphs[1]!.slice(0, 12));
    await clickInView(page, "[data-panel=keep]");
    assert.match((await page.inView((dialog) => dialog.querySelector(".notes-list")!.textContent)) ?? "", /Ask her about the chalk/);
    await page.press("Escape");
    await clickInView(page, "mark.highlight");
    await clickInView(page, "[data-action=remove-highlight]");
    assert.equal(await page.inView((dialog) => dialog.querySelector("mark.highlight")), null);
    assert.ok((await articleText(page)).includes(kParagraphs[1]!), "the text is as it was");
  });

  it("the article is saved as a book", async () => {
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=save-epub]");
    const book = (await savedFile(session().downloads, ".epub")).toString("utf8");
    assert.ok(book.startsWith("PK") && book.includes("mimetypeapplication/epub+zip"));
    for (const paragraph of [kHeadline, ...kParagraphs]) assert.ok(book.includes(paragraph), paragraph.slice(0, 40));
    assert.ok(!book.includes("<img"), "a book asks the network for nothing");
  });

  it("the article is saved as Markdown", async () => {
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=save-markdown]");
    const words = (await savedFile(session().downloads, ".md")).toString("utf8");
    assert.match(words, /## Desks and cousins/);
    assert.ok(words.includes(kParagraphs[5]!));
    assert.ok(!words.includes(kPrompt));
  });

  it("reading aloud opens a bar and closes again", async () => {
    await clickInView(page, "[data-panel=listen]");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-bar")!.hidden), false);
    await clickInView(page, ".speech-bar button:last-child");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".speech-bar")!.hidden), true);
  });

  it("asks the network for nothing that the page did not ask for", async () => {
    const page2 = await session().open(`${server.origin}/`);
    const known = server.requests.length;
    await openReader(page2);
    await sleep(400);
    await page2.close();
    assert.deepEqual(server.requests.slice(known).filter((path) => path !== "/favicon.ico"), []);
  });
});

// Aids for reading: contents, place, typography, pictures, notes, highlights, files.

import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {inflateSync} from "node:zlib";
import {article, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInView, closeReader, openReader, selectInView, sleep, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

// One black pixel, stretched by its page.
const kPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const kSecondPrompt = "Subscribe to the Island Post today and get the first month for free.";
const kNote = "The register of 1962 is kept at the harbour office, where it may be read on weekdays.";
const kRich = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 2))}
<figure><img src="/picture.png" width="800" height="500" alt="A stove in a schoolroom"><figcaption>The stove that nobody may touch.</figcaption></figure>
<h2>Desks and cousins</h2>${paragraphs(kParagraphs.slice(2, 4))}<p>${kPrompt}</p>
<h2>Four tin trunks</h2>${paragraphs(kParagraphs.slice(4))}<p>${kSecondPrompt}</p>${paragraphs(kParagraphs.map((text) => `Later that year, ${text}`))}
<details><summary>What was in the trunks</summary><p>Forty-one books, of which nine are about horses and one, which nobody has opened, about the council.</p></details>
<p>The register<sup><a href="#note" id="mark">1</a></sup> says so, and the <a href="/inspector">inspector</a> signed it on the beach with everybody else.</p>
<ol><li id="note">${kNote} <a href="#mark">back</a></li></ol>`),
);

/** How many pages a PDF has; some writers pack what says so. */
function pagesOf(pdf: Buffer): number {
  let text = pdf.toString("latin1");
  for (const {index, 0: start} of text.matchAll(/stream\r?\n/g)) {
    try {
      text += inflateSync(pdf.subarray(index + start.length)).toString("latin1");
    } catch {
      // Not every stream is packed this way.
    }
  }
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

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

  it("whatever changes about the looks or the window, the line that is read stays where it is", async () => {
    await page.resize(1000, 700);
    /** The paragraph at the eye's height, and how much of it lies above. */
    const place = (): Promise<[string, number] | null> => page.inView((dialog) => {
      const block = [...dialog.querySelectorAll(".body > *")].find((candidate) => candidate.getBoundingClientRect().bottom > 64)!;
      const {top, height} = block.getBoundingClientRect();
      return [block.textContent!.slice(0, 40), (64 - top) / height] as [string, number];
    });
    const stays = async (what: string, before: [string, number]): Promise<void> => {
      const [words, part] = (await place())!;
      assert.equal(words, before[0], what);
      assert.ok(Math.abs(part - before[1]) < 0.1, `${what}: ${before[1]} of it was above, ${part} is`);
    };
    await page.inView((dialog) => {
      const paragraph = [...dialog.querySelectorAll(".body p")].find((candidate) => candidate.textContent!.startsWith("Later that year, By the end"))!;
      const {top, height} = paragraph.getBoundingClientRect();
      dialog.querySelector(".scroller")!.scrollBy({top: top + height / 2 - 64, behavior: "instant"});
    });
    const before = (await place())!;
    assert.ok(Math.abs(before[1] - 0.5) < 0.1);
    await clickInView(page, "[data-panel=appearance]");
    for (let i = 0; i < 4; ++i) await clickInView(page, "[data-step='textSize+']");
    await stays("larger", before);
    await clickInView(page, "[data-step='measure-']");
    await stays("shorter lines", before);
    await clickInView(page, ".reset");
    await stays("as before", before);
    await page.press("Escape");
    await page.resize(420, 700);
    await until("the narrow window", () => page.inView((dialog) => dialog.offsetWidth === 420));
    await until("the place in it", async () => (await place())![0] === before[0]);
    await stays("a narrow window", before);
    await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 0, behavior: "instant"}));
    await sleep(1200); // or the next story begins here
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
    await clickInView(page, ".more summary");
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
    await clickInView(page, ".more summary");
    const filter = (): Promise<string | null> => page.inView((dialog) => getComputedStyle(dialog.querySelector(".body img")!).filter);
    assert.equal(await filter(), "none");
    await clickInView(page, "input[name=images][value=dim]");
    assert.match((await filter()) ?? "", /brightness/);
    await clickInView(page, "input[name=images][value=off]");
    assert.equal(await shown(), false);
    await clickInView(page, ".reset");
    assert.equal(await shown(), true);
  });

  it("progress and the minutes left follow the scroll", async () => {
    const seen = (): Promise<{part: number; left: string} | null> =>
      page.inView((dialog) => ({part: Number(dialog.querySelector<HTMLElement>(".progress")!.style.getPropertyValue("--part")), left: dialog.querySelector(".time-left")!.textContent ?? ""}));
    const start = await seen();
    assert.equal(start?.part, 0);
    assert.match(start?.left ?? "", /^\d+ min left$/);
    await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 700, behavior: "instant"}));
    await until("some of it", async () => ((await seen())?.part ?? 0) > 0.1);
    await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 1e6, behavior: "instant"}));
    await until("all of it", async () => (await seen())?.part === 1);
    assert.equal((await seen())?.left, "");
  });

  it("a double click selects a word, as a dictionary wants it, and the page's own menus stay", async () => {
    const place = await page.inView((dialog) => {
      const words = dialog.querySelector(".body p")!.firstChild as Text;
      const range = document.createRange();
      range.setStart(words, words.data.indexOf("engine"));
      range.setEnd(words, words.data.indexOf("engine") + 6);
      const {left, top, width, height} = range.getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    });
    await page.click(place!.x, place!.y, 2);
    await until("the word", () => page.inPage(() => getSelection()!.toString().trim() === "engine"));
    const isKept = await page.inView((dialog) => dialog.querySelector(".body p")!.dispatchEvent(new MouseEvent("contextmenu", {bubbles: true, cancelable: true, composed: true})));
    assert.equal(isKept, true, "nobody takes the browser's menu away");
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
    await selectInView(page, kParagraphs[1]!.slice(0, 12));
    await until("the bar", () => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".selection-bar")!.hidden));
    await clickInView(page, ".selection-bar button:last-child");
    await page.type("Ask her about the chalk");
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

  it("one click puts back every block of a kind", async () => {
    await clickInView(page, "[data-panel=removed]");
    await clickInView(page, ".removed-group:first-of-type > header .text-button");
    const text = await articleText(page);
    assert.ok(text.includes(kPrompt) && text.includes(kSecondPrompt));
    const [shown, name] = (await page.inView((dialog) => {
      const {textContent, ariaLabel} = dialog.querySelector(".removed-group:first-of-type > header .text-button")!;
      return [textContent, ariaLabel];
    }))!;
    assert.deepEqual([shown, name], ["Take all out", "Take all out: Subscription prompts"]);
    await clickInView(page, ".removed-group:first-of-type > header .text-button");
    assert.ok(!(await articleText(page)).includes(kPrompt));
  });

  it("a pointer over a removed block shows where it stood", async () => {
    await page.resize(1400, 900);
    await clickInView(page, "[data-panel=removed]");
    const place = await page.inView((dialog) => {
      const {left, top} = dialog.querySelector(".removed-text")!.getBoundingClientRect();
      return {x: left + 10, y: top + 8};
    });
    await page.move(place!.x, place!.y);
    const before = await until("the mark", () => page.inView((dialog) => dialog.querySelector(".place-mark")?.previousElementSibling?.textContent));
    assert.equal(before, kParagraphs[3]);
  });

  it("a note opens beside its mark and closes again", async () => {
    await clickInView(page, ".body a[role=doc-noteref]");
    const card = await until("the note", () => page.inView((dialog) => {
      const shown = dialog.querySelector<HTMLElement>(".footnote")!;
      return shown.hidden ? null : shown.innerText;
    }));
    assert.ok(card.includes(kNote));
    await page.press("Escape");
    assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".footnote")!.hidden), true);
    assert.equal(await page.inView((dialog) => (dialog.getRootNode() as ShadowRoot).activeElement?.getAttribute("role")), "doc-noteref");
  });

  it("the focus ruler follows the pointer", async () => {
    await clickInView(page, "[data-panel=appearance]");
    await clickInView(page, ".more summary");
    await clickInView(page, "input[name=ruler]");
    await page.press("Escape");
    const middle = (): Promise<number | null> => page.inView((dialog) => {
      const box = dialog.querySelector(".ruler")!.getBoundingClientRect();
      return Math.round(box.top + box.height / 2);
    });
    for (const y of [300, 420]) {
      await page.move(400, y);
      await until(`the ruler at ${y}`, async () => Math.abs(((await middle()) ?? 0) - y) <= 2);
    }
    await clickInView(page, "[data-panel=appearance]");
    await clickInView(page, ".reset");
  });

  it("on paper links are notes, and the view comes back as it was", async () => {
    const print = (type: string): Promise<void> => page.inPage((name) => void dispatchEvent(new Event(name)), type);
    await print("beforeprint");
    const printed = await page.inView((dialog) => ({
      isModal: dialog.matches(":modal"),
      links: [...dialog.querySelectorAll(".print-links li")].map((item) => item.textContent),
      mark: dialog.querySelector(".link-number")?.previousElementSibling?.textContent,
      isUnfolded: dialog.querySelector("details")?.open,
    }));
    assert.deepEqual(printed, {isModal: false, links: [`${server.origin}/inspector`], mark: "inspector", isUnfolded: true});
    await print("afterprint");
    assert.deepEqual(await page.inView((dialog) => [dialog.matches(":modal"), dialog.querySelector(".print-links"), dialog.querySelector("details")?.open]), [true, null, false]);
  });

  it("the whole article goes on paper, page by page", async () => {
    const pages = pagesOf(await page.print());
    assert.ok(pages >= 2, `${pages} pages`);
    assert.equal(await page.inView((dialog) => dialog.matches(":modal")), true);
    await page.press("Escape");
    await waitUntilClosed(page);
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

// axe-core finds nothing to object to in any state of the view and of the extension's own pages; and what it cannot
// see: where Tab leads, 400 per cent zoom, forced colours, reduced motion.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kFrontPage, kHeadline, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {kForum, kWithheldPage} from "./pages/doubtful";
import {kAxePages, violations, violationsOfPage} from "./support/axe";
import {servePages, type PageServer} from "./support/server";
import {clickInView, closeReader, openReader, selectInView, sleep, until, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const kPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 3))}<h2>Four tin trunks</h2><p>${kPrompt}</p><p>See the <a href="/register">register</a> of the school.<sup><a href="#note" id="mark">1</a></sup></p>
<figure><img src="/picture.png" width="800" height="500" alt="A stove in a schoolroom"><figcaption>The stove that nobody may touch.</figcaption></figure>
<table><caption>Pupils</caption><thead><tr><th>Year</th><th>Pupils</th></tr></thead><tbody><tr><td>1911</td><td>31</td></tr><tr><td>2026</td><td>14</td></tr></tbody></table>
<h2>Shelves instead</h2>${paragraphs(kParagraphs.slice(3))}<ol><li id="note">The register of 1962 is kept at the harbour office, where it may be read. <a href="#mark">back</a></li></ol>
<nav><a href="/?page=2">2</a></nav>`),
);

const kPager = '<nav class="pagination"><a href="/pages">1</a> <a href="/pages?page=2">2</a></nav>';
const kTwo = pageOf(`<main><article><h1>${kHeadline}</h1><p class="byline">By Ines Halvorsen</p>${paragraphs()}</article>
<article><h1>Harbour to get a second crane</h1><p class="byline">By Tom Orme</p>${paragraphs(kParagraphs.map((words) => `Of the crane they say: ${words}`))}</article></main>`);
const kThemes = ["light", "sepia", "dark", "black", "contrast", "contrast_dark"];

let server: PageServer;
before(async () => {
  server = await servePages({
    "/": {body: kPage},
    "/front": {body: kFrontPage},
    "/pages": {body: pageOf(article(`${paragraphs(kParagraphs.slice(0, 3))}${kPager}`))},
    "/two": {body: kTwo},
    "/withheld": {body: kWithheldPage},
    "/forum": {body: kForum},
    "/picture.png": {body: kPicture, headers: {"content-type": "image/png"}},
    ...kAxePages,
  });
  server.addQuery("/pages?page=2", {body: pageOf(article(`${paragraphs(kParagraphs.slice(3))}${kPager}`))});
});
after(() => server.close());

inEveryBrowser("accessible", (session) => {
  const inState = async (path: string, prepare: (page: ReaderPage) => Promise<void>): Promise<void> => {
    const page = await session().open(server.origin + path);
    try {
      await page.resize(1000, 800);
      await openReader(page);
      await prepare(page);
      assert.deepEqual(await violations(session(), page, server.origin), []);
    } finally {
      await page.close();
    }
  };

  it("the article, in every theme", () =>
    inState("/", async (page) => {
      for (const theme of kThemes) {
        await page.inView((dialog, wanted: string) => (dialog.dataset["theme"] = wanted), theme);
        assert.deepEqual(await violations(session(), page, server.origin), [], theme);
      }
    }));
  it("every panel and the search", () =>
    inState("/", async (page) => {
      for (const panel of ["outline", "removed", "keep", "appearance", "help"]) {
        await clickInView(page, `[data-panel=${panel}]`);
        if (panel === "appearance") await clickInView(page, ".more summary");
        assert.deepEqual(await violations(session(), page, server.origin), [], panel);
        await page.press("Escape");
      }
      await page.press("Control+f");
      await page.type("herring");
    }));
  it("the bar for reading aloud", () => inState("/", (page) => clickInView(page, "[data-panel=listen]")));
  it("a picture by itself", () => inState("/", (page) => clickInView(page, ".zoom")));
  it("the way to the next page, and the message that it was added", () =>
    inState("/pages", async (page) => {
      await until("the way", () => page.inView((dialog) => dialog.querySelector(".next-page") !== null));
      assert.deepEqual(await violations(session(), page, server.origin), []);
      await clickInView(page, ".next-page");
      await until("the message", () => page.inView((dialog) => dialog.querySelector(".toast") !== null));
    }));
  it("a message that offers something", () =>
    inState("/", async (page) => {
      await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 900, behavior: "instant"}));
      await sleep(1200);
      await closeReader(page);
      await openReader(page);
      await until("the message", () => page.inView((dialog) => dialog.querySelector(".toast button") !== null));
    }));
  it("the other articles of the page", () => inState("/two", async (page) => void (await until("them", () => page.inView((dialog) => dialog.querySelector(".others button") !== null)))));
  it("what the page withholds", () => inState("/withheld", async (page) => void (await until("the notice", () => page.inView((dialog) => dialog.querySelector(".withheld") !== null)))));
  it("a page that was hard to read", () => inState("/forum", async (page) => void (await until("the notice", () => page.inView((dialog) => dialog.querySelector(".notice") !== null)))));
  it("the reader's own colours, two columns, the ruler, pictures off, and what was put back", () =>
    inState("/", async (page) => {
      await clickInView(page, "[data-panel=removed]");
      await clickInView(page, ".removed-item .text-button");
      await clickInView(page, ".drawer .panel-header button");
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, "input[name=theme][value=own]");
      await clickInView(page, ".more summary");
      for (const choice of ["columns][value='2'", "images][value=off", "ruler", "justify"]) await clickInView(page, `input[name=${choice}]`);
      assert.deepEqual(await violations(session(), page, server.origin), []);
      await clickInView(page, ".reset");
      await page.press("Escape");
    }));
  it("a note beside its mark, a selection, a highlight and its note", () =>
    inState("/", async (page) => {
      await clickInView(page, "a[role=doc-noteref]");
      assert.deepEqual(await violations(session(), page, server.origin), []);
      await page.press("Escape");
      await selectInView(page, "nine years");
      await until("the bar", () => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".selection-bar")!.hidden));
      assert.deepEqual(await violations(session(), page, server.origin), []);
      await clickInView(page, ".selection-bar button:last-child");
    }));
  for (const name of ["settings.html", "paste.html"]) {
    it(`the extension's own page: ${name}`, async () => {
      const page = await session().openOwnPage(name);
      try {
        await until("its content", () => page.inPage(() => document.querySelector("main h1") !== null && document.title !== ""));
        for (const theme of kThemes) {
          await page.inPage((wanted) => void (document.body.dataset["theme"] = wanted), theme);
          assert.deepEqual(await violationsOfPage(page), [], theme);
        }
      } finally {
        await page.close();
      }
    });
  }

  it("the message where no article is", () => inState("/front", async () => undefined));

  it("Tab stays within the view and reaches every button of the toolbar", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await openReader(page);
      const reached = new Set<string>();
      // Firefox walks through its own toolbars before it comes back.
      const wanted = ["outline", "removed", "search", "listen", "keep", "appearance", "quiet-button close"];
      for (let i = 0; i < 60 && !wanted.every((name) => reached.has(name)); ++i) {
        await page.press("Tab");
        const focused = await page.inView((dialog) => {
          const element = (dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
          return element?.dataset["panel"] ?? element?.className ?? "";
        });
        if (focused) reached.add(focused);
      }
      for (const name of wanted) assert.ok(reached.has(name), name);
    } finally {
      await page.close();
    }
  });

  it("at 400 per cent zoom nothing has to be scrolled sideways", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await page.resize(320, 256);
      await openReader(page);
      const overflow = await page.inView((dialog) => ({
        text: dialog.querySelector(".scroller")!.scrollWidth - dialog.querySelector(".scroller")!.clientWidth,
        toolbar: dialog.querySelector(".toolbar")!.scrollWidth - dialog.clientWidth,
      }));
      assert.ok(overflow && overflow.text <= 0 && overflow.toolbar <= 0, JSON.stringify(overflow));
    } finally {
      await page.close();
    }
  });

  it("in forced colours every button and border can be seen", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await page.emulate({"forced-colors": "active"});
      await openReader(page);
      await clickInView(page, "[data-panel=appearance]");
      const seen = await page.inView((dialog) => ({
        panel: getComputedStyle(dialog.querySelector(".appearance")!).borderTopWidth,
        swatch: getComputedStyle(dialog.querySelector(".swatch")!).borderTopStyle,
        ink: getComputedStyle(dialog.querySelector(".body p")!).color !== getComputedStyle(dialog).backgroundColor,
        icon: getComputedStyle(dialog.querySelector(".toolbar .icon")!).stroke !== getComputedStyle(dialog).backgroundColor,
        chosen: [...dialog.querySelectorAll("[name=typeface] + span")].map((face) => getComputedStyle(face).outlineStyle),
        open: getComputedStyle(dialog.querySelector("[data-panel=appearance]")!).outlineStyle,
        highlight: getComputedStyle(dialog.querySelector(".body p")!.appendChild(Object.assign(document.createElement("mark"), {className: "highlight"}))).backgroundColor !== getComputedStyle(dialog).backgroundColor,
      }));
      assert.deepEqual(seen, {panel: "1px", swatch: "solid", ink: true, icon: true, chosen: ["solid", "none", "none", "none", "none"], open: "solid", highlight: true});
    } finally {
      await page.emulate({"forced-colors": ""});
      await page.close();
    }
  });

  it("with reduced motion nothing moves", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await page.emulate({"prefers-reduced-motion": "reduce"});
      await openReader(page);
      const moving = await page.inView((dialog) =>
        [dialog, ...dialog.querySelectorAll<HTMLElement>("*")].filter((element) => {
          const {transitionDuration, animationName} = getComputedStyle(element);
          return (transitionDuration !== "0s" && transitionDuration !== "") || (animationName !== "none" && animationName !== "");
        }).map((element) => element.className),
      );
      assert.deepEqual(moving, []);
    } finally {
      await page.close();
    }
  });
});

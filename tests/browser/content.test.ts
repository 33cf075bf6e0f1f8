// The pages of tests/content through a real browser: what capture hands over of a page with its styles and scripts gives
// the article that the engine reads out of the file.

import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, it} from "node:test";
import {servePages, type PageServer} from "./support/server";
import {openReader} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kFolder = "tests/content";
const kLectern = process.env["LECTERN"] ?? "build/native/lectern";
const kNames = readdirSync(kFolder).filter((name) => name.endsWith(".html") && !name.endsWith(".expected.html")).map((name) => name.replace(/\.html$/, ""));

/** Where the browser rightly shows something else than the file says, and why. */
const kDifferent: Readonly<Record<string, string>> = {
  math: "what MathJax 2 has drawn comes as the MathML for screen readers out of the browser, and as its TeX out of the file",
};

const kProse = "The harbour office has counted the boats again this spring, and it found that a third of them had not left their berths for two years or more.";
const kSmall = "The water between the mole and the yard, said the board, has been too shallow for the new boats since the storm of March, and nobody has dredged it.";
/** What only the style sheet of a page says. */
const kStyled = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The boats of Lenning</title>
<style>.agency { font-variant: small-caps } .year { font-variant-caps: all-small-caps } .opening { font-variant: small-caps }</style></head>
<body><main><article><h1>The boats of Lenning</h1><p>${kProse} It works for the <span class="agency">Lenning Harbour Board</span>, founded <abbr class="year">ad</abbr> 1822.</p>
<p class="opening"><span class="lead">${kSmall}</span></p><p>${kProse} <span class="agency">The Board</span> and <span class="other">the yard</span> agree.</p></article></main></body></html>`;

/** More columns than any window is wide. */
const kWideTable = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The boats of Lenning</title></head>
<body><main><article><h1>The boats of Lenning</h1><p>${kProse}</p><table><tr>${"<th>Sailings</th>".repeat(60)}</tr><tr>${"<td>forty-one</td>".repeat(60)}</tr></table>
<p>${kSmall}</p><p>${kProse} Nobody was surprised.</p></article></main></body></html>`;

/** Players that the page itself has not loaded yet. */
const playersOf = (origin: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The boats of Lenning</title></head>
<body><main><article><h1>The boats of Lenning</h1><p>${kProse}</p><figure><video controls preload="none" src="${origin}/horn.mp4"></video><figcaption>The horn at noon</figcaption></figure>
<p>${kSmall}</p><figure><iframe data-src="${origin}/embed/yard" title="The yard" width="640" height="360"></iframe></figure><p>${kProse} Nobody was surprised.</p></article></main></body></html>`;

let server: PageServer, foreign: PageServer;
before(async () => {
  foreign = await servePages({});
  const pages = kNames.map((name) => [`/${name}`, {body: readFileSync(join(kFolder, `${name}.html`))}] as const);
  server = await servePages({...Object.fromEntries(pages), "/styled": {body: kStyled}, "/wide-table": {body: kWideTable}, "/players-elsewhere": {body: playersOf(foreign.origin)}});
});
after(() => Promise.all([server.close(), foreign.close()]));

inEveryBrowser("content in the browser", (session) => {
  it("small capitals of the page's style sheet stay, and a paragraph that is all of them is not marked", () =>
    onPage(session().open(`${server.origin}/styled`), async (page) => {
      await openReader(page);
      const small = await page.inView((dialog) => [...dialog.querySelectorAll('.body [data-style="small-caps"]')].map((element) => element.textContent));
      assert.deepEqual(small, ["Lenning Harbour Board", "ad", "The Board"]);
    }));

  it("a player of another host is a title and a link, and that host is asked for nothing", () =>
    onPage(session().open(`${server.origin}/players-elsewhere`), async (page) => {
      await openReader(page);
      const shown = await page.inView((dialog) => [...dialog.querySelectorAll(".body figure[data-embed]")].map((figure) =>
        [figure.querySelector("a")?.href, figure.querySelector("iframe, video, audio, object") === null]));
      assert.deepEqual(shown, [[`${foreign.origin}/horn.mp4`, true], [`${foreign.origin}/embed/yard`, true]]);
      assert.deepEqual(foreign.requests, []);
    }));

  it("a table wider than the window scrolls in its frame, and the view does not", () =>
    onPage(session().open(`${server.origin}/wide-table`), async (page) => {
      await openReader(page);
      const shown = await page.inView((dialog) => {
        const frame = dialog.querySelector(".body .table-frame")!;
        frame.scrollLeft = 100;
        return [frame.scrollWidth > frame.clientWidth, frame.scrollLeft, dialog.scrollWidth <= dialog.clientWidth];
      });
      assert.deepEqual(shown, [true, 100, true]);
    }));

  it("a table wider than paper is set smaller there and breaks its words, and is as it was afterwards", () =>
    onPage(session().open(`${server.origin}/wide-table`), async (page) => {
      await openReader(page);
      await page.resize(1000, 800);
      await page.inPage(() => void dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.inView((dialog) => dialog.querySelectorAll(".body .table-frame.wide").length), 1);
      await page.emulate({media: "print"});
      await page.resize(680, 900); // what is left of A4 between the margins
      const sticksOut = await page.inView((dialog) => {
        if (!matchMedia("print").matches) return false; // a browser that cannot be told
        return [...dialog.querySelectorAll(".body :is(table, td)")].some((cell) => cell.getBoundingClientRect().right > innerWidth + 1);
      });
      assert.equal(sticksOut, false);
      await page.emulate({});
      await page.inPage(() => void dispatchEvent(new Event("afterprint")));
      assert.equal(await page.inView((dialog) => dialog.querySelectorAll(".body .table-frame:is(.wide, [style*=part])").length), 0);
    }));

  it("words that an East Asian text stresses have dots and stand upright, and its lines break by its own rules", () =>
    onPage(session().open(`${server.origin}/east_asian`), async (page) => {
      await openReader(page);
      const shown = await page.inView((dialog) => [...dialog.querySelectorAll(".body em")].map((word) => {
        const {textEmphasisStyle, fontStyle, lineBreak} = getComputedStyle(word);
        return [/dot/.test(textEmphasisStyle), fontStyle, lineBreak];
      }));
      assert.deepEqual(shown, [[true, "normal", "strict"], [true, "normal", "strict"]]);
    }));

  for (const name of kNames) {
    it(`${name} is the article that the file holds`, {...(kDifferent[name] ? {skip: kDifferent[name]} : {})}, () =>
      onPage(session().open(`${server.origin}/${name}`), async (page) => {
        const html = execFileSync(kLectern, ["extract", join(kFolder, `${name}.html`), "--url", `${server.origin}/${name}`, "--format", "html"], {encoding: "utf8"});
        await openReader(page);
        const [shown, read] = (await page.inView((dialog, markup: string) => {
          /** What an article is made of, a line each: what it is and what it says. */
          const outline = (root: Element): string[] =>
            [...root.querySelectorAll("p, h2, h3, h4, h5, h6, ol, ul, li, dt, dd, figure, figcaption, img, td, th, caption, pre, blockquote, summary, hr, math, a, em, strong, del, sup, sub, code, [data-style]")].map((element) =>
              `${element.localName}${element.getAttribute("type") ?? ""}: ${(element.localName === "img" ? element.getAttribute("alt") : element.textContent)?.replace(/\s+/g, " ").trim()}`);
          const body = dialog.querySelector(".body")!.cloneNode(true) as HTMLElement;
          return [outline(body), outline(new DOMParser().parseFromString(markup, "text/html").body)] as const;
        }, html))!;
        assert.deepEqual(shown, read);
      }));
  }
});

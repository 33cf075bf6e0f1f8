// How the article is set, measured where an eye would stumble: nothing sticks out at any width, lines hold as
// many letters as they should, right-to-left text runs right to left, and scripts keep their habits.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kHeadline, kOrdinaryPage, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {kJapanese, kLanguages, publish} from "./pages/languages";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, until, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kWidths = [320, 360, 768, 1280, 1920];
const kThemes = ["light", "sepia", "dark", "black", "contrast", "contrast_dark"];

/** What is easily set apart from where it belongs: a link in a caption, the time of an entry, the way back from a note. */
const kDetails = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 3))}
<figure><img src="/images/estuary.jpg" width="1200" height="750" alt="An estuary"><figcaption>The <a href="/wheel">wheel</a> in question.</figcaption></figure>
<p><time datetime="2026-05-14T16:40">4.40pm</time></p><h2>The board comes down</h2>${paragraphs(kParagraphs.slice(3))}
<p>The register<sup><a href="#note" id="mark">1</a></sup> says so, and the inspector signed it on the beach with everybody else.</p>
<ol><li id="note"><p>See the minutes of the council.</p><p>They run to forty pages.</p> <a href="#mark">back</a></li></ol>`),
);

/** What other pages put between the paragraphs: a picture in a narrow cell, one that is gone, a post, a player, words of another script. */
const kPieces = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 2))}
<table><tr><th>Room of the school</th><th>What stands in it</th><th>Picture</th></tr><tr><td>North</td><td>Desks, a stove and a poker that nobody may touch</td><td><img src="/images/estuary.jpg" width="800" height="500" alt="The northern room"></td></tr></table>
<p>${kParagraphs[2]}</p><figure><img src="/gone.jpg" width="1200" height="750" alt="A harbour in ice"><figcaption>The winter of 1962.</figcaption></figure>
<p>${kParagraphs[3]}</p><blockquote class="twitter-tweet"><p lang="en">The trunk has been with the council since autumn.</p>&mdash; Low Island School (@lowschool) <a href="https://twitter.com/lowschool/status/1790000000000000001">March 4</a></blockquote>
<p>${kParagraphs[4]}</p><iframe width="560" height="315" src="https://www.youtube.com/embed/Zx9_kQ2mLr8" title="The boats come in"></iframe>
<dl><dt>Stove</dt><dd>That which nobody may touch.</dd><dt>Trunk</dt><dd>Tin. Four of them.</dd></dl>
<p lang="ja">この港には<em>誰も</em>いない。</p>${paragraphs(kParagraphs.slice(5))}`),
);

/** Far more than a window holds. */
const kLong = pageOf(article(paragraphs(Array.from({length: 120}, (_, index) => `${index + 1}. ${kParagraphs[index % kParagraphs.length]}`))));
const kSentence = "The island school that stops for herring, the ferry that leaves when its engine is warm, and the council that offered shelves when it was asked for a trunk of books";

/** A headline, and where its lines may begin. */
const kUnspacedWords = ["港湾", "事務所の", "検潮", "記録が", "デジタル", "時代に", "生まれ", "変わり", "桟橋の", "小屋は", "博物館に", "なった"];

let server: PageServer;
before(async () => {
  const pieces = Object.entries(kLanguages).map(([name, piece]) => [`/${name}`, {body: publish(piece)}] as const);
  server = await servePages({...Object.fromEntries(pieces), "/details": {body: kDetails}, "/unspaced": {body: publish({...kJapanese, headline: kUnspacedWords.join("")})},
    "/pieces": {body: kPieces}, "/long": {body: kLong}, "/sentence": {body: kOrdinaryPage.replaceAll(kHeadline, kSentence)}}, "demo");
});
after(() => server.close());

inEveryBrowser("typography", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> =>
    onPage(session().open(server.origin + path), async (page) => {
      await openReader(page);
      await look(page);
    });

  /** Elements that stick out of the text's column sideways, apart from those that scroll by themselves. */
  const sticksOut = (page: ReaderPage): Promise<string[] | null> =>
    page.inView((dialog) => {
      const scroller = dialog.querySelector(".scroller")!;
      const column = dialog.querySelector(".article")!.getBoundingClientRect();
      const out = [...dialog.querySelectorAll<HTMLElement>(".article *:not(.table-frame *, pre *, math *)")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < column.left - 1 || box.right > column.right + 1);
      });
      return [...(scroller.scrollWidth > scroller.clientWidth ? ["the page scrolls sideways"] : []), ...out.map((element) => element.outerHTML.slice(0, 80))];
    });

  for (const [name, piece] of Object.entries(kLanguages)) {
    it(`${name}: the text runs in its own direction, and nothing sticks out at any width`, () =>
      on(`/${name}`, async (page) => {
        const shown = await page.inView((dialog) => {
          const root = dialog.querySelector<HTMLElement>(".article")!;
          const paragraph = root.querySelector<HTMLElement>(".body p")!;
          const box = paragraph.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const first = range.getClientRects()[0]!;
          return {
            language: root.lang,
            direction: getComputedStyle(paragraph).direction,
            startsAt: Math.abs(first.left - box.left) < Math.abs(first.right - box.right) ? "left" : "right",
            slant: getComputedStyle(root.querySelector("blockquote")!).fontStyle,
            summary: parseFloat(getComputedStyle(root.querySelector(".dek, .summary") ?? root).fontSize) / parseFloat(getComputedStyle(root).fontSize),
          };
        });
        const hasItalics = name === "en" || name === "de";
        assert.equal(shown?.language, piece.language);
        assert.equal(shown?.direction, piece.direction);
        assert.ok(shown && shown.summary > 1.05, "the summary is set larger than the text");
        if (piece.direction === "rtl") assert.equal(shown?.startsAt, "right");
        assert.equal(shown?.slant, hasItalics ? "italic" : "normal");

        for (const width of kWidths) {
          await page.resize(width, 800);
          await until("the width", () => page.inView((dialog, wanted: number) => dialog.offsetWidth === wanted, width));
          assert.deepEqual(await sticksOut(page), [], `at ${width} px`);
        }
      }));
  }

  it("nothing moves once the text is on screen, and a line holds about as many letters as the reader set", () =>
    on("/en", async (page) => {
      await page.resize(1280, 900);
      const place = (): Promise<number | null> => page.inView((dialog) => dialog.querySelector(".body > :last-child")!.getBoundingClientRect().top);
      const before = await place();
      await page.inView((dialog) => Promise.all([...dialog.querySelectorAll("img")].map((image) => (image.loading = "eager", image.decode().catch(() => undefined)))).then(() => document.fonts.ready).then(() => 1));
      assert.equal(Math.round((await place()) ?? 0), Math.round(before ?? -1));
      const letters = await page.inView((dialog) => {
        const paragraph = [...dialog.querySelectorAll<HTMLElement>(".body p")].find((candidate) => candidate.textContent!.length > 300)!;
        const lines = Math.round(paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight));
        return paragraph.textContent!.length / lines;
      });
      assert.ok(letters && letters > 50 && letters < 80, `${letters} letters a line`);
    }));

  it("figures in a table stand under each other, and every theme keeps its contrast", () =>
    on("/en", async (page) => {
      const aligned = await page.inView((dialog) => [...dialog.querySelectorAll("tbody tr:first-child td")].map((cell) => getComputedStyle(cell).textAlign));
      assert.deepEqual(aligned, ["start", "right", "right", "right"]);
      for (const theme of kThemes) {
        const low = await page.inView((dialog, wanted: string) => {
          dialog.dataset["theme"] = wanted;
          const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
          const luminance = (colour: string): number => {
            const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
              const part = value / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const paper = luminance(getComputedStyle(dialog).backgroundColor);
          return [".body p", ".body a", ".dek, .summary", ".kicker", "figcaption", ".fact"].filter((selector) => {
            const ink = luminance(getComputedStyle(dialog.querySelector(selector) ?? dialog).color);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5;
          });
        }, theme);
        assert.deepEqual(low, [], theme);
      }
    }));

  it("a caption's link stays in its line, a time with its entry, and the way back with the note's last line", () =>
    on("/details", async (page) => {
      const seen = await page.inView((dialog) => {
        const box = (selector: string): DOMRect => dialog.querySelector(selector)!.getBoundingClientRect();
        const time = box(".body > p > time");
        const before = dialog.querySelector(".body > p:has(> time)")!.previousElementSibling!.getBoundingClientRect();
        return {
          caption: box("figcaption").height / parseFloat(getComputedStyle(dialog.querySelector("figcaption")!).lineHeight),
          above: time.top - before.bottom,
          below: box("h2").top - time.bottom,
          back: box("[role=doc-backlink]").top - box("[role=doc-endnotes] p:last-of-type").top,
          note: box("[role=doc-endnotes] p:last-of-type").height,
        };
      });
      assert.ok(seen);
      assert.equal(Math.round(seen.caption), 1);
      assert.ok(seen.below * 2 < seen.above, `${seen.above} above the time, ${seen.below} below`);
      assert.ok(Math.abs(seen.back) < seen.note, "on one line");
    }));

  it("pictures keep their shape in the narrowest cell, and one that does not come takes the room of its description", () =>
    on("/pieces", async (page) => {
      await page.resize(320, 800);
      const picture = await until("the picture", () => page.inView((dialog) => {
        const image = dialog.querySelector<HTMLImageElement>("td img")!;
        image.loading = "eager";
        const {width, height} = image.getBoundingClientRect();
        return image.complete && image.naturalWidth > 0 ? [width, height] : null;
      }));
      assert.ok(Math.abs(picture[0]! / picture[1]! - 1.6) < 0.05, picture.join(" by "));
      await until("the missing one to be small", () => page.inView((dialog) => {
        const image = dialog.querySelector<HTMLImageElement>("img[alt='A harbour in ice']")!;
        image.loading = "eager";
        return image.getBoundingClientRect().height < 80;
      }));
      await page.inView((dialog) => dialog.querySelector<HTMLElement>(".zoom:has(.missing)")!.click());
      assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".lightbox")!.hidden), true, "there is nothing to enlarge");
    }));

  it("what is embedded stands in a frame and says once where it is from", () =>
    on("/pieces", async (page) => {
      const cards = await page.inView((dialog) => [...dialog.querySelectorAll("figure[data-embed]")].map((figure) => {
        const {content} = getComputedStyle(figure, "::before");
        const {borderTopStyle} = getComputedStyle(figure);
        const {fontStyle} = getComputedStyle(figure.querySelector("blockquote, p")!);
        return [borderTopStyle, fontStyle, content === "none" ? "" : content === "attr(data-provider)" ? `"${figure.getAttribute("data-provider")}"` : content, figure.lastElementChild!.textContent];
      }));
      assert.deepEqual(cards, [["solid", "normal", "", "X"], ["solid", "normal", '"YouTube"', "The boats come in"]]);
    }));

  it("entries of a list of terms stand apart, and words of another script keep its habits", () =>
    on("/pieces", async (page) => {
      const seen = await page.inView((dialog) => {
        const [first, second] = [...dialog.querySelectorAll("dl > *")].map((entry) => entry.getBoundingClientRect());
        const third = dialog.querySelector("dt:last-of-type")!.getBoundingClientRect();
        const stressed = getComputedStyle(dialog.querySelector("p[lang=ja] em")!);
        return {inside: second!.top - first!.bottom, between: third.top - second!.bottom, slant: stressed.fontStyle, dots: /dot/.test(stressed.textEmphasisStyle)};
      });
      assert.ok(seen && seen.between > seen.inside + 4, `${seen?.between} between entries, ${seen?.inside} inside`);
      assert.deepEqual([seen.slant, seen.dots], ["normal", true]);
    }));

  it("what is wider than its place is shaded at the side on which there is more", () =>
    on("/en", async (page) => {
      await page.resize(360, 800);
      const layers = await page.inView((dialog) => getComputedStyle(dialog.querySelector("pre")!).backgroundAttachment.split(", "));
      assert.deepEqual(layers, ["local", "local", "scroll", "scroll", "scroll"], "covers go along with the text, shades stay");
    }));

  it("a headline that is a whole sentence is set smaller", () =>
    on("/sentence", async (page) => {
      const size = (): Promise<number | null> => page.inView((dialog) => {
        const headline = dialog.querySelector(".headline")!;
        return parseFloat(getComputedStyle(headline).fontSize) / parseFloat(getComputedStyle(dialog.querySelector(".article")!).fontSize);
      });
      assert.ok(((await size()) ?? 9) < 1.8, `${await size()} times the text`);
      await page.resize(360, 800);
      await until("the narrow window", async () => ((await size()) ?? 9) < 1.6);
    }));

  it("a long article is whole soon after its first screen, and what follows the scroll knows it", () =>
    on("/long", async (page) => {
      await until("all of it", () => page.inView((dialog) => [...dialog.querySelectorAll(".body > *")].every((block) => block.getBoundingClientRect().height > 0)));
      const count = await page.inView((dialog) => dialog.querySelectorAll(".body > p").length);
      assert.equal(count, 120);
      await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 1500, behavior: "instant"}));
      const part = await until("progress", () => page.inView((dialog) => Number(dialog.querySelector<HTMLElement>(".progress")!.style.getPropertyValue("--part"))));
      assert.ok(part > 0 && part < 0.3, `${part} of it is read`);
    }));

  it("a headline without spaces breaks between its words", () =>
    on("/unspaced", async (page) => {
      const starts = kUnspacedWords.map((_, index) => kUnspacedWords.slice(0, index).join("").length);
      for (const width of kWidths) {
        await page.resize(width, 800);
        await until("the width", () => page.inView((dialog, wanted: number) => dialog.offsetWidth === wanted, width));
        const begun = await page.inView((dialog) => {
          const begins: number[] = [];
          const walker = document.createTreeWalker(dialog.querySelector(".headline")!, NodeFilter.SHOW_TEXT);
          let place = 0;
          let last = -Infinity;
          for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
            for (let at = 0; at < node.length; ++at, ++place) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const {top, height} = range.getBoundingClientRect();
              if (top > last + height / 2) begins.push(place);
              last = top;
            }
          }
          return begins;
        });
        assert.deepEqual(begun?.filter((place) => !starts.includes(place)), [], `at ${width} px`);
      }
    }));

  it("text is justified and hyphenated by its language when the reader asks", () =>
    on("/de", async (page) => {
      const look = (): Promise<string[] | null> => page.inView((dialog) => {
        const {textAlign, hyphens} = getComputedStyle(dialog.querySelector(".body p")!);
        return [textAlign, hyphens];
      });
      assert.deepEqual(await look(), ["start", "manual"]);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, ".more summary");
      await clickInView(page, "input[name=justify]");
      assert.deepEqual(await look(), ["justify", "auto"]);
      await clickInView(page, ".reset");
      assert.deepEqual(await look(), ["start", "manual"]);
    }));

  it("the theme follows the system's until the reader chooses one", () =>
    on("/en", async (page) => {
      const paper = (): Promise<string | null> => page.inView((dialog) => getComputedStyle(dialog).backgroundColor);
      await page.emulate({"prefers-color-scheme": "light"});
      await until("light paper", async () => (await paper()) === "rgb(251, 250, 247)");
      await page.emulate({"prefers-color-scheme": "dark"});
      await until("dark paper", async () => (await paper()) === "rgb(27, 27, 29)");
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, "input[name=theme][value=sepia]");
      await until("the reader's choice", async () => (await paper()) === "rgb(244, 234, 215)");
      await clickInView(page, ".reset");
      await page.emulate({"prefers-color-scheme": ""});
    }));

  it("no column of a long article is longer than two windows", () =>
    on("/long", async (page) => {
      await page.resize(1600, 900);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, ".more summary");
      await clickInView(page, "input[name=columns][value='2']");
      await page.press("Escape");
      // How far the text runs down before it goes up again to begin another column.
      const longest = (): Promise<number | null> =>
        page.inView((dialog) => {
          let longest = 0, begin: number | null = null, last = -Infinity;
          for (const block of dialog.querySelectorAll(".body > p"))
            for (const {top, bottom, height} of block.getClientRects()) {
              if (height === 0) continue;
              if (begin === null || top < last - 1) begin = top;
              last = bottom;
              longest = Math.max(longest, bottom - begin);
            }
          return longest;
        });
      const isInColumns = (): Promise<boolean | null> => page.inView((dialog) => new Set([...dialog.querySelectorAll(".body > p")].map((block) => Math.round(block.getBoundingClientRect().left))).size >= 2);
      await until("two columns", async () => (await isInColumns()) === true);
      const found = await longest();
      assert.ok(found !== null && found < 2 * 900, `a column of ${found} px`);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, ".reset");
    }));

  it("two columns stand side by side where there is room, and one where there is not", () =>
    on("/en", async (page) => {
      const columns = (): Promise<number | null> =>
        page.inView((dialog) => new Set([...dialog.querySelectorAll(".body > p")].map((block) => Math.round(block.getBoundingClientRect().left))).size);
      await page.resize(1600, 900);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, ".more summary");
      await clickInView(page, "input[name=columns][value='2']");
      await page.press("Escape");
      await until("two columns", async () => (await columns()) === 2);
      const column = await page.inView((dialog) => {
        const blocks = [...dialog.querySelectorAll(".body > *")];
        const second = blocks.findIndex((block) => block.getClientRects().length > 1 || block.getBoundingClientRect().left > innerWidth / 2);
        const {top} = dialog.querySelector(".body")!.getBoundingClientRect();
        return CSS.supports("column-height", "1px") ? blocks[second - 1]!.getBoundingClientRect().bottom - top : 0;
      });
      assert.ok(column !== null && column < 900, `a column of ${column} px is longer than the window, where browsers can begin new ones`);
      await page.resize(700, 900);
      await until("one column", async () => (await columns()) === 1);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, ".reset");
    }));
});

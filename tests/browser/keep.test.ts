// What a reader takes along: files made on the machine, the picture in them, the share sheet.

import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {after, afterEach, before, beforeEach, it} from "node:test";
import {deflateSync} from "node:zlib";
import {article, kHeadline, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, closeReader, openReader, savedFile, selectInView, until, type ReaderPage} from "./support/session";
import {inEveryBrowser} from "./support/stories";
import {crc32} from "../../extension/src/shared/zip";

/** A PNG of one colour, large enough to be a picture. */
function picture(red: number, width = 320, height = 200): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits a channel, red green blue
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, 120, 90]))]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)))), chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** What shops check books with, where it is installed. */
const kChecker = "/usr/share/java/epubcheck.jar";

function assertAccepted(file: string): void {
  if (!existsSync(kChecker)) return;
  const {status, stdout, stderr} = spawnSync("java", ["-jar", kChecker, "-q", file], {encoding: "utf8"});
  assert.equal(stdout + stderr, "");
  assert.equal(status, 0);
}

const kOwn = picture(200);
const kForeign = picture(30);
const kPng = {"content-type": "image/png", "cache-control": "max-age=3600"};
const figure = (source: string, words: string, more = ""): string =>
  `<figure><img src="${source}" ${more} width="640" height="400" alt="${words}"><figcaption>${words}, as it is today.</figcaption></figure>`;

let foreign: PageServer;
let server: PageServer;
before(async () => {
  foreign = await servePages({
    "/boat.png": {body: kForeign, headers: kPng},
  });
  server = await servePages({
    "/": {
      body: pageOf(
        article(`${paragraphs(kParagraphs.slice(0, 2))}${figure("/stove.png", "The stove")}<h2>Desks and cousins</h2>${paragraphs(kParagraphs.slice(2, 4))}
<p>${kPrompt}</p>${figure(`${foreign.origin}/boat.png`, "The boat")}${paragraphs(kParagraphs.slice(4))}`),
      ),
    },
    "/stove.png": {body: kOwn, headers: kPng},
  });
});
after(async () => {
  await server.close();
  await foreign.close();
});

inEveryBrowser("taken along", (session) => {
  let page: ReaderPage;
  beforeEach(async () => {
    page = await session().open(`${server.origin}/`);
    await openReader(page);
  });
  afterEach(() => page.close());

  it("highlights are saved as a file", async () => {
    await selectInView(page, "nine years");
    await clickInView(page, ".selection-bar button");
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=save-notes]");
    assert.match((await savedFile(session().downloads, ".notes.md")).toString("utf8"), /> nine years/);
    await page.press("Escape");
    await clickInView(page, "mark.highlight");
    await clickInView(page, "[data-action=remove-highlight]");
  });

  it("the article is saved as a web page and as text", async () => {
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=save-html]");
    const html = (await savedFile(session().downloads, ".html")).toString("utf8");
    assert.ok(html.includes("<h1") && html.includes(kParagraphs[5]!) && !html.includes("<script"));
    await clickInView(page, "[data-action=save-text]");
    const words = (await savedFile(session().downloads, ".txt")).toString("utf8");
    assert.ok(words.includes(kHeadline) && !words.includes("<p>"));
  });

  it("the article is saved as a book with the pictures that can be had, and asks the network for nothing", async () => {
    await until("the pictures", () => page.inView((dialog) => [...dialog.querySelectorAll<HTMLImageElement>(".body img")].every((image) => image.complete)));
    const before = [server.requests.length, foreign.requests.length];
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=save-epub]");
    const bytes = await savedFile(session().downloads, ".epub");
    const book = bytes.toString("utf8");
    assert.ok(book.startsWith("PK") && book.includes("mimetypeapplication/epub+zip"));
    for (const paragraph of [kHeadline, ...kParagraphs]) assert.ok(book.includes(paragraph), paragraph.slice(0, 40));
    assert.ok(bytes.includes(kOwn), "the page's own picture is in it, byte for byte");
    assert.match(book, /<item id="picture-1" href="pictures\/1\.png" media-type="image\/png"\/>/);
    assert.match(book, /<img[^>]* src="pictures\/1\.png"/);
    assert.ok(!bytes.includes(kForeign) && book.includes(`<a href="${foreign.origin}/boat.png">The boat</a>`), "another site's is linked to");
    assert.ok(!/<img[^>]* src="http/.test(book), "no picture is fetched when the book is read");
    const file = join(session().downloads, "book-to-check.epub");
    await writeFile(file, bytes);
    if (session().name === "chromium") assertAccepted(file); // it takes its time, and the book is the same
    assert.deepEqual([server.requests.slice(before[0]), foreign.requests.slice(before[1])], [[], []]);
  });

  it("the article is saved as Markdown", async () => {
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=copy-markdown]");
    await until("the copy", () => page.inView((dialog) => dialog.querySelector(".panel-status")!.textContent === "Copied"));
    await clickInView(page, "[data-action=save-markdown]");
    const words = (await savedFile(session().downloads, ".md")).toString("utf8");
    assert.match(words, /## Desks and cousins/);
    assert.ok(words.includes(kParagraphs[5]!));
    assert.ok(!words.includes(kPrompt));
  });

  it("the share sheet gets headline and address, where the browser has one", async () => {
    const shared = await session().shareSheet(page);
    await closeReader(page);
    await openReader(page);
    await clickInView(page, "[data-panel=keep]");
    await clickInView(page, "[data-action=share]");
    assert.deepEqual(await until("the sheet", shared), {title: kHeadline, url: `${server.origin}/`});
  });
});

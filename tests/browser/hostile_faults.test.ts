// What goes wrong around the reader, and what leaves the machine: the browser stops the background, the engine
// traps, nothing can be stored any more, an update comes while somebody reads, access is taken back, messages are
// forged; and every request there is passes a proxy that writes it down.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kHeadline, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {withFault} from "./support/extension_copy";
import {recordRequests, type RecordingProxy} from "./support/recording_proxy";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInView, closeReader, openReader, savedFile, selectInView, sleep, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kPicture = '<figure><img src="/boat.png" width="640" height="400" alt="A boat"><figcaption>The boat at the pier in spring.</figcaption></figure>';
const kVideo = '<iframe width="640" height="360" loading="lazy" src="https://www.youtube.com/embed/abcdefghijk"></iframe>';
/** What an article may name and the page itself never asks for. */
const kTempting = `<meta property="og:image" content="http://pictures.example/lead.jpg"><link rel="preload" as="image" media="print" imagesrcset="http://pictures.example/p.jpg 1x">
<script type="application/ld+json">{"@type":"NewsArticle","image":"http://pictures.example/data.jpg","author":{"@type":"Person","name":"Ana Bo","image":"http://pictures.example/ana.jpg"}}</script>`;
/**
 * Requests that the browsers make for themselves, whatever flags and preferences say. From redirector.gvt1.com
 * Chromium fetches the dictionary of its spell checker, once any field of any page is written in.
 */
const kOfBrowser = /^(?:https?:\/\/)?(?:[\w.-]+\.(?:mozilla\.(?:com|org|net)|firefox\.com)|redirector\.gvt1\.com)(?::\d+)?(?:\/|$)/;

let server: PageServer;
let proxy: RecordingProxy;
before(async () => {
  server = await servePages({
    "/story": {body: pageOf(article(kPicture + paragraphs() + kVideo), kTempting)},
    "/plain": {body: pageOf(article())},
    "/boat.png": {body: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"), headers: {"content-type": "image/png"}},
  });
  proxy = await recordRequests(server.origin);
});
after(async () => {
  proxy.close();
  await server.close();
});

/** Marks words and writes a note to them, with the mouse and the keyboard. */
async function writeNote(page: ReaderPage, words: string, note: string): Promise<void> {
  await selectInView(page, words);
  await clickInView(page, ".selection-bar button:last-child");
  await page.type(note);
  await clickInView(page, "[data-action=close-note]");
}

/** As long as a line with nothing to do about it stays. */
const kToastMilliseconds = 6000;

const notes = (page: ReaderPage): Promise<string | null> => page.inView((dialog) => dialog.querySelector(".notes-list")!.textContent);
const toast = (page: ReaderPage): Promise<string> => until("the message", () => page.inView((dialog) => dialog.querySelector(".toast")?.textContent));

inEveryBrowser("the reader among faults", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);

  it("asks nothing of the network that the page has not asked, whatever the reader does", () =>
    on("/story", async (page) => {
      await sleep(500);
      const known = new Set(proxy.requests);
      await openReader(page);
      assert.ok((await articleText(page)).includes(kParagraphs[5]!));
      await page.inView((dialog) => dialog.querySelector(".scroller")!.scrollTo({top: 1e6}));
      await clickInView(page, ".zoom");
      await page.press("Escape");
      await writeNote(page, "nine years", "why so long?");
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, "input[name=typeface][value=dyslexic]");
      await clickInView(page, ".reset");
      await clickInView(page, "[data-panel=keep]");
      for (const format of ["epub", "html"]) {
        await clickInView(page, `[data-action=save-${format}]`);
        await savedFile(session().downloads, `.${format}`);
      }
      await sleep(1000);
      assert.deepEqual(proxy.requests.filter((url) => !known.has(url) && !kOfBrowser.test(url)), []);
      assert.ok(proxy.requests.includes(`${server.origin}/boat.png`), "the proxy sees what there is");
      await page.press("Escape");
      await clickInView(page, "mark.highlight");
      await clickInView(page, "[data-action=remove-highlight]");
    }));

  it("reads on after the browser has stopped the background", () =>
    on("/plain", async (page) => {
      for (let times = 0; times < 3; ++times) {
        await session().stopBackground();
        await openReader(page);
        assert.ok((await articleText(page)).includes(kHeadline));
        await closeReader(page);
      }
    }));

  it("keeps notes over the end of the background, also when it ends while they are written", () =>
    on("/plain", async (page) => {
      await openReader(page);
      await session().stopBackground();
      await writeNote(page, "nine years", "ask the teacher");
      await clickInView(page, "[data-panel=keep]");
      await until("the note", async () => (await notes(page))?.includes("ask the teacher"));
      await page.press("Escape");
      await closeReader(page);
      await session().stopBackground();
      await page.reload();
      await openReader(page);
      await until("the note, which comes after the text", async () => (await notes(page))?.includes("ask the teacher"));
      await clickInView(page, "mark.highlight");
      await clickInView(page, "[data-action=remove-highlight]");
    }));

  it("has no door for a page's messages, and no file that a page can load", () =>
    on("/plain", async (page) => {
      const addresses = await Promise.all(["reader.js", "background.js", "lectern.wasm", "settings.html", "fonts/serif-normal.woff2"].map((name) => session().ownAddress(name)));
      const found = await page.inPage(async (files) => {
        const scope = globalThis as {chrome?: {runtime?: {sendMessage?: unknown; connect?: unknown}}; browser?: unknown};
        const loaded = await Promise.all(files.map((file) => fetch(file).then(() => file, () => "")));
        return [typeof scope.chrome?.runtime?.sendMessage, typeof scope.chrome?.runtime?.connect, typeof scope.browser, ...loaded.filter(Boolean)];
      }, addresses);
      assert.deepEqual(found, ["undefined", "undefined", "undefined"]);
    }));

  it("answers a flood of malformed messages of its own kind by failures, and then reads as ever", async () => {
    await onPage(session().openOwnPage("settings.html"), async (settings) => {
      const answered = await settings.inPage(async () => {
        const messages: unknown[] = [null, 7, "x", {}, {name: 7}, {name: "engine.extract"}, {name: "engine.extract", request: {content: 7}}, {name: "__proto__", request: null},
          {name: "constructor", request: null}, {name: "export.render", request: {article: {blocks: 3}, format: "html", restored: []}}, {name: "records.update", request: {url: "", title: "", changes: {}}}];
        const {runtime} = (globalThis as unknown as {browser?: typeof chrome}).browser ?? chrome;
        const wrong = new Set<string>();
        for (let times = 0; times < 50; ++times)
          for (const message of messages) {
            const answer: unknown = await Promise.race([runtime.sendMessage(message).catch(() => null), new Promise((resolve) => setTimeout(resolve, 5000, "late"))]);
            if (answer === "late" || (typeof answer === "object" && answer !== null && "response" in answer)) wrong.add(JSON.stringify(message));
          }
        return [...wrong];
      });
      assert.deepEqual(answered, []);
    });
    await on("/plain", async (page) => {
      await openReader(page);
      assert.ok((await articleText(page)).includes(kHeadline));
    });
  });

  it("after an update in mid-reading the new reader takes over from the old one, and the page is as it was", () =>
    on("/plain", async (page) => {
      await openReader(page);
      await writeNote(page, "nine years", "before the update");
      await sleep(300);
      await session().reloadExtension();
      await page.pressButton();
      await until("one view, of the new version", () => page.inPage(() => document.querySelectorAll("lectern-reader").length === 1));
      await until("its text", async () => (await articleText(page).catch(() => "")).includes(kHeadline));
      await until("the note", async () => ((await notes(page).catch(() => "")) ?? "").includes("before the update"));
      await sleep(300);
      await page.press("Escape");
      await waitUntilClosed(page);
      assert.deepEqual(await page.inPage(() => [document.documentElement.getAttribute("style"), document.querySelector("lectern-reader"), location.pathname]), [null, null, "/plain"]);
    }));

  it("after an update in mid-reading a note stays in the old view, which says that it is not stored and saves it as a file", async (context) => {
    if (session().name === "firefox") return context.skip("Firefox ends the scripts of the old version; the view is taken over by the next click");
    await on("/plain", async (page) => {
      await openReader(page);
      await sleep(500);
      await session().reloadExtension();
      await writeNote(page, "fourteen pupils", "written after the update");
      assert.match(await toast(page), /could not be stored/);
      await clickInView(page, ".toast button");
      assert.match((await savedFile(session().downloads, ".notes.md")).toString("utf8"), /fourteen pupils[^]*written after the update/);
      await clickInView(page, "[data-panel=keep]");
      await clickInView(page, "[data-action=copy-markdown]");
      await until("the reason", () => page.inView((dialog) => /updated/.test(dialog.querySelector(".panel-status")!.textContent ?? "")));
      await page.press("Escape");
      await page.press("Escape");
      await waitUntilClosed(page);
    });
  });
}, {options: () => ({proxyPort: proxy.port})});

/** Every function of the engine's first instance stops as a broken program does, once a message asks for it. */
const kTrap = `{
  const {runtime} = globalThis.browser ?? chrome;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.t;
  const tables = [];
  const Original = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) {
    const instance = new Original(module, imports);
    tables.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Table));
    return instance;
  };
  runtime.onMessage.addListener((message, sender, reply) => {
    if (message?.name === "test.trap") {
      for (const table of tables) for (let i = 1; i < table.length; ++i) if (table.get(i)) table.set(i, trap);
      reply(tables.length);
    }
    if (message?.name === "test.instances") reply(tables.length);
  });
}`;

inEveryBrowser("the reader with a broken engine", (session) => {
  const ask = (name: string): Promise<number> => {
    let answer = 0;
    return onPage(session().openOwnPage("settings.html"), async (settings) => {
      answer = await settings.inPage((message) => ((globalThis as unknown as {browser?: typeof chrome}).browser ?? chrome).runtime.sendMessage({name: message}), name);
    }).then(() => answer);
  };

  it("makes a new one and reads, when the instance traps", () =>
    onPage(session().open(`${server.origin}/plain`), async (page) => {
      await openReader(page);
      await closeReader(page);
      const before = await ask("test.trap");
      assert.ok(before > 0, "the trap has found the instance");
      await openReader(page);
      assert.ok((await articleText(page)).includes(kHeadline));
      assert.ok((await ask("test.instances")) > before, "another instance answered");
      await ask("test.trap");
      await clickInView(page, "[data-panel=keep]");
      await clickInView(page, "[data-action=save-markdown]");
      assert.ok((await savedFile(session().downloads, ".md")).toString("utf8").includes(kParagraphs[5]!), "files are made after a trap, too");
    }));
}, {changes: [withFault(kTrap)]});

/** A background that writes nothing any more once a message asks for it; the next one is whole. */
const kStalled = `{
  const {storage, runtime} = globalThis.browser ?? chrome;
  const set = storage.local.set.bind(storage.local);
  let isStalled = false;
  storage.local.set = (values) => (isStalled ? new Promise(() => undefined) : set(values));
  runtime.onMessage.addListener((message, sender, reply) => { if (message?.name === "test.stall") { isStalled = true; reply(true); } });
}`;

inEveryBrowser("the reader whose background ends before it has written", (session) => {
  it("hands the note to the next one", async (context) => {
    if (session().name === "chromium") return context.skip("Chromium's driver does not end a background that owes an answer");
    await onPage(session().open(`${server.origin}/plain`), async (page) => {
      await openReader(page);
      await onPage(session().openOwnPage("settings.html"), (settings) =>
        settings.inPage(() => ((globalThis as unknown as {browser?: typeof chrome}).browser ?? chrome).runtime.sendMessage({name: "test.stall"})),
      );
      await writeNote(page, "nine years", "not lost on the way");
      await sleep(300);
      await session().stopBackground();
      await sleep(500);
      await page.reload();
      await openReader(page);
      assert.match((await notes(page)) ?? "", /not lost on the way/);
    });
  });
}, {changes: [withFault(kStalled)]});

/** Chromium's storage has a quota, and the test fills it; Firefox's has none, so there the disk is full. */
const kFullDisk = `{
  const {storage, runtime} = globalThis.browser ?? {};
  if (storage) {
    let isFull = false;
    const set = storage.local.set.bind(storage.local);
    storage.local.set = (values) => (isFull ? Promise.reject(new Error("QuotaExceededError")) : set(values));
    runtime.onMessage.addListener((message, sender, reply) => { if (message?.name === "test.full") { isFull = message.request; reply(true); } });
  }
}`;

inEveryBrowser("the reader with a full storage", (session) => {
  const fill = (isFull: boolean): Promise<void> =>
    onPage(session().openOwnPage("settings.html"), async (settings) => {
      await settings.inPage(async (wanted) => {
        const firefox = (globalThis as unknown as {browser?: typeof chrome}).browser;
        if (firefox) return void (await firefox.runtime.sendMessage({name: "test.full", request: wanted}));
        if (!wanted) return chrome.storage.local.remove(["a", "b", "c"]);
        // To the last byte, in ever smaller pieces.
        for (const [key, size] of [["a", 10_485_000], ["b", 500], ["c", 20]] as const) {
          const used = await chrome.storage.local.getBytesInUse();
          await chrome.storage.local.set({[key]: "x".repeat(Math.max(0, Math.min(size, chrome.storage.local.QUOTA_BYTES - used - 8)))}).catch(() => undefined);
        }
      }, isFull);
    });

  it("keeps a note and says that it is not stored; the note is there again when the view is, and is stored when there is room", () =>
    onPage(session().open(`${server.origin}/plain`), async (page) => {
      await fill(true);
      await openReader(page);
      await writeNote(page, "nine years", "no room for this");
      assert.match(await toast(page), /could not be stored/);
      await clickInView(page, ".toast button");
      assert.match((await savedFile(session().downloads, ".notes.md")).toString("utf8"), /no room for this/);
      await closeReader(page);
      await openReader(page);
      assert.match((await notes(page)) ?? "", /no room for this/);
      await fill(false);
      await writeNote(page, "fourteen pupils", "room again");
      await sleep(500);
      await page.reload();
      await openReader(page);
      assert.match((await notes(page)) ?? "", /no room for this[^]*room again/);
    }));

  it("shows a choice at once and says that it is not stored", () =>
    onPage(session().open(`${server.origin}/plain`), async (page) => {
      await fill(true);
      await openReader(page);
      await clickInView(page, "[data-panel=appearance]");
      await clickInView(page, "input[name=theme][value=sepia]");
      assert.equal(await page.inView((dialog) => dialog.dataset["theme"]), "sepia");
      assert.match(await toast(page), /choice could not be stored/);
      // It goes by itself, but not from under the pointer.
      const place = await page.inView((dialog) => {
        const {x, y, width, height} = dialog.querySelector(".toast")!.getBoundingClientRect();
        return {x: x + width / 2, y: y + height / 2};
      });
      await page.move(place!.x, place!.y);
      await sleep(kToastMilliseconds + 1500);
      assert.match(await toast(page), /choice could not be stored/);
      await page.move(5, place!.y);
      await until("it to go", () => page.inView((dialog) => dialog.querySelector(".toast") === null));
      await fill(false);
    }));
}, {changes: [withFault(kFullDisk)]});

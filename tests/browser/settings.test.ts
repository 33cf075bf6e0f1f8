// The settings page, and the sites on which the reader opens by itself.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kFrontPage, kHeadline, kOrdinaryPage, page as pageOf, paragraphs} from "./pages/article";
import {granted} from "./support/extension_copy";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInPage, clickInView, closeReader, openReader, savedFile, selectInView, sleep, until, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kHost = "127.0.0.1";
const kOther = pageOf(article(paragraphs()));

let server: PageServer;
before(async () => {
  server = await servePages({
    "/": {body: kFrontPage}, "/news/story": {body: kOrdinaryPage}, "/news/other": {body: kOther}, "/live/ticker": {body: kOrdinaryPage}, "/news/front": {body: kFrontPage},
  });
});
after(() => server.close());

inEveryBrowser(
  "settings",
  (session) => {
    const settings = (look: (page: ReaderPage) => Promise<void>): Promise<void> =>
      onPage(session().openOwnPage("settings.html"), async (page) => {
        await until("the page", () => page.inPage(() => document.querySelector("main section:last-of-type dl") !== null));
        await look(page);
      });
    const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);
    it("a theme chosen there is the view's", async () => {
      await settings(async (page) => {
        await clickInPage(page, "input[name=theme][value=sepia]");
        await until("the choice to be stored", () =>
          page.inPage(async () => JSON.stringify(await chrome.storage.local.get()).includes("sepia") || JSON.stringify(await chrome.storage.sync.get()).includes("sepia")),
        );
      });
      await on("/news/story", async (page) => {
        await openReader(page);
        assert.equal(await page.inView((dialog) => dialog.dataset["theme"]), "sepia");
        await clickInView(page, "[data-panel=appearance]");
        await clickInView(page, ".reset");
      });
    });

    it("says what leaves this machine, and why each permission is there", () =>
      settings(async (page) => {
        const text = await page.inPage(() => document.body.innerText);
        assert.match(text, /What leaves this machine: nothing/);
        for (const permission of ["activeTab", "scripting", "storage", "contextMenus"]) assert.ok(text.includes(permission), permission);
        assert.match(text, /Ctrl\+F/);
      }));

    it("a site that was added opens by itself, but not its front page nor where the reader said no", async () => {
      await settings(async (page) => {
        await clickInPage(page, "form.row input");
        await page.type(kHost);
        await clickInPage(page, "form.row button");
        await until("the site", () => page.inPage((host) => document.querySelector(".rows")?.textContent?.includes(host) ?? false, kHost));
        await clickInPage(page, ".exceptions input");
        await page.type("/live");
        await page.press("Tab");
        await until("the exception", () => page.inPage(() => document.querySelector<HTMLInputElement>(".exceptions input")?.value === "/live"));
        await until("the browser to know", () => page.inPage(async () => {
          const {browser, chrome} = globalThis as unknown as {browser?: typeof globalThis.chrome; chrome: typeof globalThis.chrome};
          return (await (browser ?? chrome).scripting.getRegisteredContentScripts()).length > 0;
        }));
      });
      await on("/news/story", async (page) => {
        await until("the view, by itself", () => page.inView((dialog) => dialog.querySelector("h1") !== null));
        assert.ok((await articleText(page)).includes(kHeadline));
      });
      for (const path of ["/live/ticker", "/"]) {
        await on(path, async (page) => {
          await sleep(500);
          assert.equal(await page.inView(() => true), null, path);
        });
      }
      await settings(async (page) => {
        await clickInPage(page, ".rows button");
        await until("the site to be gone", () => page.inPage(() => document.querySelector(".exceptions") === null));
      });
    });

    it("pages that can be read are marked on the button when the reader wants that", async () => {
      const badge = (page: ReaderPage): Promise<string> =>
        page.inPage(async () => {
          const {browser, chrome} = globalThis as unknown as {browser?: typeof globalThis.chrome; chrome: typeof globalThis.chrome};
          const api = browser ?? chrome;
          const tabs = await api.tabs.query({});
          const badges = await Promise.all(tabs.map(({id}) => api.action.getBadgeText({tabId: id!})));
          return badges.join("");
        });
      await settings(async (page) => {
        await clickInPage(page, "input[name=marksReadable]");
        await until("the browser to know", () => page.inPage(async () => {
          const {browser, chrome} = globalThis as unknown as {browser?: typeof globalThis.chrome; chrome: typeof globalThis.chrome};
          return (await (browser ?? chrome).scripting.getRegisteredContentScripts()).length > 0;
        }));
        await on("/news/front", async () => {
          await sleep(500);
          assert.equal(await badge(page), "");
        });
        await on("/news/other", async () => {
          await until("the mark", async () => (await badge(page)) === "•");
        });
        await clickInPage(page, "input[name=marksReadable]");
      });
    });

    it("everything goes out as a file and comes back", async () => {
      await on("/news/story", async (page) => {
        await openReader(page);
        await page.inView((dialog) => {
          const words = dialog.querySelector(".body p")!.firstChild as Text;
          getSelection()!.setBaseAndExtent(words, 0, words, 9);
          dialog.querySelector(".article")!.dispatchEvent(new PointerEvent("pointerup", {bubbles: true}));
        });
        await clickInView(page, ".selection-bar button");
        await until("the mark", () => page.inView((dialog) => dialog.querySelector("mark.highlight") !== null));
        await closeReader(page);
      });
      await settings(async (page) => {
        await until("the article in the list", () => page.inPage((headline) => document.body.innerText.includes(headline), kHeadline));
        await clickInPage(page, "[data-action=export]");
        const file = (await savedFile(session().downloads, ".json")).toString("utf8");
        const stored = JSON.parse(file) as {settings: {theme: string}; articles: {changed: number; highlights: {quote: string}[]}[]};
        assert.equal(stored.articles[0]?.highlights[0]?.quote, "The ferry");

        stored.settings.theme = "black";
        stored.articles[0]!.changed = Date.now(); // as if it had been changed on another machine since
        stored.articles[0]!.highlights[0]!.quote = "The ferry to Low Island";
        await page.inPage((content) => {
          const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
          const carrier = new DataTransfer();
          carrier.items.add(new File([content], "lectern.json", {type: "application/json"}));
          field.files = carrier.files;
          field.dispatchEvent(new Event("change"));
        }, JSON.stringify(stored));
        await until("the message", () => page.inPage(() => document.querySelector("[role=status]")?.textContent === "Imported"));
        assert.equal(await page.inPage(() => document.body.dataset["theme"]), "black");
      });
      await on("/news/story", async (page) => {
        await openReader(page);
        assert.equal(await page.inView((dialog) => dialog.dataset["theme"]), "black");
        assert.equal(await page.inView((dialog) => dialog.querySelector("mark.highlight")?.textContent), "The ferry to Low Island");
      });
    });

    it("settings travel with the browser's account only when the reader wants that, and notes never do", async () => {
      const synced = (page: ReaderPage): Promise<string> =>
        page.inPage(async () => {
          const {browser} = globalThis as unknown as {browser?: typeof chrome};
          return JSON.stringify(await (browser ?? chrome).storage.sync.get());
        });
      await settings(async (page) => {
        const before = await synced(page);
        await clickInPage(page, "input[name=theme][value=dark]");
        await until("the choice to be stored", () => page.inPage(() => document.body.dataset["theme"] === "dark"));
        assert.equal(await synced(page), before, "nothing travels unasked");
        await clickInPage(page, "input[name=sync]");
        await until("the settings to travel", async () => (await synced(page)).includes('"dark"'));
        assert.ok(!(await synced(page)).includes("ferry"), "no note goes with them");
        await clickInPage(page, "input[name=sync]");
        await clickInPage(page, ".reset");
        await until("the reset", () => page.inPage(() => document.body.dataset["theme"] === "auto"));
      });
    });

    it("what is marked while the settings are open is listed there at once", () =>
      settings(async (settingsPage) => {
        const listed = (): Promise<boolean> => settingsPage.inPage(() => /\(2\)/.test(document.querySelector("a[rel=noreferrer]")?.textContent ?? ""));
        assert.equal(await listed(), false);
        await on("/news/story", async (page) => {
          await openReader(page);
          await selectInView(page, "nine years");
          await clickInView(page, ".selection-bar button");
          await until("the mark", () => page.inView((dialog) => dialog.querySelectorAll("mark.highlight").length === 2));
        });
        await until("both marks in the list", listed);
      }));

    it("what is remembered of an article is listed, and forgotten when the reader says so", () =>
      settings(async (page) => {
        const rows = (): Promise<number> => page.inPage(() => document.querySelectorAll("a[rel=noreferrer]").length);
        assert.equal(await rows(), 1);
        await clickInPage(page, "li:has(a[rel=noreferrer]) button");
        await until("it to be forgotten", async () => (await rows()) === 0);
      }));

    it("a file of something else changes nothing", () =>
      settings(async (page) => {
        await page.inPage(() => {
          const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
          const carrier = new DataTransfer();
          carrier.items.add(new File(['{"theme": "sepia"}'], "other.json"));
          field.files = carrier.files;
          field.dispatchEvent(new Event("change"));
        });
        await until("the message", () => page.inPage(() => /holds nothing/.test(document.querySelector("[role=status]")?.textContent ?? "")));
      }));
  },
  {changes: [granted]},
);

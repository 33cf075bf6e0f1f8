// Ways to the reader: its shortcut, the context menus, sites on which it opens by itself, and what becomes of those
// when the browser takes access back.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kFrontPage, kHeadline, kOrdinaryPage, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {granted} from "./support/extension_copy";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInPage, openReader, sleep, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kHost = "127.0.0.1";
const kEverySite = "*://*/*";

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kFrontPage}, "/story": {body: kOrdinaryPage}, "/other": {body: pageOf(article(paragraphs(kParagraphs.slice(2))))}});
});
after(() => server.close());

const isOpen = (page: ReaderPage): Promise<unknown> => until("the view", () => page.inView((dialog) => dialog.querySelector("h1") !== null));

inEveryBrowser("reached", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);

  it("by its shortcut, which closes it, too", () =>
    on("/story", async (page) => {
      await session().pressShortcut(page, "Alt+r");
      await isOpen(page);
      assert.ok((await articleText(page)).includes(kHeadline));
      await session().pressShortcut(page, "Alt+r");
      await waitUntilClosed(page);
    }));
});

inEveryBrowser("reached where access is granted", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);
  const inSettings = (look: (page: ReaderPage) => Promise<void>): Promise<void> =>
    onPage(session().openOwnPage("settings.html"), async (page) => {
      await until("the page", () => page.inPage(() => document.querySelector("main section:last-of-type dl") !== null));
      await look(page);
    });
  /** The addresses on which the browser starts the reader's script. */
  const registered = (page: ReaderPage): Promise<string[]> =>
    page.inPage(async () => {
      const {browser} = globalThis as unknown as {browser?: typeof chrome};
      return (await (browser ?? chrome).scripting.getRegisteredContentScripts()).flatMap(({matches}) => matches ?? []);
    });

  it("from the context menu of a page", () =>
    on("/story", async (page) => {
      await session().chooseMenu("read", page.url());
      await isOpen(page);
    }));

  it("from the context menu of a link, in a tab of its own", () =>
    on("/", async (page) => {
      const before = server.requests.length;
      await session().chooseMenu("read-link", page.url(), {linkUrl: `${server.origin}/other`});
      await until("the other page", async () => server.requests.slice(before).includes("/other"));
      const opened = await until("its tab", () => session().findPage(`${server.origin}/other`));
      await isOpen(opened);
      assert.ok((await articleText(opened)).includes(kParagraphs[3]!));
      await opened.close();
    }));

  it("by itself on a site that the button's menu added, and not once it is taken out there", async () => {
    await on("/story", async (page) => {
      await session().chooseMenu("site", page.url());
      await inSettings((settings) => until("the site to be known", async () => (await registered(settings)).length > 0).then(() => undefined));
    });
    await on("/other", async (page) => {
      await isOpen(page);
      await session().chooseMenu("site", page.url());
      await inSettings((settings) => until("the site to be gone", async () => (await registered(settings)).length === 0).then(() => undefined));
    });
    await on("/story", async (page) => {
      await sleep(500);
      assert.equal(await page.inView(() => true), null);
    });
  });

  it("no longer by itself when the browser takes access back, which the settings say, and again when it is given", async () => {
    await inSettings(async (settings) => {
      await clickInPage(settings, "form.row input");
      await settings.type(kHost);
      await clickInPage(settings, "form.row button");
      // Its row pushes the box below down: a click aimed before would miss.
      await until("the site's row", () => settings.inPage((host) => document.querySelector("ul.rows .row")?.textContent?.includes(host) ?? false, kHost));
      await clickInPage(settings, "input[name=marksReadable]");
      await until("the browser to know", async () => (await registered(settings)).includes(kEverySite));
      assert.equal(await settings.inPage(() => document.querySelector(".access-gone")), null);

      await session().revokeSite(kEverySite);
      const said = await until("the message", () => settings.inPage(() => (document.querySelectorAll(".access-gone").length === 2 ? document.querySelector<HTMLElement>(".access-gone")!.innerText : "")));
      assert.match(said, /no longer grants access/);
      assert.equal(await settings.inPage(() => document.querySelector("[data-action=grant]") !== null), true, "and offers to ask again");
      await until("nothing to be started", async () => (await registered(settings)).length === 0);
      await on("/story", async (page) => {
        await sleep(500);
        assert.equal(await page.inView(() => true), null);
        await openReader(page); // a click reads as ever
      });

      await session().grantSite(kEverySite);
      await until("the message to go", () => settings.inPage(() => document.querySelector(".access-gone") === null));
      await until("the browser to know", async () => (await registered(settings)).includes(kEverySite));
    });
    await on("/other", async (page) => void (await isOpen(page)));
  });
}, {changes: [granted]});

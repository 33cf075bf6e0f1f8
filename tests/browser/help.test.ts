// Somebody who has never seen the reader finds their way: words above the first article, a name on every button, and
// help a key or a tap away.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {kOrdinaryPage} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, closeReader, openReader, until, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

let server: PageServer;
before(async () => {
  server = await servePages({"/": {body: kOrdinaryPage}});
});
after(() => server.close());

inEveryBrowser("help", (session) => {
  const on = (look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(`${server.origin}/`), look);
  const isOpen = (page: ReaderPage): Promise<boolean | null> => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".help")!.hidden);
  const hasWelcome = (page: ReaderPage): Promise<boolean | null> => page.inView((dialog) => dialog.querySelector(".welcome") !== null);
  const focused = (page: ReaderPage): Promise<string | null> =>
    page.inView((dialog) => {
      const {activeElement} = dialog.getRootNode() as ShadowRoot;
      return activeElement?.getAttribute("data-action") ?? activeElement?.getAttribute("data-panel") ?? activeElement?.className ?? "";
    });

  it("words stand above the first article, lead to help, and are not said twice", () =>
    on(async (page) => {
      await openReader(page);
      await until("the words", () => hasWelcome(page));
      await clickInView(page, ".welcome [data-action=help]");
      assert.equal(await isOpen(page), true);
      await page.press("Escape");
      assert.equal(await isOpen(page), false);
      assert.equal(await focused(page), "help", "where help was asked for");
      await clickInView(page, ".welcome [data-action=welcomed]");
      assert.equal(await hasWelcome(page), false);
      await until("it to be remembered", async () => {
        await closeReader(page);
        await openReader(page);
        return !(await hasWelcome(page));
      });
    }));

  it("every button says what it does, and with which key", () =>
    on(async (page) => {
      await openReader(page);
      const titles = await page.inView((dialog) => Object.fromEntries([...dialog.querySelectorAll<HTMLElement>(".toolbar button")].map((button) => [button.dataset["panel"] ?? "close", button.title])));
      assert.ok(titles && Object.values(titles).every((title) => title.length > 3), JSON.stringify(titles));
      assert.match(titles["search"] ?? "", /\((?:Ctrl\+F|⌘F)\)$/);
      assert.match(titles["close"] ?? "", /\(Esc\)$/);
      assert.match(titles["help"] ?? "", /\(\?\)$/);
    }));

  it("a question mark opens and closes help, with every key in it, and is a letter where one types", () =>
    on(async (page) => {
      await openReader(page);
      await page.press("?");
      assert.equal(await isOpen(page), true);
      const keys = await page.inView((dialog) => [...dialog.querySelectorAll(".help kbd")].map((key) => key.textContent));
      for (const key of ["Esc", "F3", "Shift+F3", "?"]) assert.ok(keys?.includes(key), key);
      const menus = await page.inView((dialog) => [...dialog.querySelectorAll<HTMLElement>(".help-menu")].map((row) => row.innerText.replace(/\s*\n\s*/g, " | ")));
      assert.deepEqual(menus, [
        "Read with Lectern", "Read the selection with Lectern", "Open link with Lectern", "Always open on this site, or no longer | On Lectern's button",
        "Read pasted text | On Lectern's button",
      ], "and every entry of the menus");
      await page.press("?");
      assert.equal(await isOpen(page), false);
      await page.press("Control+f");
      await page.press("?");
      assert.equal(await isOpen(page), false);
      await page.press("Escape");
    }));

  it("on a narrow screen help stands under the article, and leads to the settings", () =>
    on(async (page) => {
      await page.resize(360, 740);
      await openReader(page);
      await clickInView(page, ".ending [data-action=help]");
      assert.equal(await isOpen(page), true);
      await clickInView(page, ".help [data-action=settings]");
      const address = await session().ownAddress("settings.html");
      const settings = await until("the settings", () => session().findPage(address));
      await settings.close();
    }));
});

// Pages that fight the reader: they neither start it, nor read it, nor get rid of it.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kHeadline, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, closeReader, openReader, sleep, until, waitUntilClosed, type ReaderPage} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

/** Overrides what a careless content script would call, and keeps what it gets to see. */
const kOverrides = pageOf(
  `${article()}<script>
  window.seen = [];
  const spy = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...given) {
      window.seen.push(name);
      return original.apply(this, given);
    };
  };
  spy(Element.prototype, "attachShadow");
  spy(Element.prototype, "getAttribute");
  spy(JSON, "parse");
  spy(JSON, "stringify");
  spy(Array.prototype, "push");
  spy(String.prototype, "replace");
  spy(HTMLDialogElement.prototype, "showModal");
  window.seen.length = 0;
  Object.defineProperty(window, "chrome", {get: () => { window.seen.push("chrome"); return undefined; }});
</script>`,
);

const kRemover = pageOf(
  `${article()}<script>
  let times = 0;
  new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) if (node.localName === "lectern-reader" && times++ < 3) node.remove();
  }).observe(document.documentElement, {childList: true});
</script>`,
);

const kMarkup = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 3))}
<p>The herring <img src="x" onerror="document.title = 'stolen'"> came late, and <a href="javascript:document.title = 'stolen'">the boats</a> waited for a whole week in the harbour.</p>
<p><svg><script>document.title = "stolen"</script></svg> Then the wind turned <span onclick="document.title = 'stolen'">to the north</span> and everybody went out at once, the teacher too.</p>
${paragraphs(kParagraphs.slice(3))}`),
  `<meta name="author" content="&lt;img src=x onerror=&quot;document.title='stolen'&quot;&gt;">`,
);

let server: PageServer;
before(async () => {
  server = await servePages({"/overrides": {body: kOverrides}, "/remover": {body: kRemover}, "/markup": {body: kMarkup}, "/plain": {body: pageOf(article())}});
});
after(() => server.close());

inEveryBrowser("a hostile page", (session) => {
  const on = (path: string, look: (page: ReaderPage) => Promise<void>): Promise<void> => onPage(session().open(server.origin + path), look);

  it("sees none of our calls, however much it overrides", () =>
    on("/overrides", async (page) => {
      await openReader(page);
      assert.ok((await articleText(page)).includes(kParagraphs[0]!));
      assert.deepEqual(await page.inPage(() => [...new Set((globalThis as unknown as {seen: string[]}).seen)]), []);
    }));

  it("cannot look into the view", () =>
    on("/plain", async (page) => {
      await openReader(page);
      const found = await page.inPage(() => {
        const host = document.querySelector("lectern-reader");
        return [host?.shadowRoot ?? null, host?.textContent, document.body.innerText.includes("Put back")];
      });
      assert.deepEqual(found, [null, "", false]);
    }));

  it("does not get rid of the view by removing it", () =>
    on("/remover", async (page) => {
      await openReader(page);
      await sleep(200);
      assert.ok((await articleText(page)).includes(kHeadline));
      assert.equal(await page.inView((dialog) => dialog.matches(":modal")), true);
      await closeReader(page);
    }));

  it("gets no script of its own into the view", () =>
    on("/markup", async (page) => {
      // What the page did to itself does not count.
      await page.inPage(() => (document.title = "The island school"));
      await openReader(page);
      await page.inView((dialog) => {
        for (const element of dialog.querySelectorAll<HTMLElement>(".body *")) element.click();
      });
      await sleep(100);
      assert.ok(!(await page.inPage(() => document.title)).includes("stolen"));
      const dangerous = await page.inView((dialog) =>
        [...dialog.querySelectorAll(".article *")].flatMap((element) => [
          ...(/^(script|svg|iframe|object|style)$/.test(element.localName) ? [element.localName] : []),
          ...[...element.attributes].filter(({name, value}) => name.startsWith("on") || /^\s*javascript:/i.test(value)).map(({name}) => name),
        ]),
      );
      assert.deepEqual(dangerous, []);
    }));

  it("cannot start the reader by a message or an event", () =>
    on("/plain", async (page) => {
      await page.inPage(() => {
        postMessage({name: "engine.extract", request: null}, "*");
        dispatchEvent(new MessageEvent("message", {data: {name: "settings.get"}}));
        document.dispatchEvent(new KeyboardEvent("keydown", {key: "r", altKey: true, bubbles: true}));
      });
      await sleep(300);
      assert.equal(await page.inView(() => true), null);
    }));

  it("is still there after Back, which closes the view first", () =>
    on("/plain", async (page) => {
      await openReader(page);
      await sleep(100);
      await page.inPage(() => history.back());
      await waitUntilClosed(page);
      assert.equal(await page.inPage(() => location.pathname), "/plain");
      await until("the view again", async () => {
        await openReader(page);
        return true;
      });
      await closeReader(page);
    }));
});

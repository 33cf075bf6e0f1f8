// Pages that fight the reader: they neither start it, nor read it, nor get rid of it.

import assert from "node:assert/strict";
import {after, before, it} from "node:test";
import {article, kHeadline, kParagraphs, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {articleText, clickInView, closeReader, openReader, selectInView, sleep, until, waitUntilClosed, type ReaderPage} from "./support/session";
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

/** Hears whatever a window can hear, before anybody else does. */
const kListener = pageOf(
  `${article()}<script>
  window.heard = [];
  window.shortcuts = [];
  for (const type of ["keydown", "keypress", "keyup"]) for (const target of [window, document, document.body])
    target.addEventListener(type, (event) => window.shortcuts.push(type + " " + event.key));
  for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "change", "paste", "compositionend"])
    addEventListener(type, (event) => window.heard.push(type + " " + (event.key ?? event.data ?? "")), true);
</script>`,
);

/** Opens what it has over the view, again and again, up to \`times\`. */
const kCoverer = pageOf(
  `${article()}<dialog id="cover" style="inset:0;width:100%;height:100%;max-width:none;max-height:none">Accept everything</dialog><div id="popover" popover="manual" style="inset:0;width:100%;height:100%">And this</div><script>
  let times = 4;
  setInterval(() => {
    if (!document.querySelector("lectern-reader") || times-- <= 0) return;
    const cover = document.getElementById("cover"), popover = document.getElementById("popover");
    cover.close(); cover.showModal();
    popover.hidePopover(); popover.showPopover();
  }, 400);
</script>`,
);

/** Does to the host and to itself whatever a page can. */
const kMeddler = pageOf(
  `${article()}<input id="field"><script>
  let times = 0;
  setInterval(() => {
    const host = document.querySelector("lectern-reader");
    if (!host || times++ > 8) return;
    host.setAttribute("style", "display: none !important; opacity: 0 !important; transform: scale(0) !important");
    host.hidden = host.inert = document.documentElement.inert = document.body.inert = true;
    host.innerHTML = "<p>In place of the view</p>";
    if (times === 2) document.body.prepend(host);
    if (times === 4) document.createElement("div").append(host);
    document.getElementById("field").focus();
  }, 60);
</script>`,
);

let server: PageServer;
before(async () => {
  server = await servePages({
    "/overrides": {body: kOverrides}, "/remover": {body: kRemover}, "/markup": {body: kMarkup}, "/plain": {body: pageOf(article())},
    "/listener": {body: kListener}, "/sandbox": {body: pageOf(article()), headers: {"content-security-policy": "sandbox; default-src 'none'"}},
    "/coverer": {body: kCoverer}, "/meddler": {body: kMeddler},
  });
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

  it("hears nothing of what is typed in the view, wherever it listens", () =>
    on("/listener", async (page) => {
      await page.press("a");
      const heard = (): Promise<string[]> => page.inPage(() => (globalThis as unknown as {heard: string[]}).heard.splice(0));
      assert.deepEqual(await heard(), ["keydown a", "keypress a", "keyup a"], "the page does listen");
      await openReader(page);
      await page.press("Control+f");
      await until("the field", () => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".search-bar")!.hidden));
      await heard();
      await page.type("herring");
      await until("what was found", () => page.inView((dialog) => / of /.test(dialog.querySelector(".search-count")!.textContent ?? "")));
      assert.deepEqual(await heard(), []);
      await page.press("Escape");
      await selectInView(page, "nine years");
      await clickInView(page, ".selection-bar button:last-child");
      await heard();
      await page.type("I do not trust this editor");
      await sleep(100);
      assert.deepEqual(await heard(), []);
      assert.deepEqual(await page.inPage(() => [frames.length, document.querySelector("iframe")]), [0, null], "the field is in no list of frames");
      await clickInView(page, "[data-action=close-note]");
      assert.match((await page.inView((dialog) => dialog.querySelector(".notes-list")!.textContent)) ?? "", /I do not trust this editor/);
      await clickInView(page, "mark.highlight");
      await clickInView(page, "[data-action=remove-highlight]");
    }));

  it("hears no key that drives the view where it listens for its own shortcuts", () =>
    on("/listener", async (page) => {
      const shortcuts = (): Promise<string[]> => page.inPage(() => (globalThis as unknown as {shortcuts: string[]}).shortcuts.splice(0));
      await page.press("x");
      assert.ok((await shortcuts()).includes("keydown x"), "the page does listen");
      await openReader(page);
      await shortcuts();
      for (const key of ["x", "Tab", "End", "Shift+x"]) await page.press(key);
      await sleep(100);
      assert.deepEqual(await shortcuts(), []);
    }));

  it("in a sandbox of its own has fields to type in all the same", () =>
    on("/sandbox", async (page) => {
      await openReader(page);
      await page.press("Control+f");
      await page.type("herring");
      await until("what was found", () => page.inView((dialog) => / of /.test(dialog.querySelector(".search-count")!.textContent ?? "")));
      await page.press("Escape");
      assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".search-bar")!.hidden), true);
    }));

  it("does not cover the view for long with its own dialogs", () =>
    on("/coverer", async (page) => {
      await openReader(page);
      await sleep(2200);
      await until("the view on top", () => page.inPage(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName === "lectern-reader"));
      await clickInView(page, "[data-panel=appearance]");
      assert.equal(await page.inView((dialog) => dialog.querySelector<HTMLElement>(".appearance")!.hidden), false, "and it can be used");
      await page.press("Escape");
      await page.press("Escape");
      await waitUntilClosed(page);
    }));

  it("neither hides the view nor takes its focus, whatever it does to the host", () =>
    on("/meddler", async (page) => {
      await openReader(page);
      await sleep(1200);
      const seen = await page.inView((dialog) => {
        const box = dialog.getBoundingClientRect();
        const style = getComputedStyle((dialog.getRootNode() as ShadowRoot).host);
        return [dialog.matches(":modal"), box.width === innerWidth && box.height === innerHeight, style.opacity, (dialog.getRootNode() as ShadowRoot).activeElement !== null];
      });
      assert.deepEqual(seen, [true, true, "1", true]);
      assert.equal(await page.inPage(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName), "lectern-reader");
      await clickInView(page, ".toolbar .close");
      await waitUntilClosed(page);
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
        for (let i = 0; i < 2000; ++i) postMessage({name: "engine.extract", request: {content: "x".repeat(1000)}}, "*");
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

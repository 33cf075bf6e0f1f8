// axe-core finds nothing to object to in any state of the view. It cannot look into a closed shadow root,
// so the view's elements and styles are laid out in a page of their own for it.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {after, before, it} from "node:test";
import {article, kFrontPage, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, selectInView, until, type ReaderPage, type Session} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 3))}<h2>Four tin trunks</h2><p>${kPrompt}</p><p>See the <a href="/register">register</a> of the school.<sup><a href="#note" id="mark">1</a></sup></p>
<figure><img src="/picture.png" width="800" height="500" alt="A stove in a schoolroom"><figcaption>The stove that nobody may touch.</figcaption></figure>
<table><caption>Pupils</caption><thead><tr><th>Year</th><th>Pupils</th></tr></thead><tbody><tr><td>1911</td><td>31</td></tr><tr><td>2026</td><td>14</td></tr></tbody></table>
<h2>Shelves instead</h2>${paragraphs(kParagraphs.slice(3))}<ol><li id="note">The register of 1962 is kept at the harbour office, where it may be read. <a href="#mark">back</a></li></ol>
<nav><a href="/?page=2">2</a></nav>`),
);

interface Violation {
  id: string;
  help: string;
  nodes: string[];
}

let server: PageServer;
before(async () => {
  server = await servePages({
    "/": {body: kPage},
    "/front": {body: kFrontPage},
    "/axe.js": {body: kAxe},
    "/check": {body: '<!DOCTYPE html><html lang="en"><head><title>The view</title><script src="/axe.js"></script></head><body></body></html>'},
  });
});
after(() => server.close());

interface Axe {
  run(root: Element): Promise<{passes: unknown[]; violations: {id: string; help: string; nodes: {html: string}[]}[]}>;
}

/** On a page of the extension, whose policy lets no script in but ours: the driver brings it. */
async function violationsOfPage(page: ReaderPage): Promise<Violation[]> {
  await page.evaluate(kAxe);
  return page.inPage(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations: found} = await axe.run(document.documentElement);
    return found.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(({html}) => html.slice(0, 160))}));
  });
}

async function violations(session: Session, page: ReaderPage): Promise<Violation[]> {
  const view = await page.inView((dialog) => {
    const root = dialog.getRootNode() as ShadowRoot;
    const rules = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return {markup: dialog.outerHTML, styles: rules.join("\n")};
  });
  const check = await session.open(`${server.origin}/check`);
  try {
    return await check.inPage(async (shown) => {
      const style = document.createElement("style");
      style.textContent = shown!.styles;
      document.head.append(style);
      document.body.innerHTML = shown!.markup;
      const dialog = document.querySelector("dialog") as HTMLDialogElement;
      dialog.removeAttribute("open");
      dialog.showModal();
      const {axe} = globalThis as unknown as {axe: Axe};
      const {violations: found, passes} = await axe.run(document.documentElement);
      if (passes.length < 10) throw new Error("axe-core looked at too little");
      return found.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(({html}) => html.slice(0, 160))}));
    }, view);
  } finally {
    await check.close();
  }
}

inEveryBrowser("accessible", (session) => {
  const inState = async (path: string, prepare: (page: ReaderPage) => Promise<void>): Promise<void> => {
    const page = await session().open(server.origin + path);
    try {
      await page.resize(1000, 800);
      await openReader(page);
      await prepare(page);
      assert.deepEqual(await violations(session(), page), []);
    } finally {
      await page.close();
    }
  };

  it("the article, in every theme", () =>
    inState("/", async (page) => {
      for (const theme of ["light", "sepia", "dark", "black", "contrast"]) {
        await page.inView((dialog, wanted: string) => (dialog.dataset["theme"] = wanted), theme);
        assert.deepEqual(await violations(session(), page), [], theme);
      }
    }));
  it("every panel and the search", () =>
    inState("/", async (page) => {
      for (const panel of ["outline", "removed", "keep", "appearance"]) {
        await clickInView(page, `[data-panel=${panel}]`);
        if (panel === "appearance") await clickInView(page, ".more summary");
        assert.deepEqual(await violations(session(), page), [], panel);
        await page.press("Escape");
      }
      await page.press("Control+f");
      await page.type("herring");
    }));
  it("the bar for reading aloud", () => inState("/", (page) => clickInView(page, "[data-panel=listen]")));
  it("a picture by itself", () => inState("/", (page) => clickInView(page, ".zoom")));
  it("a note beside its mark, a selection, a highlight and its note", () =>
    inState("/", async (page) => {
      await clickInView(page, "a[role=doc-noteref]");
      assert.deepEqual(await violations(session(), page), []);
      await page.press("Escape");
      await selectInView(page, "nine years");
      await until("the bar", () => page.inView((dialog) => !dialog.querySelector<HTMLElement>(".selection-bar")!.hidden));
      assert.deepEqual(await violations(session(), page), []);
      await clickInView(page, ".selection-bar button:last-child");
    }));
  for (const name of ["settings.html", "paste.html"]) {
    it(`the extension's own page: ${name}`, async () => {
      const page = await session().openOwnPage(name);
      try {
        await until("its content", () => page.inPage(() => document.querySelector("main h1") !== null && document.title !== ""));
        assert.deepEqual(await violationsOfPage(page), []);
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

  it("in forced colours every button and border can be seen", async (context) => {
    if (session().name === "firefox") return context.skip("Firefox takes forced colours from the desktop alone");
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
      }));
      assert.deepEqual(seen, {panel: "1px", swatch: "solid", ink: true, icon: true});
    } finally {
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

  it("the interface of right-to-left languages runs right to left", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await page.resize(1000, 800);
      await openReader(page);
      const places = (): Promise<{outline: number; close: number} | null> =>
        page.inView((dialog) => ({outline: dialog.querySelector("[data-panel=outline]")!.getBoundingClientRect().left, close: dialog.querySelector(".close")!.getBoundingClientRect().left}));
      const before = await places();
      assert.ok(before!.outline < before!.close);
      await page.inView((dialog) => (dialog.dir = "rtl"));
      const after = await places();
      assert.ok(after!.outline > after!.close, "the toolbar is mirrored");
      await clickInView(page, "[data-panel=removed]");
      assert.equal(await page.inView((dialog) => Math.round(dialog.querySelector(".drawer")!.getBoundingClientRect().left)), 0, "the drawer comes from the other side");
      assert.deepEqual(await violations(session(), page), []);
    } finally {
      await page.close();
    }
  });
});

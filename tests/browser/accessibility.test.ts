// axe-core finds nothing to object to in any state of the view. It cannot look into a closed shadow root,
// so the view's elements and styles are laid out in a page of their own for it.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {after, before, it} from "node:test";
import {article, kFrontPage, kParagraphs, kPrompt, page as pageOf, paragraphs} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {clickInView, openReader, type ReaderPage, type Session} from "./support/session";
import {inEveryBrowser} from "./support/stories";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 3))}<h2>Four tin trunks</h2><p>${kPrompt}</p><p>See the <a href="/register">register</a> of the school.</p>
<table><caption>Pupils</caption><thead><tr><th>Year</th><th>Pupils</th></tr></thead><tbody><tr><td>1911</td><td>31</td></tr><tr><td>2026</td><td>14</td></tr></tbody></table>
<h2>Shelves instead</h2>${paragraphs(kParagraphs.slice(3))}`),
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
      interface Results {
        passes: unknown[];
        violations: {id: string; help: string; nodes: {html: string}[]}[];
      }
      const {axe} = globalThis as unknown as {axe: {run(root: Element): Promise<Results>}};
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

  for (const theme of ["light", "sepia", "dark", "black", "contrast"]) {
    it(`the article, in ${theme}`, () =>
      inState("/", async (page) => {
        await page.inView((dialog, wanted: string) => (dialog.dataset["theme"] = wanted), theme);
      }));
  }
  for (const panel of ["outline", "removed", "keep", "appearance"]) {
    it(`the panel: ${panel}`, () => inState("/", (page) => clickInView(page, `[data-panel=${panel}]`)));
  }
  it("the bar for reading aloud", () => inState("/", (page) => clickInView(page, "[data-panel=listen]")));
  it("the message where no article is", () => inState("/front", async () => undefined));

  it("Tab stays within the view and reaches every button of the toolbar", async () => {
    const page = await session().open(`${server.origin}/`);
    try {
      await openReader(page);
      const reached = new Set<string>();
      // Firefox walks through its own toolbars before it comes back.
      for (let i = 0; i < 40 && reached.size < 9; ++i) {
        await page.press("Tab");
        const focused = await page.inView((dialog) => {
          const element = (dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
          return element?.dataset["panel"] ?? element?.className ?? "";
        });
        if (focused) reached.add(focused);
      }
      for (const name of ["outline", "removed", "listen", "keep", "appearance", "quiet-button close"]) assert.ok(reached.has(name), name);
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
});

// The pages of tests/content through a real browser: what capture hands over of a page with its styles and scripts gives
// the article that the engine reads out of the file.

import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, it} from "node:test";
import {servePages, type PageServer} from "./support/server";
import {openReader} from "./support/session";
import {inEveryBrowser, onPage} from "./support/stories";

const kFolder = "tests/content";
const kLectern = process.env["LECTERN"] ?? "build/native/lectern";
const kNames = readdirSync(kFolder).filter((name) => name.endsWith(".html") && !name.endsWith(".expected.html")).map((name) => name.replace(/\.html$/, ""));

/** Where the browser rightly shows something else than the file says, and why. */
const kDifferent: Readonly<Record<string, string>> = {
  math: "what MathJax 2 has drawn comes as the MathML for screen readers out of the browser, and as its TeX out of the file",
};

let server: PageServer;
before(async () => {
  server = await servePages(Object.fromEntries(kNames.map((name) => [`/${name}`, {body: readFileSync(join(kFolder, `${name}.html`))}])));
});
after(() => server.close());

inEveryBrowser("content in the browser", (session) => {
  for (const name of kNames) {
    it(`${name} is the article that the file holds`, {...(kDifferent[name] ? {skip: kDifferent[name]} : {})}, () =>
      onPage(session().open(`${server.origin}/${name}`), async (page) => {
        const html = execFileSync(kLectern, ["extract", join(kFolder, `${name}.html`), "--url", `${server.origin}/${name}`, "--format", "html"], {encoding: "utf8"});
        await openReader(page);
        const [shown, read] = (await page.inView((dialog, markup: string) => {
          /** What an article is made of, a line each: what it is and what it says. */
          const outline = (root: Element): string[] =>
            [...root.querySelectorAll("p, h2, h3, h4, h5, h6, li, dt, dd, figure, figcaption, img, td, th, caption, pre, blockquote, summary, hr, math, a, em, strong, sup, sub, code")].map((element) =>
              `${element.localName}: ${(element.localName === "img" ? element.getAttribute("alt") : element.textContent)?.replace(/\s+/g, " ").trim()}`);
          const body = dialog.querySelector(".body")!.cloneNode(true) as HTMLElement;
          return [outline(body), outline(new DOMParser().parseFromString(markup, "text/html").body)] as const;
        }, html))!;
        assert.deepEqual(shown, read);
      }));
  }
});

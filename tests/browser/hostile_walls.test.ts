// Each wall between a page and the reader holds alone: the engine's output put into a page as it stands,
// DOMPurify by itself on the vectors of tests/attacks as they stand, and the rebuilding by itself. What comes
// out is written and parsed once more by the browser; no script runs, and only what may stands there.

import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {after, before, it} from "node:test";
import {build} from "esbuild";
import {servePages, type PageServer} from "./support/server";
import {sleep} from "./support/session";
import {inEveryBrowser} from "./support/stories";

interface Vector {
  in: string;
  html: string;
}

const kVectors = readdirSync("tests/attacks").filter((name) => name.endsWith(".json")).flatMap(
  (name) => (JSON.parse(readFileSync(`tests/attacks/${name}`, "utf8")) as {vectors: Vector[]}).vectors,
);
const kSentences = ["The ferry to Anslow was late again on Monday, and nobody on the quay expected an answer before the autumn.",
  "The harbour office says that this is what the form asks for, and that it has always been so, said the clerk.",
  "A vote was put off until the surveyor has looked at the keel; she expects to need two dry days and a strong lamp."];

/** The vector where a page would carry it, in an article that is worth reading. */
function pageWith({in: place, html}: Vector): string {
  const quoted = html.replaceAll('"', "&quot;");
  const body: Record<string, string> = {
    href: `<p>As <a href="${html}">she said</a> before.</p>`, src: `<figure><img src="${html}" width="800" height="600"></figure>`,
    alt: `<figure><img src="https://a.example/f.jpg" alt="${html}" width="800" height="600"></figure>`, heading: `<h2>${html}</h2>`, code: `<pre><code>${html}</code></pre>`,
    cell: `<table><tr><th>Day<th>Delay<tr><td>Monday<td>${html}</table>`, caption: `<figure><img src="https://a.example/f.jpg" width="800" height="600"><figcaption>${html}</figcaption></figure>`,
    inline: `<p>The office says that ${html} is what it asks for.</p>`, body: html,
  };
  const head: Record<string, string> = {
    head: html, title: `<title>${html}</title><meta property="og:title" content="${quoted}">`, byline: `<meta name="author" content="${quoted}">`,
    dek: `<meta name="description" content="${quoted}">`, json_ld: `<script type="application/ld+json">${html}</script>`,
  };
  const [first, ...rest] = kSentences.map((words) => `<p>${words}</p>`);
  return `<!doctype html><html lang="${place === "lang" ? quoted : "en"}"><head><title>Late again</title>${head[place] ?? ""}</head><body><article><h1>Late again</h1>${first}${body[place] ?? ""}${rest.join("")}</article>`;
}

/** What the engine makes of every vector: the body, and each block that can be put back. */
function engineOutputs(): string[] {
  const lines = kVectors.map((vector, id) => JSON.stringify({id, [vector.in === "text" ? "text" : "html"]: vector.in === "text" ? `${kSentences.join("\n\n")}\n\n${vector.html}` : pageWith(vector), url: "https://quay.example/ferry"}));
  const run = spawnSync("build/native/lectern", ["batch"], {input: lines.join("\n"), encoding: "utf8", maxBuffer: 2 ** 28});
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trimEnd().split("\n").flatMap((line) => {
    const {article} = JSON.parse(line) as {article?: {html: string; removed: {html: string}[]}};
    return article ? [article.html, ...article.removed.map(({html}) => html)] : [];
  });
}

const attributesOf = (html: string): string[] => [...html.matchAll(/ ([a-z-]+="[^"]*")/g)].map(([, attribute]) => attribute!).sort();

const kPage = `<!doctype html><title>walls</title><script>
globalThis.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) globalThis[name] = (...given) => { ran.push(name + "(" + given + ")"); };
addEventListener("beforeunload", () => ran.push("navigation"));
</script><script src="/walls.js"></script><body>`;

let server: PageServer;
let outputs: string[];
before(async () => {
  outputs = engineOutputs();
  const {outputFiles} = await build({entryPoints: ["tests/browser/pages/walls.ts"], bundle: true, format: "iife", write: false});
  server = await servePages({"/": {body: kPage}, "/walls.js": {body: Buffer.from(outputFiles[0]!.contents), headers: {"content-type": "text/javascript"}}});
});
after(() => server.close());

/** As the engine writes it, with every attribute that matters to a reader. */
const kHonest = '<h2 id="section-1" data-block="3">Boats</h2><p lang="de" dir="ltr" data-block="4">So <a href="https://a.example/b">there</a>, <a href="mailto:a@b.example">or</a> <a href="#section-1">up</a>.</p><figure data-block="5"><img src="https://a.example/c.jpg" srcset="https://a.example/c.jpg 1x, https://a.example/d.jpg 2x" alt="A boat" width="640" height="400"></figure><ol start="3" type="a" reversed=""><li>One</li></ol><table><tbody><tr><td colspan="2" rowspan="3">7</td></tr></tbody></table><time datetime="2026-05-01">today</time><math display="block"><mi mathvariant="bold">x</mi></math>';

inEveryBrowser("each wall alone", (session) => {
  it("lets through what the engine writes", async () => {
    const page = await session().open(`${server.origin}/`);
    const kept = await page.inPage((html: string) => {
      const {keptBy} = globalThis as unknown as {keptBy(wall: string, html: string): string};
      return keptBy("DOMPurify alone", html).replace(/^<body>|<\/body>$/g, "");
    }, kHonest);
    assert.deepEqual(attributesOf(kept), attributesOf(kHonest));
    await page.close();
  });

  for (const wall of ["the engine's output, with no wall", "DOMPurify alone", "the rebuilding alone"]) {
    it(`${wall}: holds against every vector`, async () => {
      const inputs = wall.startsWith("the engine") ? outputs : kVectors.map(({html}) => html);
      assert.ok(inputs.length >= 400);
      const page = await session().open(`${server.origin}/`);
      const found = await page.inPage(([name, all]: [string, string[]]) => {
        const {tryWall} = globalThis as unknown as {tryWall(wall: string, html: string): string[]};
        return all.flatMap((html) => {
          const faults = tryWall(name, html);
          return faults.length > 0 ? [`${html}: ${faults.join(", ")}`] : [];
        });
      }, [wall, inputs] as [string, string[]]);
      await sleep(500); // pictures fail and handlers run a little later
      assert.deepEqual(found, []);
      assert.deepEqual(await page.inPage(() => (globalThis as unknown as {ran: string[]}).ran), []);
      assert.equal(await page.inPage(() => location.pathname), "/");
      await page.close();
    });
  }
});

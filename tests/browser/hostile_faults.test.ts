// What goes wrong around the reader, and what leaves the machine: the browser kills the background, a page
// forges messages, and every request there is passes a proxy that writes it down. Chromium alone, because
// only there a test can kill the background and send all traffic, the extension's too, one way.

import assert from "node:assert/strict";
import {createServer, request as ask, type Server} from "node:http";
import {after, before, describe, it} from "node:test";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {article, kHeadline, kParagraphs, page as pageOf} from "./pages/article";
import {servePages, type PageServer} from "./support/server";
import {sleep, until} from "./support/session";
import {kExtensionFolder} from "./support/stories";

const kPicture = '<figure><img src="/boat.png" width="640" height="400" alt="A boat"><figcaption>The boat at the pier in spring.</figcaption></figure>';
const kVideo = '<iframe width="640" height="360" loading="lazy" src="https://www.youtube.com/embed/abcdefghijk"></iframe>';
/** What an article may name and the page itself never asks for. */
const kTempting = `<meta property="og:image" content="http://pictures.example/lead.jpg"><link rel="preload" as="image" media="print" imagesrcset="http://pictures.example/p.jpg 1x">
<script type="application/ld+json">{"@type":"NewsArticle","image":"http://pictures.example/data.jpg","author":{"@type":"Person","name":"Ana Bo","image":"http://pictures.example/ana.jpg"}}</script>`;

/** Passes on what goes to `origin`, refuses the rest, and remembers all of it. */
async function recordingProxy(origin: string): Promise<{port: number; requests: string[]; close(): void}> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? "");
    if (!request.url?.startsWith(origin)) return void response.writeHead(502).end();
    ask(request.url, {method: request.method, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on("connect", (request, socket) => {
    requests.push(`https://${request.url ?? ""}`);
    socket.end("HTTP/1.1 502 no\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {port: typeof address === "object" && address ? address.port : 0, requests, close: () => void server.close().closeAllConnections()};
}

describe("the reader among faults (chromium)", () => {
  let server: PageServer;
  let proxy: Awaited<ReturnType<typeof recordingProxy>>;
  let browser: Browser;
  let id = "";

  before(async () => {
    server = await servePages({
      "/story": {body: pageOf(article(kPicture + kParagraphs.map((words) => `<p>${words}</p>`).join("") + kVideo), kTempting)},
      "/boat.png": {body: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"), headers: {"content-type": "image/png"}},
    });
    proxy = await recordingProxy(server.origin);
    browser = await puppeteer.launch({
      executablePath: process.env["LECTERN_CHROMIUM"] ?? "/usr/bin/chromium",
      pipe: true,
      enableExtensions: true,
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication", `--proxy-server=127.0.0.1:${proxy.port}`, "--proxy-bypass-list=<-loopback>",
      ],
    });
    id = await browser.installExtension(kExtensionFolder);
    await background();
  });
  after(async () => {
    await browser?.close();
    proxy?.close();
    await server?.close();
  });

  const background = async () => {
    const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker" && candidate.url().includes(id));
    const worker = await target.worker();
    assert.ok(worker);
    return worker;
  };

  /** Presses the button and gives what the view shows. */
  async function read(page: Page): Promise<string> {
    const extension = (await browser.extensions()).get(id);
    assert.ok(extension);
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
    const client = await page.createCDPSession();
    return until("the view", async () => {
      const {root} = await client.send("DOM.getDocument", {depth: -1, pierce: true});
      const found: string[] = [];
      const pending = [{node: root, isInside: false}];
      for (let next = pending.pop(); next; next = pending.pop()) {
        const {node, isInside} = next;
        if (isInside && node.nodeName === "#text") found.push(node.nodeValue);
        const enters = isInside || node.nodeName === "LECTERN-READER";
        for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) pending.push({node: child, isInside: enters});
      }
      const text = found.reverse().join(" ");
      return text.includes(kHeadline) ? text : null;
    });
  }

  it("asks nothing of the network that the page has not asked", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/story`, {waitUntil: "networkidle0"});
    await sleep(500);
    const before = new Set(proxy.requests);
    const text = await read(page);
    assert.ok(kParagraphs.every((words) => text.includes(words.slice(0, 20).replace(/<.*/, ""))));
    await page.evaluate(() => scrollTo(0, 1e6));
    await sleep(1500);
    assert.deepEqual(proxy.requests.filter((url) => !before.has(url)), []);
    assert.ok(proxy.requests.includes(`${server.origin}/boat.png`), "the proxy sees what there is");
    await page.close();
  });

  it("reads on after the browser has stopped the background", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/story`);
    for (let times = 0; times < 3; ++times) {
      await (await background()).close();
      assert.ok((await read(page)).includes(kHeadline));
      await page.reload();
    }
    await page.close();
  });

  it("keeps notes over the end of the background", async () => {
    const key = `article:${server.origin}/story`;
    const record = {url: `${server.origin}/story`, title: "t", changed: 1, position: null, highlights: [{id: "1", quote: kParagraphs[0]!.slice(0, 30), before: "", after: "", start: 0, note: "ask the teacher"}]};
    await (await background()).evaluate((name, value) => chrome.storage.local.set({[name]: value}), key, record);
    const page = await browser.newPage();
    await page.goto(`${server.origin}/story`);
    await (await background()).close();
    await read(page);
    await sleep(300);
    const stored = await (await background()).evaluate(async (name) => (await chrome.storage.local.get(name))[name] as typeof record, key);
    assert.deepEqual(stored.highlights, record.highlights);
    await page.close();
  });

  it("has no door for a page's messages", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/story`);
    const answers = await page.evaluate(async (extension) => {
      const scope = globalThis as {chrome?: {runtime?: {sendMessage?: unknown; connect?: unknown}}};
      const doors = [typeof scope.chrome?.runtime?.sendMessage, typeof scope.chrome?.runtime?.connect];
      const files = await Promise.all(["reader.js", "background.js", "lectern.wasm", "settings.html", "fonts/"].map((name) =>
        fetch(`chrome-extension://${extension}/${name}`).then(() => name, () => "")));
      return [...doors, ...files.filter(Boolean)];
    }, id);
    assert.deepEqual(answers, ["undefined", "undefined"]);
    await page.close();
  });

  it("answers a flood of malformed messages of its own kind by failures, and then reads as ever", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/story`);
    const settings = await browser.newPage();
    await settings.goto(`chrome-extension://${id}/settings.html`);
    const codes = await settings.evaluate(async () => {
      const messages: unknown[] = [null, 7, "x", {}, {name: 7}, {name: "engine.extract"}, {name: "engine.extract", request: {content: 7}}, {name: "__proto__", request: null},
        {name: "constructor", request: null}, {name: "export.render", request: {article: {blocks: 3}, format: "html", restored: []}}, {name: "records.update", request: {url: "", title: "", changes: {}}}];
      const answers = [];
      for (let times = 0; times < 50; ++times)
        for (const message of messages) {
          const answer: unknown = await Promise.race([chrome.runtime.sendMessage(message).catch(() => null), new Promise((resolve) => setTimeout(resolve, 5000, "late"))]);
          const isAnswered = typeof answer === "object" && answer !== null && "response" in answer;
          answers.push(answer === "late" || isAnswered ? JSON.stringify(message) : "");
        }
      return answers.filter(Boolean);
    });
    assert.deepEqual([...new Set(codes)], []);
    await settings.close();
    assert.ok((await read(page)).includes(kHeadline));
    await page.close();
  });
});

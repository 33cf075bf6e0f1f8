// Opens a page in Chromium with the extension of build/extension loaded and presses its button. With a
// display the window stays open until it is closed; without one the article is printed and a picture
// taken. Usage: node scripts/open_in_chromium.mjs URL-or-FILE

import {existsSync} from "node:fs";
import {mkdir, readFile, stat} from "node:fs/promises";
import {createServer} from "node:http";
import {basename, dirname, extname, join, normalize, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import puppeteer from "puppeteer-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const picture = join(root, "build/start/reader.png");
const patienceMilliseconds = 20_000;

const contentTypes = {
  ".css": "text/css", ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".js": "text/javascript",
  ".mjs": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain",
  ".webp": "image/webp", ".woff2": "font/woff2",
};

function fail(message, ...advice) {
  console.error(`\nlectern: ${message}`);
  for (const line of advice) console.error(`  ${line}`);
  process.exit(1);
}

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks until the answer is true-ish; undefined when patience is at its end. */
async function until(ask) {
  for (const end = Date.now() + patienceMilliseconds; Date.now() < end; await sleep(50)) {
    const answer = await ask();
    if (answer) return answer;
  }
  return undefined;
}

/** Serves the folder of a file on loopback and gives the file's address. */
async function serveFile(file) {
  const folder = dirname(file);
  const server = createServer(async (request, response) => {
    try {
      const path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
      const body = await readFile(path);
      // Pages say their encoding themselves.
      response.writeHead(200, {"content-type": contentTypes[extname(path).toLowerCase()] ?? "text/html"}).end(body);
    } catch {
      response.writeHead(404, {"content-type": "text/plain"}).end("not here");
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${server.address().port}/${encodeURIComponent(basename(file))}`;
}

async function addressOf(target) {
  if (/^https?:\/\//i.test(target)) return target;
  const file = resolve(target);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) fail(`there is no file ${target}`, "give a file, or an address that starts with http:// or https://");
  return serveFile(file);
}

/** Runs a function on the dialog of the reader view, which stands in a closed shadow root. */
async function inView(client, look) {
  const {root: page} = await client.send("DOM.getDocument", {depth: 1});
  const {nodeId} = await client.send("DOM.querySelector", {nodeId: page.nodeId, selector: "lectern-reader"});
  if (!nodeId) return undefined;
  const {node} = await client.send("DOM.describeNode", {nodeId, pierce: true, depth: 2});
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (!backendNodeId) return undefined;
  const {object} = await client.send("DOM.resolveNode", {backendNodeId});
  const {result} = await client.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: `function() { const dialog = this.querySelector("dialog"); return dialog && (${look})(dialog); }`,
    returnByValue: true,
    awaitPromise: true,
  });
  return result.value ?? undefined;
}

async function launch(hasDisplay) {
  const executablePath =
    process.env.LECTERN_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  if (!executablePath) fail("Chromium is not installed", "install it, or set LECTERN_CHROMIUM to its program");
  const args = [
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    // Chromium refuses to sandbox itself when root starts it.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(hasDisplay ? [] : ["--disable-gpu", "--hide-scrollbars"]),
  ];
  return puppeteer.launch({
    executablePath, args, pipe: true, enableExtensions: true, headless: !hasDisplay,
    defaultViewport: hasDisplay ? null : {width: 1280, height: 960},
  });
}

async function installExtension(browser) {
  const id = await browser.installExtension(join(root, "build/extension"));
  const extension = (await browser.extensions()).get(id);
  const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker" && candidate.url().includes(id));
  const worker = await target.worker();
  await until(() => worker.evaluate(() => globalThis.chrome?.action?.onClicked.hasListeners()));
  return extension;
}

const [target] = process.argv.slice(2);
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const address = await addressOf(target);
const browser = await launch(hasDisplay).catch((error) =>
  fail(`Chromium does not start: ${error.message}`, hasDisplay ? "is the display yours? DISPLAY= scripts/start does without it" : "try it by hand: chromium --headless --no-sandbox --dump-dom about:blank"),
);
const extension = await installExtension(browser);
const [firstPage] = await browser.pages();
const page = firstPage ?? (await browser.newPage());
const client = await page.createCDPSession();
await page.goto(address, {waitUntil: "load", timeout: 60_000}).catch(async (error) => {
  await browser.close();
  fail(`the page cannot be loaded: ${error.message}`, "check the address and the network");
});
await page.bringToFront();
await page.triggerExtensionAction(extension);

const text = await until(() =>
  inView(client, (dialog) => (dialog.querySelector("h1") ? (dialog.querySelector(".article, .failure") ?? dialog).innerText : "")),
);
if (!text) {
  await browser.close();
  fail("the reader view did not open", "scripts/test browsers says what is wrong with the extension");
}

if (hasDisplay) {
  console.log("Reader mode is on. Press Escape in the page to leave it; close the window to end.");
  await new Promise((closed) => browser.once("disconnected", closed));
} else {
  await inView(client, () => document.fonts.ready.then(() => true));
  await mkdir(dirname(picture), {recursive: true});
  await page.screenshot({path: picture});
  await browser.close();
  console.log(`\n${text}\n\nThere is no display, so this was done unseen. Picture: ${picture}`);
}
process.exit(0);

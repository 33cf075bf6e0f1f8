// The model of plain text is a file of the package, and is read when a page is judged by it.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import test from "node:test";

import {loadReader, root} from "./engine.ts";

const folder = `${root}build/wasm`;
const wasm = await WebAssembly.compile(readFileSync(`${folder}/lectern.wasm`));
const sentence = "After eleven winters in dry dock the old ferry crossed the strait on Monday, and half the island came to watch.";
const text = `The ferry sails again\n\n${`${sentence}\n\n`.repeat(5)}Subscribe to continue reading\n`;
const data = {"@type": "NewsArticle", headline: "The ferry sails again", articleBody: `${sentence}\n\n`.repeat(5)};
const hollow = `<!doctype html><html lang="en"><title>The ferry sails again</title>
<script type="application/ld+json">${JSON.stringify(data)}</script><div id="app"></div></html>`;
const whole = `<!doctype html><html lang="en"><title>The ferry sails again</title><article><h1>The ferry sails again</h1>
${`<p>${sentence}</p>`.repeat(5)}</article></html>`;

/** The package's model behind HTTP, and how often it was asked for. */
async function serve(use: (textModel: string, asked: () => number) => Promise<void>, file = readFileSync(`${folder}/text.model`)): Promise<void> {
  let asked = 0;
  const server = createServer((_, response) => {
    ++asked;
    response.end(file);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/text.model`, () => asked);
  } finally {
    server.close();
  }
}

const reader = await loadReader();
const expected = JSON.stringify(reader.extract(text, {input: "text"}));
const expectedOfHollow = JSON.stringify(reader.extract(hollow));

test("plain text waits for the model, HTML does not", async () => {
  await serve(async (textModel, asked) => {
    const reader = await loadReader({wasm, textModel, languages: []});
    assert.equal(reader.extract(whole).title, "The ferry sails again");
    assert.throws(() => reader.extract(text, {input: "text"}), {code: "model_missing"});
    assert.equal(asked(), 0);
    assert.equal(JSON.stringify(await reader.extractAsync(text, {input: "text"})), expected);
    assert.equal(JSON.stringify(reader.extract(text, {input: "text"})), expected);
    assert.equal(asked(), 1);
  });
});

test("a page whose text stands in its data alone waits for it too", async () => {
  await serve(async (textModel, asked) => {
    const reader = await loadReader({wasm, textModel, languages: []});
    assert.throws(() => reader.extract(hollow), {code: "model_missing"});
    assert.equal(JSON.stringify(await reader.extractAsync(hollow)), expectedOfHollow);
    assert.equal(asked(), 1);
  });
});

test("with all languages the model is loaded, too", async () => {
  await serve(async (textModel, asked) => {
    const reader = await loadReader({wasm, textModel, languages: "all"});
    assert.equal(asked(), 1);
    assert.equal(JSON.stringify(reader.extract(text, {input: "text"})), expected);
  });
});

test("an instance that replaces a stopped one has the model", async () => {
  await serve(async (textModel, asked) => {
    const reader = await loadReader({wasm, textModel, languages: "all"});
    const page = new Uint8Array(8);
    Object.defineProperty(page, "length", {value: 3_900_000_000}); // no memory can hold it
    assert.throws(() => reader.extract(page), {code: "engine_failed"});
    assert.equal(JSON.stringify(reader.extract(text, {input: "text"})), expected);
    assert.equal(asked(), 1);
  });
});

test("a file that holds no model is refused", async () => {
  const cut = readFileSync(`${folder}/text.model`).subarray(0, 5000);
  await serve(async (textModel) => {
    await assert.rejects(loadReader({wasm, textModel, languages: "all"}), {code: "model_missing"});
  }, cut);
});

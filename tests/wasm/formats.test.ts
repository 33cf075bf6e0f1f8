// What writes an article's other formats is a file of the package, and is read when one is asked for.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import test from "node:test";

import {loadReader, root} from "./engine.ts";

const folder = `${root}build/wasm`;
const wasm = await WebAssembly.compile(readFileSync(`${folder}/lectern.wasm`));
const sentence = "After eleven winters in dry dock the old ferry crossed the strait on Monday, and half the island came to watch.";
const page = `<!doctype html><html lang="en"><title>The ferry sails again</title><article><h1>The ferry sails again</h1>
${`<p>${sentence}</p>`.repeat(5)}</article></html>`;

/** The package's file behind HTTP, and how often it was asked for. */
async function serve(use: (formats: string, asked: () => number) => Promise<void>, file = readFileSync(`${folder}/formats.wasm`)): Promise<void> {
  let asked = 0;
  const server = createServer((_, response) => {
    ++asked;
    response.end(file);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/formats.wasm`, () => asked);
  } finally {
    server.close();
  }
}

const read = await loadReader();
const article = read.extract(page, {url: "https://island.example/ferry"});
const expected = read.render(article, "markdown", {frontMatter: true});

test("an article's formats wait for the file, the article does not", async () => {
  await serve(async (formats, asked) => {
    const reader = await loadReader({wasm, formats, languages: []});
    assert.equal(reader.extract(page, {url: "https://island.example/ferry"}).html, article.html);
    assert.throws(() => reader.render(article, "markdown"), {code: "formats_missing"});
    assert.equal(asked(), 0);
    assert.equal(await reader.renderAsync(article, "markdown", {frontMatter: true}), expected);
    assert.equal(reader.render(article, "markdown", {frontMatter: true}), expected);
    assert.equal(await reader.renderAsync(article, "json"), JSON.stringify(article));
    assert.equal(asked(), 1);
  });
});

test("with all languages the formats are loaded, too", async () => {
  await serve(async (formats, asked) => {
    const reader = await loadReader({wasm, formats, languages: "all"});
    assert.equal(asked(), 1);
    assert.equal(reader.render(article, "markdown", {frontMatter: true}), expected);
  });
});

test("a wrong format is told before anything is loaded", async () => {
  await serve(async (formats, asked) => {
    const reader = await loadReader({wasm, formats, languages: []});
    assert.throws(() => reader.render(article, "rtf" as never), TypeError);
    assert.equal(asked(), 0);
  });
});

test("a long article in letters of three bytes comes back whole", () => {
  const long = read.extract(page.replaceAll(sentence, "古い渡し船が海峡を渡った。".repeat(20_000)), {url: "https://island.example/ferry"});
  assert.equal(read.render(long, "json"), JSON.stringify(long));
});

test("a file that holds no module is refused", async () => {
  await serve(async (formats) => {
    const reader = await loadReader({wasm, formats, languages: []});
    await assert.rejects(reader.renderAsync(article, "text"), WebAssembly.CompileError);
  }, readFileSync(`${folder}/formats.wasm`).subarray(0, 5000));
});

test("a module that stops is told as such", async () => {
  const empty = Buffer.from("\0asm\x01\0\0\0");
  await serve(async (formats) => {
    const reader = await loadReader({wasm, formats, languages: []});
    await assert.rejects(reader.renderAsync(article, "text"), {code: "engine_failed"});
  }, empty);
});

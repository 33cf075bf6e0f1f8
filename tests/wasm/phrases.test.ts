// Phrases of a language are files of the package, and a page has those of its own whatever was loaded before.

import assert from "node:assert/strict";
import {createReadStream, readFileSync, readdirSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import test from "node:test";

import {ExtractError, loadReader, root} from "./engine.ts";

const folder = `${root}build/wasm`;
const files = readdirSync(`${folder}/phrases`).map((name) => name.replace(".txt", "")).sort();
const wasm = await WebAssembly.compile(readFileSync(`${folder}/lectern.wasm`));
const german = `<!doctype html><html lang="de"><title>Die Fähre fährt wieder</title><article><h1>Die Fähre fährt wieder</h1>
${"<p>Nach elf Wintern im Trockendock querte die alte Fähre am Montag wieder die Meerenge, und die halbe Insel stand am Kai und wartete.</p>".repeat(5)}
<p>Jetzt abonnieren und weiterlesen</p></article></html>`;

/** The package's phrases behind HTTP, and the names that were asked for. */
async function serve(use: (phrases: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url).replace(/.*\/(.*)\.txt/, "$1"));
    createReadStream(`${folder}/phrases/${asked.at(-1)}.txt`).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/phrases/`, asked);
  } finally {
    server.close();
  }
}

function missingOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof ExtractError && error.code === "phrases_missing", String(error));
    return error.languages;
  }
  return [];
}

const expected = JSON.stringify((await loadReader()).extract(german));

test("every language but English is a file", () => {
  assert.ok(files.length > 20 && files.includes("de") && !files.includes("en"));
});

test("a page in a language that was not loaded says which, and is read once it is", async () => {
  await serve(async (phrases, asked) => {
    const reader = await loadReader({wasm, phrases, languages: []});
    assert.deepEqual(asked, []);
    assert.deepEqual(missingOf(() => reader.extract(german)), ["de"]);
    assert.equal(JSON.stringify(await reader.extractAsync(german)), expected);
    assert.deepEqual(asked, ["de"]);
    assert.equal(JSON.stringify(reader.extract(german)), expected);
    assert.deepEqual(asked, ["de"]);
  });
});

test("a page in no known language needs all", async () => {
  await serve(async (phrases) => {
    const reader = await loadReader({wasm, phrases, languages: ["de"]});
    const unknown = `<html lang="eo"><article>${"<p>qx zv bnm kjh wwq.</p>".repeat(9)}</article></html>`;
    assert.deepEqual([...missingOf(() => reader.extract(unknown))].sort(), files.filter((name) => name !== "de"));
  });
});

test("without a choice all are loaded where files cannot be read at once", async () => {
  await serve(async (phrases, asked) => {
    const reader = await loadReader({wasm, phrases});
    assert.deepEqual([...asked].sort(), files);
    assert.equal(JSON.stringify(reader.extract(german)), expected);
  });
});

test("an instance that replaces a stopped one has its phrases", async () => {
  await serve(async (phrases, asked) => {
    const reader = await loadReader({wasm, phrases, languages: ["de"]});
    const page = new Uint8Array(8);
    Object.defineProperty(page, "length", {value: 3_900_000_000}); // no memory can hold it
    assert.throws(() => reader.extract(page), {code: "engine_failed"});
    assert.equal(JSON.stringify(reader.extract(german)), expected);
    assert.deepEqual(asked, ["de"]);
  });
});

test("a file that holds no phrases is refused", async () => {
  const phrases = `${new URL(`file://${root}tests/wasm/`)}`;
  await assert.rejects(loadReader({wasm, phrases, languages: ["de"]}));
});

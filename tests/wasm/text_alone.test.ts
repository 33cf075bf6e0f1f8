// The module that the extension carries knows UTF-8 alone. For text it gives the same answers as the whole one.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";

import {readCases} from "./cases.ts";
import {loadReader, root} from "./engine.ts";

const folder = `${root}build/wasm-utf8`;
const small = (await import(`${folder}/index.mjs`)) as {loadReader: typeof loadReader};
const [whole, alone] = await Promise.all([loadReader(), small.loadReader()]);
const decoder = new TextDecoder();

test("the module for text alone answers as the whole one, for every case", () => {
  const answer = (ask: () => unknown): string => {
    try {
      return JSON.stringify(ask());
    } catch (error) {
      return String((error as {code?: string}).code);
    }
  };
  let count = 0;
  for (const {name, page, input, url} of readCases()) {
    const text = typeof page === "string" ? page : decoder.decode(page);
    assert.equal(answer(() => alone.extract(text, {input, url})), answer(() => whole.extract(text, {input, url})), name);
    ++count;
  }
  assert.ok(count > 0);
});

test("it is smaller by the tables of other encodings", () => {
  const size = (path: string): number => readFileSync(`${path}/lectern.wasm`).length;
  const tables = 300_000; // bytes at the least
  assert.ok(size(folder) + tables < size(`${root}build/wasm`));
});

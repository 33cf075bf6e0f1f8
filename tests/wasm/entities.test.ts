// In the package lexbor's tree of character references is made of their names: it has to read all of them as the
// command does, which has lexbor's own.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";

import {loadReader, root, runCommand} from "./engine.ts";

const reader = await loadReader();
const header = readFileSync(`${root}build/wasm-cmake/wasm/entities/entity_names.hpp`, "utf8");
const bytes = /kEntityNames\[\] = \{([^}]*)\}/.exec(header)![1]!.split(",").map(Number);
const names = Buffer.from(bytes).toString("utf8").split("\0").slice(0, -1).map((line) => line.split(" ")[0]!);

const pageWith = (references: string[]) =>
  `<!doctype html><html lang=en><title>Signs</title><article><h1>Signs</h1>${references
    .map((reference) => `<p>The harbour master writes it as ${reference} in the log, where all of them have been read for years.</p>`)
    .join("\n")}</article>`;

for (const [how, written] of Object.entries({
  "as it is": (name: string) => `&${name}`,
  "with a letter behind it": (name: string) => `&${name}x`,
  "without its last letter": (name: string) => `&${name.slice(0, -1)}`,
  "in an attribute": (name: string) => `<a href="https://example.org/?a=1&${name}=2&${name}">this</a>`,
})) {
  test(`every name of a character, ${how}, is read as the command reads it`, () => {
    assert.equal(names.length, 2231);
    const page = pageWith(names.map(written));
    const native = runCommand(["extract", "-", "--format", "json"], new TextEncoder().encode(page));
    assert.equal(native.exitCode, 0, native.errors);
    assert.equal(reader.extractJson(page), native.output.trimEnd());
  });
}

// Every language has every text, with the placeholders of the English one, and no text is left over.

import assert from "node:assert/strict";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, it} from "node:test";

interface Message {
  message: string;
  placeholders?: Record<string, {content: string}>;
}

const kFolder = "extension/_locales";
const read = (language: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(kFolder, language, "messages.json"), "utf8")) as Record<string, Message>;
const english = read("en");

/** Every key that a source file asks for; a template such as `kind_${kind}` counts by its start. */
function usedKeys(folder: string): Set<string> {
  const used = new Set<string>();
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (!/\.(ts|html)$/.test(entry.name)) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [literal] of source.matchAll(/["'`][A-Za-z][A-Za-z0-9_]*(?:\$\{|["'`])/g)) used.add(literal.slice(1).replace(/["'`]$/, "").replace("${", "*"));
  }
  return used;
}

describe("the texts of the interface", () => {
  for (const language of readdirSync(kFolder)) {
    it(`are complete in ${language}`, () => {
      const messages = read(language);
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
      for (const [key, {message, placeholders}] of Object.entries(messages)) {
        assert.ok(message.trim(), `${key} is empty`);
        assert.deepEqual(placeholders ?? {}, english[key]?.placeholders ?? {}, `${key}: placeholders`);
        for (const name of Object.keys(placeholders ?? {})) assert.ok(message.includes(`$${name.toUpperCase()}$`), `${key} leaves out ${name}`);
      }
    });
  }

  it("say themselves which language they are in and which way it runs", () => {
    const rightToLeft = new Set(["ar", "he"]);
    for (const language of readdirSync(kFolder)) {
      const {language: name, direction} = read(language);
      assert.equal(name?.message, language.replace("_", "-"));
      assert.equal(direction?.message, rightToLeft.has(language) ? "rtl" : "ltr", language);
    }
  });

  it("are all asked for somewhere", () => {
    const used = usedKeys("extension/src");
    const manifest = readFileSync("extension/manifest.json", "utf8");
    const starts = [...used].filter((key) => key.endsWith("*")).map((key) => key.slice(0, -1));
    // Keys made of a name and a fixed end, such as `${key}Title`.
    const ends = ["Title", "Text"];
    const unused = Object.keys(english).filter(
      (key) =>
        !used.has(key) && !manifest.includes(`__MSG_${key}__`) && !starts.some((start) => start && key.startsWith(start)) &&
        !ends.some((end) => key.endsWith(end) && used.has(key.slice(0, -end.length))),
    );
    assert.deepEqual(unused, []);
  });
});

// What the package promises of an article's shape, the schema for other languages and the types for
// TypeScript, holds for every case of tests/corpus and for what render makes of it.

import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import test from "node:test";
import {Ajv2020} from "ajv/dist/2020.js";

import {readCases} from "./cases.ts";
import {ExtractError, loadReader, root} from "./engine.ts";

const reader = await loadReader();
const schema = JSON.parse(readFileSync(`${root}core/data/article.schema.json`, "utf8"));
const isArticle = new Ajv2020({allErrors: true, strict: false}).compile(schema);

const articles = readCases().flatMap(({name, page, input, url}) => {
  try {
    return [{name: `${name} (${input})`, article: reader.extract(page, {input, url})}];
  } catch (error) {
    if (error instanceof ExtractError) return [];
    throw error;
  }
});

test("every article is as core/data/article.schema.json says", () => {
  assert.ok(articles.length > 0);
  const faults = articles.flatMap(({name, article}) =>
    isArticle(article) ? [] : [`${name}: ${JSON.stringify(isArticle.errors?.slice(0, 2))}`],
  );
  assert.deepEqual(faults.slice(0, 5), []);
});

test("an article with every removed block put back is as the schema says", () => {
  for (const {name, article} of articles) {
    const restored = article.removed.map((block) => block.id);
    const whole: unknown = JSON.parse(reader.render(article, "json", {restored}));
    assert.ok(isArticle(whole), `${name}: ${JSON.stringify(isArticle.errors?.slice(0, 2))}`);
    assert.deepEqual((whole as {removed: unknown[]}).removed, []);
  }
});

test("the types know every member of every article, and nothing is missing", () => {
  const folder = `${root}build/wasm-cmake/type-check`;
  mkdirSync(folder, {recursive: true});
  const literals = articles.map(({article}) => JSON.stringify(article)).join(",\n");
  writeFileSync(
    `${folder}/articles.ts`,
    `import type {Article} from "../../wasm/index.d.ts";\nexport const articles: Article[] = [\n${literals}\n];\n`,
  );
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--allowImportingTsExtensions", "--ignoreConfig"];
  execFileSync(`${root}node_modules/.bin/tsc`, [...options, `${folder}/articles.ts`], {stdio: ["ignore", "inherit", "inherit"]});
});

// What someone relies on who embeds the package: its files, its errors, and that nothing a page does
// leaves the reader unusable.

import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import test from "node:test";
import {runInNewContext} from "node:vm";

import {ExtractError, loadReader, root, runCommand} from "./engine.ts";

const packageFolder = `${root}build/wasm`;
const reader = await loadReader();

const story = `<!doctype html><html lang="en"><title>Ferry returns to the strait</title><article>
<h1>Ferry returns to the strait</h1>
${[
  "After eleven winters in dry dock, the old car ferry crossed the strait again on Monday, with two brass",
  "bands on the upper deck and most of the island waiting at the pier to see whether the engine would hold.",
  "The harbour master said the crossing took nineteen minutes, one less than the timetable of 1974 allows.",
  "A second boat is to follow in spring, once the yard has found a propeller shaft of the right length.",
]
  .map((sentence) => `<p>${sentence} ${sentence} ${sentence}</p>`)
  .join("\n")}</article></html>`;

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof ExtractError, String(error));
    assert.ok(error.message.length > 0);
    return error.code;
  }
  return "no error";
}

test("a page gives its article as a plain object", () => {
  const article = reader.extract(story, {url: "https://island.example/ferry"});
  assert.equal(article.title, "Ferry returns to the strait");
  assert.equal(article.language, "en");
  assert.equal(article.blocks.filter((block) => block.kind === "paragraph").length, 4);
  assert.match(article.html, /nineteen minutes/);
});

test("text gives an article too", () => {
  const text = story.replace(/<title>.*?<\/title>/, "").replace(/<[^>]*>/g, "\n");
  const article = reader.extract(text, {input: "text"});
  assert.match(article.html, /two brass/);
});

test("a page that looks readable is told from one that does not, as the command does", () => {
  assert.equal(reader.readable(story).readable, true);
  assert.equal(reader.readable("<p>Hello").readable, false);
});

const otherEncodings: [string, Buffer][] = [
  ["utf-16 with a byte order mark", Buffer.from(`\uFEFF${story}`, "utf16le")],
  ["utf-8 with a byte order mark", Buffer.from(`\uFEFF${story}`, "utf8")],
  [
    "windows-1252 by its meta element",
    Buffer.from(story.replace("<title>", '<meta charset="windows-1252"><title>').replace("harbour", "h\xE1rbour"), "latin1"),
  ],
  ["invalid UTF-8", Buffer.concat([Buffer.from(story.slice(0, 700)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(story.slice(700))])],
];

for (const [name, page] of otherEncodings) {
  test(`bytes in ${name} are read as the command reads them`, () => {
    const native = runCommand(["extract", "-"].concat("--format", "json"), page);
    assert.equal(native.exitCode, 0, native.errors);
    assert.equal(reader.extractJson(page), native.output.trimEnd());
  });
}

test("a string is taken as it is, whatever its meta element says", () => {
  const page = story
    .replace("<title>", '<meta charset="shift_jis"><title>')
    .replace("brass", "br\u00E4ss");
  assert.match(reader.extract(page).html, /br\u00E4ss/);
});

test("a string of letters of several bytes is read as its bytes are", () => {
  const page = story.replaceAll("<p>", `<p>${"\u6587\u7ae0\u{1f600} ".repeat(60)}`);
  const json = reader.extractJson(page);
  assert.match(json, /\u7ae0\u{1f600} After eleven winters/u);
  assert.equal(json, reader.extractJson(new TextEncoder().encode(page), {encoding: "utf-8"}));
});

test("half a surrogate pair costs one character and nothing else", () => {
  const {html} = reader.extract(story.replace("brass", "br\uD800ass"));
  assert.match(html, /br\uFFFDass/);
});

test("what is no article says why", () => {
  assert.equal(codeOf(() => reader.extract("")), "empty_input");
  assert.equal(codeOf(() => reader.extract(" \n ")), "empty_input");
  assert.equal(codeOf(() => reader.extract("<p>x")), "no_article");
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  assert.equal(codeOf(() => reader.extract(png)), "not_text");
  assert.equal(codeOf(() => reader.extract(Buffer.from(story), {encoding: "klingon"})), "unknown_encoding");
});

test("a page of a wrong type is the caller's mistake and no page without an article", () => {
  const promise = Promise.resolve(story);
  for (const wrong of [undefined, null, 7, true, {}, [60, 62], new String(story), promise, () => story]) {
    for (const call of [() => reader.extract(wrong as never), () => reader.readable(wrong as never)]) assert.throws(call, TypeError);
  }
  assert.throws(() => reader.extract(promise as never), /a string, a Uint8Array or an ArrayBuffer, not Promise/);
});

test("any view of bytes is read as its bytes", () => {
  const bytes = new TextEncoder().encode(`${story} `.padEnd(4000));
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  const other = runInNewContext("new Uint8Array(bytes).buffer", {bytes: Array.from(bytes)});
  const {html} = reader.extract(bytes);
  for (const page of [bytes.buffer, new DataView(bytes.buffer), new Uint16Array(bytes.buffer), shared, other, new Uint8Array(other)]) {
    assert.equal(reader.extract(page as never).html, html);
  }
});

test("a wrong option is told, not passed over", () => {
  const article = reader.extract(story);
  assert.throws(() => reader.extract(story, "https://island.example/ferry" as never), /options are an object/);
  assert.throws(() => reader.extract(story, {input: "rtf" as never}), /input is one of html, text, not rtf/);
  for (const format of ["epub", "md", undefined, null, 7]) assert.throws(() => reader.render(article, format as never), TypeError);
  assert.equal(reader.extract(story, null as never).title, article.title);
});

test("a wrong argument does not cost the engine its instance", () => {
  const circular: {self?: unknown} = {};
  circular.self = circular;
  assert.throws(() => reader.extract(story, {url: circular as never}), TypeError);
  assert.equal(codeOf(() => reader.render(undefined as never, "html")), "not_an_article");
});

test("the typings need no DOM library", () => {
  const folder = mkdtempSync(join(tmpdir(), "lectern-consumer-"));
  mkdirSync(`${folder}/node_modules`);
  symlinkSync(packageFolder, `${folder}/node_modules/lectern`);
  const file = `${folder}/consumer.mts`;
  writeFileSync(file, `import {loadReader, type Article} from "lectern";
const reader = await loadReader({languages: []});
const article: Article = await reader.extractAsync("<p>x", {url: "https://news.example/story"});
const text: string = reader.render(article, "markdown");
void text;\n`);
  const typed = ["--types", "node", "--typeRoots", `${root}node_modules/@types`, "--lib", "es2022", "--module", "nodenext"];
  const run = spawnSync(`${root}node_modules/.bin/tsc`, ["--noEmit", "--strict", "--target", "es2022", ...typed, file], {encoding: "utf8"});
  rmSync(folder, {recursive: true});
  assert.equal(run.stdout, "");
  assert.equal(run.status, 0, run.stderr);
});

test("render refuses what is no article", () => {
  for (const wrong of [null, 7, "text", [], {}, {blocks: 3}]) {
    assert.equal(codeOf(() => reader.render(wrong as never, "html")), "not_an_article");
  }
});

test("render puts removed blocks back and passes no markup through", () => {
  const article = reader.extract(story);
  const [first] = article.blocks;
  assert.ok(first);
  first.html = '<p onclick="x()">Changed <script>alert(1)</script><img src=x onerror=y></p>';
  assert.equal(
    /<script|onerror|onclick/.test(answerOrCode(() => reader.render(article, "html"))),
    false,
  );
});

function answerOrCode(action: () => string): string {
  try {
    return action();
  } catch (error) {
    if (error instanceof ExtractError) return error.code;
    throw error;
  }
}

test("after the engine stopped, the next call works", async () => {
  const ownReader = await loadReader();
  // No memory can hold this page: the engine ends in the midst of its work.
  const page = new Uint8Array(8);
  Object.defineProperty(page, "length", {value: 3_900_000_000});
  assert.equal(codeOf(() => ownReader.extract(page)), "engine_failed");
  assert.equal(ownReader.extract(story).title, "Ferry returns to the strait");
});

test("the engine comes from bytes, from a compiled module and from a server's answer too", async () => {
  const bytes = readFileSync(`${packageFolder}/lectern.wasm`);
  const answered = (type?: string) => new Response(bytes, {headers: type ? {"Content-Type": type} : {}});
  for (const wasm of [
    bytes, await WebAssembly.compile(bytes), answered("application/wasm"), answered("Application/WASM; a=b"), answered("text/plain"), answered(),
    Promise.resolve(answered("application/wasm")),
  ]) {
    const other = await loadReader({wasm});
    assert.equal(other.extractJson(story), reader.extractJson(story));
  }
  await assert.rejects(loadReader({wasm: new Response(bytes, {status: 404, headers: {"Content-Type": "application/wasm"}})}), /status 404/);
});

test("the package holds what it promises and makes no code out of text", () => {
  const manifest = JSON.parse(readFileSync(`${packageFolder}/package.json`, "utf8"));
  assert.equal(manifest.name, "lectern");
  for (const file of manifest.files) assert.ok(statSync(`${packageFolder}/${file}`).size > 0);
  assert.ok(readdirSync(`${packageFolder}/phrases`).includes("de.txt"));
  const code = readFileSync(`${packageFolder}/index.mjs`, "utf8");
  assert.doesNotMatch(code, /\beval\(|new Function|\bFunction\(/);
});

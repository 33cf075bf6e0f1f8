// The package answers as the command does, byte for byte: on every case of tests/corpus, in every
// format, and on the pages of build/corpus where there are any (every tenth; all of them with
// LECTERN_PARITY_ALL=1).

import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import test from "node:test";

import {readCases} from "./cases.ts";
import {ExtractError, loadReader, root, runBatch, runCommand, type BatchPage} from "./engine.ts";

const reader = await loadReader();

/** What the package says, in the words of the command: the output, or the code of the error. */
function answerOf(extract: () => string): string {
  try {
    return extract();
  } catch (error) {
    if (error instanceof ExtractError) return `error: ${error.code}`;
    throw error;
  }
}

/** Shows where two long texts part, and not the whole of them. */
function assertSame(wasm: string, native: string, what: string): void {
  if (wasm === native) return;
  let at = 0;
  while (wasm[at] === native[at]) ++at;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  assert.fail(`${what}: they part at ${at}\n  wasm:   ${around(wasm)}\n  native: ${around(native)}`);
}

const exitCodes: Record<string, number> = {no_article: 3, empty_input: 3};

for (const {name, page, input, url} of readCases()) {
  test(`${name} (${input}): native and wasm agree in every format`, () => {
    const inputOptions = ["--input", input, ...(url ? ["--url", url] : [])];
    const json = answerOf(() => reader.extractJson(page, {input, url}));
    const native = runCommand(["extract", "-", "--format", "json", ...inputOptions], page);
    if (json.startsWith("error: ")) {
      assert.equal(native.exitCode, exitCodes[json.slice("error: ".length)] ?? 4, native.errors);
      return;
    }
    assert.equal(native.exitCode, 0, native.errors);
    assertSame(json, native.output.trimEnd(), "json");

    const article = reader.extract(page, {input, url});
    assert.equal(JSON.stringify(article), JSON.stringify(JSON.parse(native.output)));
    for (const format of ["html", "markdown", "text"] as const) {
      const {output} = runCommand(["extract", "-", "--format", format, ...inputOptions], page);
      assertSame(reader.render(article, format).trimEnd(), output.trimEnd(), format);
    }
    assertSame(reader.render(article, "json"), json, "the article read back");
  });
}

const corpus = `${root}build/corpus`;

async function* corpusPages(): AsyncGenerator<BatchPage> {
  const step = process.env.LECTERN_PARITY_ALL ? 1 : 10;
  const lines = readFileSync(`${corpus}/manifest.jsonl`, "utf8").trimEnd().split("\n");
  for (let index = 0; index < lines.length; index += step) {
    const {dataset, id} = JSON.parse(lines[index]!) as {dataset: string; id: string};
    const folder = `${corpus}/${dataset}/${id}`;
    const meta = JSON.parse(await readFile(`${folder}/meta.json`, "utf8")) as {url?: string};
    const url = meta.url ? {url: meta.url} : {};
    yield {id: `${dataset}/${id} html`, html: await readFile(`${folder}/page.html`, "utf8"), ...url};
    if (existsSync(`${folder}/page.txt`)) {
      yield {id: `${dataset}/${id} text`, text: await readFile(`${folder}/page.txt`, "utf8"), ...url};
    }
  }
}

test(
  "native and wasm agree on the pages of build/corpus",
  {skip: existsSync(`${corpus}/manifest.jsonl`) ? false : "no corpus in build/corpus"},
  async () => {
    const differing: string[] = [];
    let compared = 0;
    const pages = corpusPages();
    for await (const line of runBatch(corpusPages())) {
      const {value} = await pages.next();
      const page = value as BatchPage;
      const json = answerOf(() =>
        reader.extractJson(page.html ?? page.text ?? "", {
          input: page.html === undefined ? "text" : "html",
          url: page.url ?? "",
        }),
      );
      const native = JSON.parse(line) as {id: string; error?: {code: string}};
      assert.equal(native.id, page.id, "the order of the pages is kept");
      const same = native.error
        ? json === `error: ${native.error.code}`
        : line.includes(json);
      if (!same) differing.push(page.id);
      ++compared;
    }
    assert.ok((await pages.next()).done, "every page has its line");
    assert.ok(compared > 0);
    assert.deepEqual(differing, []);
  },
);

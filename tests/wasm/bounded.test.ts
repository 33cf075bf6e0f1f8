// The package on every input of tests/hostile: an article or an error with a code, nothing else that is
// thrown, the memory given back, and the next page read as if nothing had been. Each article is written in
// one of the other formats, in turn, in bounded time.

import assert from "node:assert/strict";
import test from "node:test";

import {encodingLabels} from "../hostile/encoding_labels.mjs";
import {kEncodedInputs, kHostileInputs, pageWith} from "../hostile/inputs.mjs";
import {ExtractError, loadReader} from "./engine.ts";

const kCodes = new Set(["no_article", "empty_input", "not_text", "input_too_large", "over_budget"]);
const honest = pageWith("");
const reader = await loadReader();
const expected = reader.extractJson(honest);

const kFormats = ["html", "markdown", "text"] as const;
/** In microseconds of the processor; the longest takes 2 s. */
const kMostRenderTime = 20_000_000;

for (const [index, {name, make, options = {}, expects}] of [...kHostileInputs, ...kEncodedInputs].entries()) {
  test(name, () => {
    const page = make();
    assert.equal(typeof reader.readable(typeof page === "string" ? Buffer.from(page) : page, options).readable, "boolean");
    let outcome: string;
    try {
      const article = reader.extract(typeof page === "string" ? Buffer.from(page) : page, {url: "https://quay.example/2026/ferry", ...options});
      assert.ok(article.blocks.length > 0);
      const start = process.cpuUsage();
      assert.ok(reader.render(article, kFormats[index % kFormats.length]!).length > 0);
      const {user, system} = process.cpuUsage(start);
      assert.ok(user + system < kMostRenderTime, `rendering took ${(user + system) / 1e6} s of the processor`);
      outcome = article.partial ? "partial" : "article";
    } catch (error) {
      assert.ok(error instanceof ExtractError, String(error));
      outcome = error.code;
      assert.ok(kCodes.has(outcome), `${outcome}: ${error.message}`);
    }
    if (expects === "article") assert.ok(outcome === "article" || outcome === "partial", outcome);
    // Of a page that is cut, the article is given as partial, or none is found in what is left.
    else if (expects === "partial") assert.ok(outcome === "partial" || outcome === "over_budget", outcome);
    else if (expects) assert.equal(outcome, expects);
    assert.equal(reader.extractJson(honest), expected, "the next page is read as before");
  });
}

test("a name that no encoding has is an error with its code", () => {
  assert.ok(encodingLabels.length > 200);
  assert.throws(() => reader.extract(Buffer.from(honest), {encoding: "utf-8-and-a-half"}), {code: "unknown_encoding"});
});

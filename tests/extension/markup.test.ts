import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {parseHTML} from "linkedom";
import {escapeText, escapeValue, writeAttributes} from "../../extension/src/capture/markup";

const first = (html: string): Element => parseHTML(`<html><body>${html}</body></html>`).document.body.firstElementChild as unknown as Element;

describe("captured markup", () => {
  it("escapes what would end a text or a value", () => {
    assert.equal(escapeText("a < b && c > d"), "a &lt; b &amp;&amp; c &gt; d");
    assert.equal(escapeValue('"><script>'), "&quot;&gt;&lt;script&gt;");
  });

  it("keeps what the engine reads and leaves out code, style and forged marks", () => {
    const element = first(
      '<p id="a" class="b c" aria-label="d" data-src="e" style="x" onclick="y" hidden nonce="z" srcdoc="s" data-lectern-hidden="forged">t</p>',
    );
    assert.equal(writeAttributes(element, new Map()), ' id="a" class="b c" aria-label="d" data-src="e"');
  });

  it("writes our own value in place of the page's", () => {
    assert.equal(writeAttributes(first('<img src="placeholder.gif" alt="x">'), new Map([["src", "https://a.example/real.jpg"]])),
      ' alt="x" src="https://a.example/real.jpg"');
  });

  it("leaves out values that are data for scripts", () => {
    assert.equal(writeAttributes(first(`<div data-state="${"x".repeat(5000)}" class="k"></div>`), new Map()), ' class="k"');
  });
});

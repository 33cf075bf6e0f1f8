import assert from "node:assert/strict";
import {describe, it} from "node:test";
import type {Article} from "../../extension/src/shared/article";
import {joinArticles} from "../../extension/src/shared/join_articles";

const page = (changes: Partial<Article>): Article => ({
  title: "A story", byline: [], dek: null, site_name: null, published: null, modified: null, section: null, tags: [], url: "https://news.example/story", lead_image: null,
  language: "en", direction: "ltr", is_free: true, word_count: 10, reading_minutes: 1, confidence: 0.9, partial: false, withheld_notice: null, html: "", blocks: [],
  removed: [], containers: [], other_articles: [], sources: {}, ...changes,
});
const first = page({
  html: '<p>One<a href="#note-1" id="ref-1">1</a></p>',
  blocks: [{id: 0, kind: "paragraph", confidence: 1, html: "<p>One</p>", text: "One"}],
  removed: [{id: 1, kind: "promo", reason: "learned", confidence: 1, html: "<p>Ad</p>", text: "Ad", after: 0}],
  containers: [{type: "list", parent: null}],
});
const second = page({
  title: "A story, page 2", confidence: 0.7, withheld_notice: "For subscribers.",
  html: '<p>Two<a href="#note-1" id="ref-1">1</a></p>',
  blocks: [{id: 1, kind: "list_item", confidence: 1, container: 0, html: "<li>Two</li>", text: "Two"}],
  removed: [{id: 0, kind: "promo", reason: "learned", confidence: 1, html: "<p>Ad</p>", text: "Ad", after: null}, {id: 2, kind: "promo", reason: "learned", confidence: 1, html: "", text: "", after: 1}],
  containers: [{type: "list", parent: null}, {type: "list", parent: 0}],
});

describe("two pages as one article", () => {
  const joined = joinArticles(first, second);

  it("keep the title of the first, the notice of the last and the lower confidence", () => {
    assert.equal(joined.title, "A story");
    assert.equal(joined.withheld_notice, "For subscribers.");
    assert.deepEqual([joined.word_count, joined.confidence], [20, 0.7]);
  });

  it("have ids in order, and removed blocks that know what they stood after", () => {
    assert.deepEqual(joined.blocks.map(({id}) => id), [0, 3]);
    assert.deepEqual(joined.removed.map(({id, after}) => [id, after]), [[1, 0], [2, 0], [4, 3]]);
  });

  it("keep their lists apart", () => {
    assert.equal(joined.blocks[1]?.container, 1);
    assert.deepEqual(joined.containers.map(({parent}) => parent), [null, null, 1]);
  });

  it("keep their notes apart", () => {
    const names = [...joined.html.matchAll(/ id="([^"]*)"/g)].map(([, name]) => name);
    assert.equal(new Set(names).size, 2);
    const targets = [...joined.html.matchAll(/ href="#([^"]*)"/g)].map(([, name]) => name);
    assert.equal(new Set(targets).size, 2);
  });
});

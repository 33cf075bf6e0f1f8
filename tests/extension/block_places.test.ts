import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {parseHTML} from "linkedom";
import type {ArticleBlock, Kind} from "../../extension/src/shared/article";
import {findBlockPlaces} from "../../extension/src/view/block_places";

const block = (id: number, kind: Kind, text: string): ArticleBlock => ({id, kind, text, html: "", confidence: 1});

function placesIn(html: string, blocks: ArticleBlock[]): Record<number, string> {
  const {document} = parseHTML(`<html><body>${html}</body></html>`);
  const places = findBlockPlaces(document.body as unknown as ParentNode, blocks);
  return Object.fromEntries([...places].map(([id, element]) => [id, `${element.localName}#${element.id}`]));
}

describe("places of blocks", () => {
  it("are found in order, by text", () => {
    const html = '<p id="a">One</p><h2 id="b">Two</h2><p id="c">One</p>';
    assert.deepEqual(placesIn(html, [block(3, "paragraph", "One"), block(4, "heading", "Two"), block(7, "paragraph", "One")]),
      {3: "p#a", 4: "h2#b", 7: "p#c"});
  });

  it("of figures and dividers are known without text", () => {
    const html = '<p id="a">One</p><figure id="b"><img></figure><hr id="c"><p id="d">Two</p>';
    assert.deepEqual(
      placesIn(html, [block(0, "paragraph", "One"), block(1, "figure", ""), block(2, "divider", ""), block(3, "paragraph", "Two")]),
      {0: "p#a", 1: "figure#b", 2: "hr#c", 3: "p#d"});
  });

  it("of nested elements with the same text are the innermost", () => {
    assert.deepEqual(placesIn('<blockquote id="a"><p id="b">Said</p></blockquote>', [block(0, "quote", "Said")]), {0: "p#b"});
  });

  it("of items with lists inside are the items", () => {
    const html = '<ul><li id="a">One<ul><li id="b">Inner</li></ul></li><li id="c">Two</li></ul>';
    assert.deepEqual(placesIn(html, [block(0, "list_item", "One"), block(1, "list_item", "Inner"), block(2, "list_item", "Two")]),
      {0: "li#a", 1: "li#b", 2: "li#c"});
  });

  it("are left out for what the markup does not show, without losing the rest", () => {
    assert.deepEqual(placesIn('<p id="a">One</p><p id="b">Two</p>', [block(0, "paragraph", "One"), block(1, "paragraph", "Lost"), block(2, "paragraph", "Two")]),
      {0: "p#a", 2: "p#b"});
  });
});

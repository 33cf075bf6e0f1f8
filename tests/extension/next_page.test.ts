import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {parseHTML} from "linkedom";
import {isNextPage, nextPageOf} from "../../extension/src/capture/next_page";

const kStory = "https://news.example/2026/09/island-school";

describe("the next page of an article", () => {
  it("has the article's address with the next number in it", () => {
    for (const [current, next] of [
      [kStory, `${kStory}?page=2`], [`${kStory}?page=2`, `${kStory}?page=3`], [kStory, `${kStory}/2`], [`${kStory}/2/`, `${kStory}/3/`],
      [kStory, `${kStory}/page/2`], [`${kStory}.html`, `${kStory}-2.html`], [`${kStory}-2.html`, `${kStory}-3.html`],
      [`${kStory}?id=7`, `${kStory}?id=7&p=2`], [`${kStory}?ref=a&p=2`, `${kStory}?p=3&ref=a`],
    ]) assert.ok(isNextPage(current!, next!), `${current} -> ${next}`);
  });

  it("is not another story, another section or the page before", () => {
    for (const [current, next] of [
      [kStory, `${kStory}-and-the-whale`], [kStory, "https://news.example/2026/09/another-story?page=2"], [`${kStory}?page=3`, `${kStory}?page=2`],
      [kStory, `${kStory}?page=3`], [kStory, `${kStory}?id=2`], [kStory, kStory], [kStory, "https://other.example/2026/09/island-school?page=2"], [kStory, "nonsense"],
    ]) assert.ok(!isNextPage(current!, next!), `${current} -> ${next}`);
  });

  it("is found among the links of a page, whatever else it calls next", () => {
    const page = (body: string): Document => parseHTML(`<html><head><link rel="next" href="https://news.example/next-story"></head><body>${body}</body></html>`).document as unknown as Document;
    assert.equal(nextPageOf(page(`<a href="https://news.example/next-story">Next</a> <a href="${kStory}?page=2">2</a>`), kStory), `${kStory}?page=2`);
    assert.equal(nextPageOf(page('<a href="https://news.example/next-story">Next</a>'), kStory), null);
  });
});

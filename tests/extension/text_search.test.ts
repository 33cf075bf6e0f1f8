import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {findWords} from "../../extension/src/view/text_search";

const found = (text: string, words: string): string[] => findWords(text, words).map(({start, end}) => text.slice(start, end));

describe("searching", () => {
  it("does not mind case, accents or the width of white space", () => {
    assert.deepEqual(found("Café, cafe\u0301 and CAFE", "cafe"), ["Café", "cafe\u0301", "CAFE"]);
    assert.deepEqual(found("the   herring\n boats", "the herring boats"), ["the   herring\n boats"]);
    assert.deepEqual(found("ﬁne ﬁsh", "fish"), ["ﬁsh"]);
  });

  it("finds words in scripts without case", () => {
    assert.deepEqual(found("海は海である", "海"), ["海", "海"]);
    assert.deepEqual(found("كَتَبَ الرجل", "كتب"), ["كَتَبَ"]);
  });

  it("finds nothing where nothing is asked for", () => {
    assert.deepEqual(found("anything", "  "), []);
  });

  it("gives places that do not overlap", () => {
    assert.deepEqual(findWords("aaaa", "aa"), [{start: 0, end: 2}, {start: 2, end: 4}]);
  });
});

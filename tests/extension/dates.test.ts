import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {dateForReader} from "../../extension/src/shared/dates";

describe("dates", () => {
  it("are written in the reader's language", () => {
    assert.equal(dateForReader("2026-10-17", "en-GB"), "17 October 2026");
    assert.equal(dateForReader("2026-10-17", "de"), "17. Oktober 2026");
  });

  it("stay as the page wrote them when they cannot be read", () => {
    assert.equal(dateForReader("last Tuesday", "en"), "last Tuesday");
  });

  it("do not need a language that the browser knows", () => {
    assert.equal(dateForReader("2026-10-17", "not a language"), "October 17, 2026");
  });
});

// What is remembered survives a full storage, a storage that fails, and messages that no script of ours sends.

import assert from "node:assert/strict";
import {beforeEach, describe, it} from "node:test";
import type {Highlight} from "../../extension/src/shared/records";

/** The browser's storage, as far as it is used: bounded, and broken on demand. */
class Storage {
  values = new Map<string, unknown>();
  limit = Infinity;
  fails: "get" | "set" | null = null;

  async get(key: string | null): Promise<Record<string, unknown>> {
    if (this.fails === "get") throw new Error("the disk is gone");
    return structuredClone(Object.fromEntries([...this.values].filter(([name]) => key === null || name === key)));
  }
  async set(values: Record<string, unknown>): Promise<void> {
    const all = new Map([...this.values, ...Object.entries(structuredClone(values))]);
    if (this.fails === "set" || JSON.stringify([...all]).length > this.limit) throw new Error("QUOTA_BYTES quota exceeded");
    this.values = all;
  }
  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.values.delete(key);
  }
}

const local = new Storage();
(globalThis as {browser?: unknown}).browser = {
  storage: {local, sync: new Storage()},
  runtime: {getURL: (path: string) => `chrome-extension://lectern/${path}`},
};
const {allRecords, importRecords, loadRecord, updateRecord} = await import("../../extension/src/shared/storage");
const {addressFor} = await import("../../extension/src/background/callers");

const kStory = "https://quay.example/ferry";
const note: Highlight = {id: "1", quote: "wood remembers", before: "", after: "", start: 7, note: "ask Tobias"};

describe("what is remembered of an article", () => {
  beforeEach(() => Object.assign(local, {values: new Map(), limit: Infinity, fails: null}));

  it("is not replaced by its absence while storage cannot be read", async () => {
    await updateRecord(kStory, "Ferry", {highlights: [note]});
    local.fails = "get";
    await assert.rejects(updateRecord(kStory, "Ferry", {position: {block: 3, part: 0}}));
    local.fails = null;
    assert.deepEqual((await loadRecord(kStory))?.highlights, [note]);
  });

  it("keeps notes in a full storage, at the price of old places", async () => {
    for (let i = 0; i < 40; ++i) await updateRecord(`https://quay.example/${i}`, `Story ${i}`, {position: {block: i, part: 0}});
    local.limit = JSON.stringify([...local.values]).length + 10;
    await updateRecord(kStory, "Ferry", {highlights: [note]});
    assert.deepEqual((await loadRecord(kStory))?.highlights, [note]);
    assert.equal((await allRecords()).length, 21);
  });

  it("says so when there is no room for a note, and leaves the others as they are", async () => {
    await updateRecord(kStory, "Ferry", {highlights: [note]});
    local.limit = JSON.stringify([...local.values]).length;
    await assert.rejects(updateRecord("https://quay.example/other", "Other", {highlights: [note]}), /quota/);
    assert.deepEqual((await loadRecord(kStory))?.highlights, [note]);
  });

  it("goes on after a change that failed", async () => {
    local.fails = "set";
    await assert.rejects(updateRecord(kStory, "Ferry", {highlights: [note]}));
    local.fails = null;
    await updateRecord(kStory, "Ferry", {highlights: [note]});
    assert.equal((await allRecords()).length, 1);
  });

  it("loses no note to a file that is older or newer, and the newer wording of one note stays", async () => {
    const other: Highlight = {...note, id: "2", quote: "low water", start: 90, note: ""};
    await updateRecord(kStory, "Ferry", {highlights: [note], position: {block: 3, part: 0}});
    const known = (await loadRecord(kStory))!;
    await importRecords([{...known, changed: known.changed - 1000, position: null, highlights: [{...note, note: "older words"}, other]}]);
    assert.deepEqual(await loadRecord(kStory), {...known, highlights: [note, other]});
    // Read to the end since: there is no place to go on at.
    await importRecords([{...known, changed: known.changed + 1000, position: null, highlights: [{...note, note: "newer words"}]}]);
    assert.deepEqual(await loadRecord(kStory), {...known, changed: known.changed + 1000, position: null, highlights: [{...note, note: "newer words"}, other]});
  });

  it("takes nothing but places and notes, in their form", async () => {
    const forged = {url: "https://other.example/", title: "x", position: {block: "many", part: -1}, highlights: [{quote: 7}, "x", {...note, extra: 1}]};
    await updateRecord(kStory, "Ferry", forged as never);
    assert.deepEqual([...local.values.keys()], [`article:${kStory}`]);
    const record = await loadRecord(kStory);
    assert.deepEqual([record?.position, record?.highlights], [{block: 0, part: 0}, [note]]);
  });
});

describe("a script in a page", () => {
  const caller = (url: string) => ({url, tab: {id: 1} as chrome.tabs.Tab});

  it("is told of its own site's articles alone", () => {
    assert.equal(addressFor(caller("https://quay.example/front#top"), kStory), kStory);
    for (const [url, asked] of [
      ["https://evil.example/", kStory], ["http://quay.example/", kStory], ["https://quay.example:444/", kStory], ["https://quay.example.evil.example/", kStory],
      ["about:blank", kStory], ["", kStory], [kStory, "not an address"], ["https://evil.example/chrome-extension://lectern/", kStory],
    ] as const)
      assert.throws(() => addressFor(caller(url), asked), {code: "forbidden"}, url);
    assert.throws(() => addressFor({}, kStory), {code: "forbidden"});
  });

  it("of the extension itself may ask about all", () => {
    assert.equal(addressFor(caller("chrome-extension://lectern/settings.html"), kStory), kStory);
  });
});

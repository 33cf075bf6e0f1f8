import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {kDefaultSettings, kLimits, kSettingsVersion, readSettings, writeSettings} from "../../extension/src/shared/settings";

describe("settings", () => {
  it("are the defaults where nothing is stored", () => {
    for (const nothing of [undefined, null, "", 7, {}]) assert.deepEqual(readSettings(nothing), kDefaultSettings);
  });

  it("come back as they were written", () => {
    const chosen = {...kDefaultSettings, theme: "sepia" as const, textSize: 150, measure: 70};
    assert.deepEqual(readSettings(writeSettings(chosen)), chosen);
  });

  it("survive values that no version wrote", () => {
    const read = readSettings({version: kSettingsVersion, theme: "<b>", textSize: "large", measure: NaN, extra: 1});
    assert.deepEqual(read, kDefaultSettings);
  });

  it("keep numbers within their limits", () => {
    const read = readSettings({version: kSettingsVersion, textSize: 9000, measure: -1});
    assert.equal(read.textSize, kLimits.textSize.max);
    assert.equal(read.measure, kLimits.measure.min);
  });

  it("of a later version are read as far as they are understood", () => {
    assert.equal(readSettings({version: 99, theme: "dark"}).theme, "dark");
  });

  it("of every earlier version keep what the reader chose", () => {
    const first = readSettings({version: 1, theme: "sepia", textSize: 150, measure: 70});
    assert.deepEqual([first.theme, first.textSize, first.measure], ["sepia", 150, 70]);
    // What version 1 did not know gets its first value.
    assert.deepEqual([first.typeface, first.leading, first.marksReadable], ["serif", 155, false]);
    assert.equal(readSettings({version: 0, theme: "dark"}).theme, "dark");
    assert.equal(readSettings({theme: "dark"}).theme, "dark", "written before there were versions");
  });

  it("are written with their version", () => {
    assert.equal(writeSettings(kDefaultSettings)["version"], kSettingsVersion);
  });
});

// The typeface that the build makes smaller: what the view asks of it and no more, under a name that its licence allows.

import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {before, describe, it} from "node:test";
import {convert} from "fontverter";
import {kFontFiles, kFontNames} from "../../extension/src/shared/fonts";

const kBuilt = "build/extension/fonts/dyslexic-normal.woff2";
const kOriginal = "node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2";
const kSkip = existsSync(kBuilt) ? false : `${kBuilt} is missing: run scripts/build extension`;
const kReserved = "OpenDyslexic";
const kCopyright = 0, kFamily = 1, kFullName = 4, kPostScriptName = 6, kLicence = 13;

type Tables = Map<string, Buffer>;

async function tablesOf(path: string): Promise<Tables> {
  const font = await convert(readFileSync(path), "sfnt");
  const tables: Tables = new Map();
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    tables.set(font.toString("latin1", entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)));
  }
  return tables;
}

/** The code points that have a glyph; of the table's formats these fonts use the fourth. */
function charactersOf(tables: Tables): Set<number> {
  const cmap = tables.get("cmap")!;
  const characters = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); ++i) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    assert.equal(table.readUInt16BE(0), 4);
    const twice = table.readUInt16BE(6);
    for (let end = 14; end < 14 + twice; end += 2) {
      const start = end + twice + 2, delta = start + twice, offset = delta + twice;
      for (let code = table.readUInt16BE(start); code <= table.readUInt16BE(end); ++code) {
        const range = table.readUInt16BE(offset);
        const glyph = range === 0 ? code : table.readUInt16BE(offset + range + 2 * (code - table.readUInt16BE(start)));
        if (glyph !== 0 && ((glyph + table.readUInt16BE(delta)) & 0xffff) !== 0) characters.add(code);
      }
    }
  }
  return characters;
}

/** The names for Windows, which every font has. */
function namesOf(tables: Tables): Map<number, string> {
  const table = tables.get("name")!;
  const names = new Map<number, string>();
  for (let record = 6; record < 6 + 12 * table.readUInt16BE(2); record += 12) {
    if (table.readUInt16BE(record) !== 3) continue;
    const start = table.readUInt16BE(4) + table.readUInt16BE(record + 10);
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)));
    names.set(table.readUInt16BE(record + 6), text.swap16().toString("utf16le"));
  }
  return names;
}

function isInRange(code: number, unicodeRange: string): boolean {
  return unicodeRange.split(",").some((part) => {
    const [first, last = first] = part.slice(2).split("-").map((end) => parseInt(end, 16));
    return first! <= code && code <= last!;
  });
}

describe("the typeface for dyslexic readers", {skip: kSkip}, () => {
  let built: Tables;
  let original: Tables;
  before(async () => {
    built = await tablesOf(kBuilt);
    original = await tablesOf(kOriginal);
  });

  it("has every character that the view asks of it and the original has, and no other", () => {
    const {unicodeRange} = kFontFiles.dyslexic[0]!;
    const wanted = [...charactersOf(original)].filter((code) => isInRange(code, unicodeRange));
    assert.ok(["A", "z", "\u00e9", "\u00f8", "\u2019", "\u20ac"].every((letter) => wanted.includes(letter.codePointAt(0)!)));
    assert.deepEqual([...charactersOf(built)].sort((one, other) => one - other), wanted.sort((one, other) => one - other));
  });

  it("bears our name and nowhere the reserved one, with copyright and licence as they were", () => {
    const names = namesOf(built);
    assert.equal(names.get(kFamily), kFontNames.dyslexic);
    assert.equal(names.get(kFullName), kFontNames.dyslexic);
    assert.equal(names.get(kPostScriptName), "LecternDyslexic-Book");
    // Programs that read the outlines take the name from there, and it has to be the same.
    assert.ok(built.get("CFF ")!.includes("LecternDyslexic-Book"));
    for (const [tag, table] of built) assert.ok(!table.includes(kReserved, 0, "latin1"), tag);
    for (const [id, text] of names) assert.equal(text.includes(kReserved), id === kLicence, `name ${id}`);
    for (const id of [kCopyright, kLicence]) assert.equal(names.get(id), namesOf(original).get(id));
  });

  it("has figures of both kinds, ligatures and kerning as the original has", () => {
    const features = (tables: Tables, tag: string): string[] => {
      const table = tables.get(tag)!;
      const list = table.subarray(table.readUInt16BE(6));
      return Array.from({length: list.readUInt16BE(0)}, (_, i) => list.toString("latin1", 2 + 6 * i, 6 + 6 * i));
    };
    for (const feature of ["ccmp", "liga", "locl", "frac", "lnum", "onum", "pnum", "tnum"]) assert.ok(features(built, "GSUB").includes(feature), feature);
    for (const feature of ["kern", "mark", "mkmk"]) assert.ok(features(built, "GPOS").includes(feature), feature);
  });

  it("is below 40 kB", () => {
    const kLargest = 40_000;
    assert.ok(readFileSync(kBuilt).length < kLargest, `${readFileSync(kBuilt).length} bytes`);
  });
});

// Makes a smaller typeface out of a packaged one: the characters that the view asks it for, under a name of our own.
// The licence allows the first only with the second: a modified file must not bear the reserved name.
// The same file gives the same bytes.

import {convert} from "fontverter";
import subset from "subset-font";

/** What browsers apply unasked (fractions around their own slash), and the figures that the style sheets choose from. Sets of other shapes are for nobody. */
const kFeatures = [
  ...["ccmp", "locl", "rlig", "calt", "clig", "liga", "kern", "mark", "mkmk"],
  ...["frac", "numr", "dnom"],
  ...["lnum", "onum", "pnum", "tnum"],
];

/** Records of the name table. */
const kCopyright = 0, kFamily = 1, kSubfamily = 2, kIdentifier = 3, kFullName = 4, kVersion = 5, kPostScriptName = 6, kLicence = 13, kLicenceAddress = 14;
const kKept = [kCopyright, kSubfamily, kVersion, kLicence, kLicenceAddress];

/** Characters of a range as `unicode-range` writes it: "U+0000-00FF,U+0131". */
function charactersOf(unicodeRange) {
  let characters = "";
  for (const part of unicodeRange.split(",")) {
    const [first, last = first] = part.replace("U+", "").split("-").map((code) => Number.parseInt(code, 16));
    for (let code = first; code <= last; ++code) characters += String.fromCodePoint(code);
  }
  return characters;
}

/** Where a table of a font stands: its entry in the directory, its first byte and its length. */
function findTable(font, tag) {
  const kHeader = 12, kEntry = 16;
  for (let entry = kHeader; entry < kHeader + kEntry * font.readUInt16BE(4); entry += kEntry) {
    if (font.toString("latin1", entry, entry + 4) === tag) return {entry, start: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12)};
  }
  throw new Error(`the font has no table ${tag}`);
}

const tableOf = (font, tag) => {
  const {start, length} = findTable(font, tag);
  return font.subarray(start, start + length);
};

/** Texts are big-endian UTF-16, as everywhere in a table for Windows. */
const inUtf16 = (text) => Buffer.from(text, "utf16le").swap16();

const kHeaderOfNames = 6, kRecordOfNames = 12;
/** Windows, Unicode, American English: what browsers and systems of today read. */
const kPlatform = [3, 1, 0x409];

/** The texts of a name table by what they are, as bytes. */
function readNames(table) {
  const names = new Map();
  for (let i = 0; i < table.readUInt16BE(2); ++i) {
    const [platform, encoding, language, id, length, offset] = Array.from({length: 6}, (_, field) => table.readUInt16BE(kHeaderOfNames + i * kRecordOfNames + 2 * field));
    if (String([platform, encoding, language]) !== String(kPlatform)) continue;
    const start = table.readUInt16BE(4) + offset;
    names.set(id, table.subarray(start, start + length));
  }
  return names;
}

function writeNames(names) {
  const texts = [...names].sort(([one], [other]) => one - other);
  const head = Buffer.alloc(kHeaderOfNames + kRecordOfNames * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  texts.forEach(([id, text], i) => {
    [...kPlatform, id, text.length, offset].forEach((value, field) => head.writeUInt16BE(value, kHeaderOfNames + i * kRecordOfNames + 2 * field));
    offset += text.length;
  });
  return Buffer.concat([head, ...texts.map(([, text]) => text)]);
}

/** The font with another table in place of one. The old bytes stay behind without an entry, and checksums are left alone: WOFF2 packs neither. */
function replaceTable(font, tag, table) {
  const padding = Buffer.alloc(-font.length & 3);
  const replaced = Buffer.concat([font, padding, table]);
  const {entry} = findTable(font, tag);
  replaced.writeUInt32BE(font.length + padding.length, entry + 8);
  replaced.writeUInt32BE(table.length, entry + 12);
  return replaced;
}

/** Writes another name over each place of one. As long as that, because the outlines' table has offsets that count past its names. */
function overwrite(table, name, other) {
  if (name.length !== other.length) throw new Error(`"${other}" is not as long as "${name}"`);
  for (let at = table.indexOf(name, 0, "latin1"); at >= 0; at = table.indexOf(name, at + 1, "latin1")) table.write(other, at, "latin1");
}

/**
 * A typeface with outlines of PostScript's kind, as WOFF2, with those of its characters that lie in a range. They keep their hints: letters of
 * the size of text have other edges without. `name` is that of the family; `postScriptName` has to be as long as the one that it replaces.
 */
export async function subsetFont(font, unicodeRange, {name, postScriptName}) {
  const smaller = await subset(font, charactersOf(unicodeRange), {targetFormat: "sfnt", keepFeatures: kFeatures, preserveNameIds: kKept});
  const before = readNames(tableOf(smaller, "name"));
  const textBefore = (id) => Buffer.from(before.get(id)).swap16().toString("utf16le");

  const outlines = tableOf(smaller, "CFF ");
  const fullName = textBefore(kFullName);
  overwrite(outlines, textBefore(kPostScriptName), postScriptName);
  overwrite(outlines, fullName, name.padEnd(fullName.length));

  const names = new Map(kKept.filter((id) => before.has(id)).map((id) => [id, before.get(id)]));
  for (const [id, text] of [[kFamily, name], [kIdentifier, `${name}, a subset`], [kFullName, name], [kPostScriptName, postScriptName]]) names.set(id, inUtf16(text));
  return convert(replaceTable(smaller, "name", writeNames(names)), "woff2");
}

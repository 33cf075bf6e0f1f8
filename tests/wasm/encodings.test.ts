// The command decodes by its own tables, the package by the platform's TextDecoder: both must read the same.

import assert from "node:assert/strict";
import test from "node:test";

import {loadReader, runCommand} from "./engine.ts";

const reader = await loadReader();

const singleByte =
  "ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 " +
  "iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 " +
  "windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic latin1";
// Every upper byte after an "x", so that none ends a word of the page's own.
const upperHalf = Buffer.from(Array.from({length: 0x80}, (_, byte) => [0x78, 0x80 + byte]).flat());

const samples: [string, Buffer][] = [
  ...singleByte.split(" ").map((label): [string, Buffer] => [label, upperHalf]),
  ["x-user-defined", upperHalf],
  ["shift_jis", Buffer.from("93fa967b8cea82cc95b68e9a83658358836781425cb1b2b3", "hex")],
  ["euc-jp", Buffer.from("c6fccbdcb8eca4cecab8bbfaa5c6a5b9a5c8a1a38eb18fb0a1", "hex")],
  ["iso-2022-jp", Buffer.from("1b2442467c4b5c386c1b2842", "hex")],
  ["gbk", Buffer.from("d6d0cec4cdf8d2b3b5c4b1e0c2eb8140fea0", "hex")],
  ["gb18030", Buffer.from("d6d0cec481308130953282369531cb37", "hex")],
  ["big5", Buffer.from("a4a4a4e5bafdadb6aababdd0bd58a1438762", "hex")],
  ["euc-kr", Buffer.from("c7d1b1b9bbe7b6f7b5e9c0cc8141", "hex")],
];

const sentence = "The harbour master said the crossing took nineteen minutes, one less than the timetable of 1974 allows. ";

function pageWith(sample: Buffer): Buffer {
  const paragraphs = Array.from({length: 5}, () => [Buffer.from(`<p>${sentence.repeat(3)}`), sample, Buffer.from("</p>\n")]).flat();
  return Buffer.concat([Buffer.from("<!doctype html><html lang=en><title>Ferry returns</title><article><h1>Ferry returns</h1>"), ...paragraphs]);
}

for (const [label, sample] of samples) {
  test(`${label} is read as the command reads it`, () => {
    const page = pageWith(sample);
    const native = runCommand(["extract", "-", "--format", "json", "--encoding", label], page);
    assert.equal(native.exitCode, 0, native.errors);
    const text = reader.extractJson(page, {encoding: label});
    assert.equal(text, native.output.trimEnd());
    assert.match(text, /[^\x00-\x7f]/);
  });
}

test("UTF-16 without a mark, half a surrogate pair in it", () => {
  const page = Buffer.from(pageWith(Buffer.from("x")).toString("latin1").replace("nineteen", "n\ud800ineteen \u00e9"), "utf16le");
  for (const [encoding, bytes] of [["utf-16le", page], ["utf-16be", Buffer.from(page).swap16()]] as const) {
    const native = runCommand(["extract", "-", "--format", "json", "--encoding", encoding], bytes);
    assert.equal(native.exitCode, 0, native.errors);
    assert.equal(reader.extractJson(bytes, {encoding}), native.output.trimEnd());
  }
});

test("the encoding that stands for none is one replacement character, and so no article", () => {
  const page = pageWith(upperHalf);
  assert.equal(runCommand(["extract", "-", "--encoding", "hz-gb-2312"], page).exitCode, 3);
  assert.throws(() => reader.extract(page, {encoding: "hz-gb-2312"}), {code: "no_article"});
});

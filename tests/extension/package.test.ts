// The store archives: the same bytes at every run, what each browser reads and nothing of the other.

import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, it} from "node:test";
import {inflateRawSync} from "node:zlib";

const kBuilt = "build/extension";
const kSkip = existsSync(join(kBuilt, "manifest.json")) ? false : `${kBuilt} is missing: run scripts/build extension`;

function filesOf(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const packed = archive.readUInt32LE(at + 18);
    const nameLength = archive.readUInt16LE(at + 26);
    const start = at + 30 + nameLength;
    const data = archive.subarray(start, start + packed);
    const isStored = archive.readUInt16LE(at + 8) === 0;
    files.set(archive.toString("utf8", at + 30, start), isStored ? Buffer.from(data) : inflateRawSync(data));
    at = start + packed;
  }
  return files;
}

describe("the store archives", {skip: kSkip}, () => {
  const folder = mkdtempSync(join(tmpdir(), "lectern-package-"));
  after(() => rmSync(folder, {recursive: true, force: true}));
  type Archives = Record<"chromium" | "firefox", Buffer>;
  const pack = (from: string, name: string): Archives => {
    const out = join(folder, name);
    execFileSync(process.execPath, ["extension/package.mjs", "--from", from, "--out", out], {stdio: "pipe"});
    const read = (browser: string): Buffer => readFileSync(join(out, readdirSync(out).find((file) => file.endsWith(`-${browser}.zip`))!));
    return {chromium: read("chromium"), firefox: read("firefox")};
  };

  let built: Archives;
  before(() => {
    built = pack(kBuilt, "built");
  });

  it("are the same bytes from the same files, whenever those were written", () => {
    const copy = join(folder, "copy");
    cpSync(kBuilt, copy, {recursive: true});
    for (const name of readdirSync(copy)) utimesSync(join(copy, name), new Date(0), new Date(0));
    const second = pack(copy, "second");
    for (const browser of ["chromium", "firefox"] as const) assert.ok(built[browser].equals(second[browser]), browser);
  });

  it("hold every file of the build, and a manifest for one browser", () => {
    const {chromium, firefox} = built;
    for (const name of readdirSync(kBuilt, {recursive: true}) as string[]) {
      if (name.includes(".") && !name.endsWith("manifest.json")) assert.deepEqual(filesOf(chromium).get(name), readFileSync(join(kBuilt, name)), name);
    }
    const manifest = (archive: Buffer): {background: object; browser_specific_settings?: object} => JSON.parse(filesOf(archive).get("manifest.json")!.toString("utf8"));
    assert.deepEqual(Object.keys(manifest(chromium).background), ["service_worker", "type"]);
    assert.deepEqual(Object.keys(manifest(firefox).background), ["scripts", "type"]);
    assert.equal(manifest(chromium).browser_specific_settings, undefined);
  });

  it("carry our licence and those of what others wrote, the typefaces and the purifier among it", () => {
    for (const archive of Object.values(built)) {
      assert.match(filesOf(archive).get("LICENSE")?.toString("utf8") ?? "", /MIT License/);
      const notices = filesOf(archive).get("THIRD_PARTY_NOTICES.md")?.toString("utf8") ?? "";
      for (const component of ["lexbor", "DOMPurify", "Source Serif 4", "Lectern Dyslexic", "SIL OPEN FONT LICENSE", "Emscripten", "Unicode"]) assert.ok(notices.includes(component), component);
    }
  });

  it("stay below 1.5 MB", () => {
    for (const archive of Object.values(built)) assert.ok(archive.length < 1_500_000, `${archive.length} bytes`);
  });
});

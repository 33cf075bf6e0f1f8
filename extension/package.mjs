// Makes the archives that the stores take out of build/extension, one for each browser, without what only
// the other one reads in the manifest. The same folder gives the same bytes, whenever and wherever.
//   node extension/package.mjs [--from FOLDER] [--out FOLDER]

import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {crc32, deflateRawSync} from "node:zlib";
import zopfli from "@gfx/zopfli";

const {deflateAsync} = zopfli;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const {values} = parseArgs({options: {from: {type: "string"}, out: {type: "string"}}});
const from = resolve(values.from ?? join(root, "build/extension"));
const out = resolve(values.out ?? join(root, "build/packages"));

/** The whole package stays below this many bytes. */
const kLargestArchive = 1_500_000;
/** 1 January 1980, the first day that the format knows. */
const kDate = 0x21;
const kVersion = 20;
const kStored = 0, kDeflated = 8;
const kUtf8Names = 0x0800;

function header(size, fields) {
  const buffer = Buffer.alloc(size);
  let at = 0;
  for (const [bytes, value] of fields) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** How a file stands in an archive, and its bytes there. Typefaces and pictures are packed already; Zopfli makes the rest a twentieth smaller than zlib. */
async function pack(data) {
  const kWorthPacking = 0.95;
  if (deflateRawSync(data).length > kWorthPacking * data.length) return {method: kStored, packed: data};
  return {method: kDeflated, packed: Buffer.from(await deflateAsync(data, {numiterations: 15}))};
}

/** A ZIP archive of files by name, in the order given: [name, data, how `pack` packed it]. */
function zip(files) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [name, data, {method, packed}] of files) {
    const path = Buffer.from(name, "utf8");
    const common = [
      [2, kVersion], [2, kUtf8Names], [2, method], [2, 0], [2, kDate], [4, crc32(data)], [4, packed.length], [4, data.length], [2, path.length], [2, 0],
    ];
    const local = Buffer.concat([header(30, [[4, 0x04034b50], ...common]), path, packed]);
    index.push(header(46, [[4, 0x02014b50], [2, kVersion], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), path);
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(index);
  const end = header(22, [[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, at], [2, 0]]);
  return Buffer.concat([...parts, directory, end]);
}

function forChromium({browser_specific_settings: _, background: {service_worker, type}, ...manifest}) {
  return {...manifest, background: {service_worker, type}};
}

function forFirefox({minimum_chrome_version: _, background: {scripts, type}, ...manifest}) {
  return {...manifest, background: {scripts, type}};
}

const entries = await readdir(from, {withFileTypes: true, recursive: true}).catch(() => {
  console.error(`extension/package.mjs: there is no ${relative(root, from)}; run scripts/build first`);
  process.exit(1);
});
const names = entries.filter((entry) => entry.isFile()).map((entry) => relative(from, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
const files = [];
for (const name of names.sort()) {
  const data = await readFile(join(from, name));
  files.push([name, data, await pack(data)]);
}
const manifest = JSON.parse(files.find(([name]) => name === "manifest.json")[1].toString("utf8"));

await mkdir(out, {recursive: true});
for (const [browser, shape] of [["chromium", forChromium], ["firefox", forFirefox]]) {
  const own = Buffer.from(JSON.stringify(shape(manifest)));
  const ownPacked = await pack(own);
  const archive = zip(files.map((file) => (file[0] === "manifest.json" ? ["manifest.json", own, ownPacked] : file)));
  const path = join(out, `lectern-${manifest.version}-${browser}.zip`);
  await writeFile(path, archive);
  console.log(`${relative(root, path)}  ${(archive.length / 1000).toFixed(0)} kB`);
  if (archive.length > kLargestArchive) {
    console.error(`extension/package.mjs: that is more than ${kLargestArchive / 1000} kB`);
    process.exit(1);
  }
}

// Packs the npm package into build/wasm: the module that CMake built, the wrapper with its typings, and
// a package.json.
// Usage: node wasm/build.mjs

import {copyFile, cp, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {execFileSync} from "node:child_process";
import {build} from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiled = `${root}build/wasm-cmake/wasm`;
const typings = `${root}build/wasm-cmake/types`;
const output = `${root}build/wasm`;

await rm(typings, {recursive: true, force: true});
execFileSync(`${root}node_modules/.bin/tsc`, ["-p", `${root}wasm/tsconfig.json`], {stdio: "inherit"});

await mkdir(output, {recursive: true});
await build({
  entryPoints: [`${root}wasm/src/reader.ts`],
  outfile: `${output}/index.mjs`,
  bundle: true,
  format: "esm",
  target: "es2022",
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [
    {
      name: "compiled core",
      setup: ({onResolve}) => onResolve({filter: /^\.\/core\.mjs$/}, () => ({path: `${compiled}/core.mjs`})),
    },
  ],
});
await copyFile(`${compiled}/core.wasm`, `${output}/lectern.wasm`);
for (const name of ["formats.wasm", "encodings.wasm"]) await copyFile(`${compiled}/${name}`, `${output}/${name}`);
await copyFile(`${root}build/wasm-cmake/generated/text.model`, `${output}/text.model`);
await rm(`${output}/phrases`, {recursive: true, force: true});
await cp(`${root}build/wasm-cmake/generated/phrases`, `${output}/phrases`, {recursive: true});

// One file of typings: what the two sources declare, without what they say to each other.
const declarations = await Promise.all(
  ["types.d.ts", "reader.d.ts"].map((name) => readFile(`${typings}/${name}`, "utf8")),
);
const joined = declarations
  .join("\n")
  .replace(/^import type .*\n/gm, "")
  .replace(/^export type \* from .*\n/gm, "");
await writeFile(`${output}/index.d.ts`, joined);

const {version} = JSON.parse(await readFile(`${root}package.json`, "utf8"));
const manifest = {
  name: "lectern",
  version,
  description: "Reader-mode engine: takes a news page, gives the article",
  license: "MIT",
  type: "module",
  exports: {".": {types: "./index.d.ts", default: "./index.mjs"}, "./lectern.wasm": "./lectern.wasm", "./formats.wasm": "./formats.wasm", "./text.model": "./text.model", "./phrases/*": "./phrases/*"},
  types: "./index.d.ts",
  files: ["index.mjs", "index.d.ts", "lectern.wasm", "formats.wasm", "encodings.wasm", "text.model", "phrases", "LICENSE", "THIRD_PARTY_NOTICES.md"],
  engines: {node: ">=20.16"},
  sideEffects: false,
};
await writeFile(`${output}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
for (const name of ["LICENSE", "THIRD_PARTY_NOTICES.md"]) await copyFile(`${root}${name}`, `${output}/${name}`);

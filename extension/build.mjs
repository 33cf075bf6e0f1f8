// Builds the extension for both browsers into build/extension.
//   node extension/build.mjs [--engine FOLDER] [--out FOLDER] [--debug] [--measured]
// FOLDER holds the engine's package (index.mjs, lectern.wasm, formats.wasm, text.model, phrases); build/wasm unless said otherwise.

import {build} from "esbuild";
import {cp, mkdir, readdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {subsetFont} from "./subset_font.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const {values} = parseArgs({
  options: {engine: {type: "string"}, out: {type: "string"}, debug: {type: "boolean", default: false}, measured: {type: "boolean", default: false}},
});
const engine = resolve(values.engine ?? join(root, "build/wasm"));
const out = resolve(values.out ?? join(root, "build/extension"));

const variable = (family, file) => `@fontsource-variable/${family}/files/${family}-${file}.woff2`;
const fixed = (family, file) => `@fontsource/${family}/files/${family}-${file}.woff2`;
const kFonts = {
  "serif-normal.woff2": variable("source-serif-4", "latin-opsz-normal"),
  // Headlines are upright: an optical size axis would double the italic for nothing.
  "serif-italic.woff2": variable("source-serif-4", "latin-wght-italic"),
  "serif-normal-extended.woff2": variable("source-serif-4", "latin-ext-wght-normal"),
  "sans-normal.woff2": variable("source-sans-3", "latin-wght-normal"),
  "sans-italic.woff2": variable("source-sans-3", "latin-wght-italic"),
  "hyperlegible-normal.woff2": variable("atkinson-hyperlegible-next", "latin-wght-normal"),
  "hyperlegible-italic.woff2": variable("atkinson-hyperlegible-next", "latin-wght-italic"),
  "hyperlegible-normal-extended.woff2": variable("atkinson-hyperlegible-next", "latin-ext-wght-normal"),
};
// It comes with six times the characters that the view asks of it. Browsers thicken it well enough for a bold.
const kDyslexic = {from: fixed("opendyslexic", "latin-400-normal"), file: "dyslexic-normal.woff2", postScriptName: "LecternDyslexic-Book"};

async function exists(path) {
  return stat(path).then(() => true, () => false);
}

const entry = join(engine, "index.mjs");
if (!(await exists(entry))) {
  console.error(`extension/build.mjs: ${entry} is missing; build the engine's WebAssembly package first`);
  process.exit(1);
}

await rm(out, {recursive: true, force: true});
await mkdir(join(out, "fonts"), {recursive: true});

/** The extension's own pages: one frame, a script each. */
const kOwnPages = ["settings", "paste"];
const frame = await readFile(join(here, "src/shared/page.html"), "utf8");
/** What the sources say of the typefaces. Node 20 does not read TypeScript. */
async function readFontSources() {
  const {outputFiles} = await build({entryPoints: [join(here, "src/shared/fonts.ts")], bundle: true, write: false, format: "esm", logLevel: "warning"});
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** The one typeface that is not taken as it is. */
async function makeDyslexicFont() {
  const {kFontFiles, kFontNames} = await readFontSources();
  const {from, file, postScriptName} = kDyslexic;
  const {unicodeRange} = kFontFiles.dyslexic.find((font) => font.file === file);
  const font = await readFile(join(root, "node_modules", from));
  await writeFile(join(out, "fonts", file), await subsetFont(font, unicodeRange, {name: kFontNames.dyslexic, postScriptName}));
}

/** The texts of the interface without the white space that is for their writers. */
async function copyLocales() {
  for (const locale of await readdir(join(here, "_locales"))) {
    const texts = JSON.parse(await readFile(join(here, "_locales", locale, "messages.json"), "utf8"));
    await mkdir(join(out, "_locales", locale), {recursive: true});
    await writeFile(join(out, "_locales", locale, "messages.json"), JSON.stringify(texts));
  }
}
const textKeys = Object.keys(JSON.parse(await readFile(join(here, "_locales/en/messages.json"), "utf8")));

const common = {
  bundle: true,
  define: {kTextKeys: JSON.stringify(textKeys), kMeasured: String(values.measured)},
  target: ["chrome120", "firefox140"],
  loader: {".css": "text"},
  minify: !values.debug,
  sourcemap: values.debug ? "inline" : false,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
};

await Promise.all([
  build({
    ...common,
    entryPoints: [join(here, "src/background/index.ts")],
    outfile: join(out, "background.js"),
    format: "esm",
    alias: {lectern: entry},
    // The engine's package serves Node too; that part is not reached here.
    external: ["node:*", "fs", "path", "url", "module"],
  }),
  build({...common, entryPoints: [join(here, "src/reader.ts")], outfile: join(out, "reader.js"), format: "iife"}),
  build({...common, entryPoints: [join(here, "src/site.ts")], outfile: join(out, "site.js"), format: "iife"}),
  ...kOwnPages.flatMap((name) => [
    build({...common, entryPoints: [join(here, "src", name, "index.ts")], outfile: join(out, `${name}.js`), format: "iife"}),
    writeFile(join(out, `${name}.html`), frame.replace("%SCRIPT%", `${name}.js`)),
  ]),
  build({...common, loader: {}, external: ["*.woff2"], entryPoints: [join(here, "src/shared/styles/page.css")], outfile: join(out, "page.css")}),
  // What is given away carries whose it is.
  ...["LICENSE", "THIRD_PARTY_NOTICES.md"].map((name) => cp(join(root, name), join(out, name))),
  cp(join(here, "manifest.json"), join(out, "manifest.json")),
  copyLocales(),
  cp(join(here, "icons"), join(out, "icons"), {recursive: true, filter: (path) => !path.endsWith(".svg")}),
  ...Object.entries(kFonts).map(([name, file]) => cp(join(root, "node_modules", file), join(out, "fonts", name))),
  makeDyslexicFont(),
]);

for (const name of ["lectern.wasm", "formats.wasm", "text.model", "phrases"])
  if (await exists(join(engine, name))) await cp(join(engine, name), join(out, name), {recursive: true});

// Chromium knows these languages by region only.
for (const [from, to] of [["pt_BR", "pt_PT"], ["zh_CN", "zh_TW"]]) await cp(join(out, "_locales", from), join(out, "_locales", to), {recursive: true});

const manifest = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);

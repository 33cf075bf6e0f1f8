// Runs browser stories: node tests/browser/run.mjs [--browser chromium|firefox] [NAME...]
// Each story is bundled first, because Node 20 does not read TypeScript.

import {build} from "esbuild";
import {spawn} from "node:child_process";
import {readdir, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const {values, positionals} = parseArgs({options: {browser: {type: "string"}}, allowPositionals: true});
const out = join(root, "build/tests/browser");

const stories = (await readdir(here)).filter((name) => name.endsWith(".test.ts"));
const chosen = stories.filter((name) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)));
if (chosen.length === 0) {
  console.error(`tests/browser/run.mjs: no story called ${positionals.join(", ")}`);
  process.exit(2);
}
await rm(out, {recursive: true, force: true});
await build({
  entryPoints: chosen.map((name) => join(here, name)),
  outdir: out,
  outExtension: {".js": ".mjs"},
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
  sourcemap: "inline",
});

const files = chosen.map((name) => join(out, basename(name, ".ts") + ".mjs"));
const child = spawn(process.execPath, ["--test", "--test-concurrency=1", "--enable-source-maps", ...files], {
  cwd: root,
  stdio: "inherit",
  env: {...process.env, ...(values.browser ? {LECTERN_BROWSERS: values.browser} : {})},
});
child.on("exit", (code) => process.exit(code ?? 1));

// Bundles TypeScript tests and runs them, because Node 20 does not read TypeScript.

import {build} from "esbuild";
import {spawn} from "node:child_process";
import {readdir, rm} from "node:fs/promises";
import {basename, dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs the tests of `folder` whose names start with one of `wanted`, or all; ends with their status. */
export async function bundleAndRun(folder, wanted, environment = {}, options = []) {
  const tests = (await readdir(folder)).filter((name) => name.endsWith(".test.ts"));
  const chosen = tests.filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
  if (chosen.length === 0) {
    console.error(`no test in ${relative(root, folder)} is called ${wanted.join(", ")}`);
    process.exit(2);
  }
  const out = join(root, "build/tests", relative(join(root, "tests"), folder));
  await rm(out, {recursive: true, force: true});
  await build({
    entryPoints: chosen.map((name) => join(folder, name)),
    outdir: out,
    outExtension: {".js": ".mjs"},
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    loader: {".css": "text"},
    logLevel: "warning",
    sourcemap: "inline",
  });
  const files = chosen.map((name) => join(out, `${basename(name, ".ts")}.mjs`));
  const child = spawn(process.execPath, ["--test", "--enable-source-maps", ...options, ...files], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, ...environment},
  });
  child.on("exit", (code) => process.exit(code ?? 1));
}

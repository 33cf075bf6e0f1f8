// Both engines of a parity test: the package in build/wasm and the command in build/native.

import assert from "node:assert/strict";
import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const command = `${root}build/native/lectern`;
const packageEntry = `${root}build/wasm/index.mjs`;

for (const [file, part] of [[command, "native"], [packageEntry, "wasm"]] as const) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run scripts/build ${part}`);
}

export const {loadReader, ExtractError} = (await import(packageEntry)) as typeof import("lectern");

export interface CommandAnswer {
  exitCode: number | null;
  output: string;
  errors: string;
}

/** Runs the command with `page` on its standard input. */
export function runCommand(options: string[], page: Uint8Array): CommandAnswer {
  const {status, stdout, stderr} = spawnSync(command, options, {input: page, maxBuffer: 2 ** 30});
  return {exitCode: status, output: stdout.toString("utf8"), errors: stderr.toString("utf8")};
}

export interface BatchPage {
  id: string;
  html?: string;
  text?: string;
  url?: string;
}

/** One line of output for each page, in order, from one run of `lectern batch`. */
export async function* runBatch(pages: AsyncIterable<BatchPage>): AsyncGenerator<string> {
  const child = spawn(command, ["batch"], {stdio: ["pipe", "pipe", "inherit"]});
  const feed = async () => {
    for await (const page of pages) {
      if (!child.stdin.write(`${JSON.stringify(page)}\n`)) await once(child.stdin, "drain");
    }
    child.stdin.end();
  };
  const fed = feed();
  // Not readline, which also breaks lines at separators that JSON strings may hold.
  let rest = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  assert.equal(rest, "", "the last line is ended");
  await fed;
}

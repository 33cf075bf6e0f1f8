// Runs the native command.
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const LECTERN = process.env.LECTERN ?? join(ROOT, 'build/native/lectern');

/** Runs to the end; `input` goes to the standard input. Output is text, or bytes with `encoding: 'buffer'`. */
export function lectern(args, {input = '', encoding = 'utf8'} = {}) {
  const run = spawnSync(LECTERN, args, {input, encoding, maxBuffer: 1 << 28});
  // One that ends before it has read its input closes the pipe; that is its right, and no fault of the run.
  if (run.error && run.error.code !== 'EPIPE') throw run.error;
  return {status: run.status, stdout: run.stdout, stderr: run.stderr.toString()};
}

/** Starts it and leaves the pipes to the caller. */
export const startLectern = (args) => spawn(LECTERN, args);

/** A folder for this test file; the system clears it away. */
export const scratch = mkdtempSync(join(tmpdir(), 'lectern-test-'));

export function scratchFile(name, content) {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

export const parseLines = (text) => text.trimEnd().split('\n').map((line) => JSON.parse(line));

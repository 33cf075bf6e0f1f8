// Twice the page costs at most 2.3 times the work, whichever way it grows. Counted in instructions, which
// are the same on a busy machine, without the limit of time, which would cut the larger page there; the shapes are those of tests/hostile/shapes.mjs.
//   GROWTH_REPORT=1 node --test tests/growth/growth.test.mjs    prints the factors
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {promisify} from 'node:util';

import {pageWith} from '../hostile/inputs.mjs';
import {kShapes} from '../hostile/shapes.mjs';
import {LECTERN} from '../cli/support/lectern.mjs';

const kMostGrowth = 2.3;
/** What a page costs at least, in millions: a shape that is cut short costs no more than an empty page. */
const kLeast = 20;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'lectern-growth-'));
after(() => rmSync(folder, {recursive: true}));

/** Millions of instructions from start to end. */
async function instructions(page, {input = 'html', format = 'json'} = {}) {
  const file = join(folder, `${Math.random()}`);
  writeFileSync(file, page);
  const args = ['--tool=callgrind', '--callgrind-out-file=/dev/null', LECTERN, 'extract', file, '--input', input, '--format', format, '--url', 'https://quay.example/2026/ferry', '--development-no-time-limit'];
  // A page without an article ends with a status of its own and costs what it costs.
  const {stderr} = await run('valgrind', args, {maxBuffer: 2 ** 28}).catch((error) => error);
  const count = /Collected : (\d+)/.exec(stderr);
  assert.ok(count, stderr);
  rmSync(file);
  return Number(count[1]) / 1e6;
}

describe('twice the page', {concurrency: availableParallelism()}, () => {
  let start;
  before(async () => { start = await instructions(pageWith('')); });
  for (const {name, size, make, options} of kShapes) {
    test(name, async () => {
      const once = (await instructions(make(size), options)) - start;
      const twice = (await instructions(make(2 * size), options)) - start;
      if (process.env.GROWTH_REPORT) console.log(`${(twice / once).toFixed(2)} ${Math.round(once).toString().padStart(6)} M ${name}`);
      assert.ok(twice <= kMostGrowth * Math.max(once, kLeast), `${name}: ${(twice / once).toFixed(2)} times the work`);
    });
  }
});

// Whatever the command is given, it answers: with an article, which says so when it is partial, or with
// one line that says why not. It never takes more memory than it promises, and it ends.
//   BOUNDED_REPORT=1 node --test tests/cli/bounded.test.mjs    prints what each input took
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';

import {kEncodedInputs, kHostileInputs} from '../hostile/inputs.mjs';
import {lectern, LECTERN, ROOT, scratchFile} from './support/lectern.mjs';

const kMostMegabytes = 512;
/** Only ends what would not end: a processor that is busy or slow is no fault of the engine. */
const kKillAfterSeconds = 40;
const kAddressSpace = 4 * 2 ** 30;

function extractWithin(file, options) {
  const args = [`${ROOT}tests/hostile/measured.py`, kKillAfterSeconds, kAddressSpace, LECTERN, 'extract', file, '--format', 'json', '--url', 'https://quay.example/2026/ferry'];
  for (const [name, value] of Object.entries(options)) args.push(`--${name}`, value);
  const run = spawnSync('python3', args, {maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe', 'pipe']});
  if (run.error) throw run.error;
  const took = JSON.parse(run.output[3].toString());
  return {...took, stdout: run.stdout.toString(), stderr: run.stderr.toString()};
}

const kMessages = {input_too_large: /larger than the limit/, not_text: /binary data/};

for (const {name, make, options = {}, expects} of kHostileInputs) {
  test(name, () => {
    const run = extractWithin(scratchFile('hostile', make()), options);
    if (process.env.BOUNDED_REPORT) {
      const partial = run.status === 0 && JSON.parse(run.stdout).partial ? ' partial' : '';
      console.log(`${String(run.seconds).padStart(6)} s ${String(run.megabytes).padStart(5)} MB  ${run.status}${partial}  ${name}`);
    }
    if (run.status === 0) {
      assert.equal(run.stderr, '');
      const article = JSON.parse(run.stdout);
      assert.ok(article.blocks.length > 0);
      if (expects === 'partial') assert.equal(article.partial, true, 'says that it is partial');
    } else {
      assert.ok(run.status === 3 || run.status === 4, `status ${run.status}: ${run.stderr}`);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, /^lectern: [^\n]+\n$/, 'one line');
    }
    // Of a page that is cut, the article is given as partial, or none is found in what is left.
    if (expects === 'article') assert.equal(run.status, 0, run.stderr);
    else if (expects === 'partial' && run.status !== 0) assert.match(run.stderr, /too complex to read/);
    else if (expects && expects !== 'partial') assert.match(run.stderr, kMessages[expects]);
    assert.ok(run.megabytes <= kMostMegabytes, `took ${run.megabytes} MB`);
  });
}

test('every name of an encoding is known, and no bytes under it are too strange', () => {
  assert.ok(kEncodedInputs.length > 200);
  const input = kEncodedInputs[0].make();
  for (const {name, options} of kEncodedInputs) {
    const {status, stderr} = lectern(['extract', '--encoding', options.encoding], {input});
    assert.ok(status === 0 || status === 3, `${name}: status ${status}, ${stderr}`);
  }
});

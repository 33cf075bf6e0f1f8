// Whatever the command is given, it answers: with an article, which says so when it is partial, or with
// one line that says why not. It never takes more memory than it promises, and it ends.
// JSON is written of every input, and of each one another format besides, in turn; a batch of one line is
// among them. Whether it is readable is asked of every one.
//   BOUNDED_REPORT=1 node --test tests/cli/bounded.test.mjs    tries all of them and prints what each took
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {test} from 'node:test';

import {kEncodedInputs, kHostileInputs} from '../hostile/inputs.mjs';
import {lectern, LECTERN, ROOT, scratchFile} from './support/lectern.mjs';

const kMostMegabytes = 512;
/** Only ends what would not end: a processor that is busy or slow is no fault of the engine. */
const kKillAfterSeconds = 40;
const kAddressSpace = 4 * 2 ** 30;
/** Started for every try: a version manager's stand-in takes longer to start than the command takes to answer. */
const kPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const kOthers = {
  html: ['--standalone'],
  markdown: ['--front-matter'],
  text: ['--wrap', '72'],
  epub: [],
};

function runWithin(args) {
  const run = spawnSync(kPython, [`${ROOT}tests/hostile/measured.py`, kKillAfterSeconds, kAddressSpace, LECTERN, ...args], {maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe', 'pipe']});
  if (run.error) throw run.error;
  const took = JSON.parse(run.output[3].toString());
  return {...took, stdout: run.stdout.toString(), stderr: run.stderr.toString()};
}

function report(name, what, run) {
  if (!process.env.BOUNDED_REPORT) return;
  const partial = what === 'json' && run.status === 0 && JSON.parse(run.stdout).partial ? ' partial' : '';
  console.log(`${run.seconds.toFixed(2).padStart(6)} s ${String(run.megabytes).padStart(5)} MB  ${run.status}${partial}  ${what}: ${name}`);
}

const kMessages = {input_too_large: /larger than the limit/, not_text: /binary data/};

/** As `extract` writes JSON. */
function assertAnswers(run, expects) {
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
}

/** The same page on a line of a batch, or nothing where no string of JavaScript holds it. */
function lineOf(page, input) {
  const text = page.toString('utf8');
  return text.length < 2 ** 27 ? JSON.stringify({id: 1, [input === 'text' ? 'text' : 'html']: text}) + '\n' : null;
}

for (const [index, {name, make, options = {}, expects}] of kHostileInputs.entries()) {
  test(name, () => {
    const page = make();
    const file = scratchFile('hostile', page);
    const asked = [file, '--url', 'https://quay.example/2026/ferry', ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])];
    const assertWithin = (what, run) => {
      report(name, what, run);
      assert.ok(run.megabytes <= kMostMegabytes, `${what} took ${run.megabytes} MB`);
    };

    const json = runWithin(['extract', ...asked, '--format', 'json']);
    assertAnswers(json, expects);
    assertWithin('json', json);

    const ways = [...Object.keys(kOthers), 'batch'];
    for (const way of process.env.BOUNDED_REPORT ? ways : [ways[index % ways.length]]) {
      if (way === 'batch') {
        const line = lineOf(page, options.input);
        if (line === null) continue;
        const run = runWithin(['batch', '--jobs', '1', scratchFile('hostile.jsonl', line)]);
        assert.equal(run.status, 0, run.stderr);
        const answer = JSON.parse(run.stdout);
        assert.ok(answer.article ?? answer.error.code, 'an article or an error');
        assertWithin(way, run);
      } else {
        const run = runWithin(['extract', ...asked, '--format', way, ...kOthers[way], '--output', scratchFile('hostile.out', '')]);
        // The clock may cut a page in one run and not in the other.
        if (json.status !== 4) assert.equal(run.status, json.status, `${way}: ${run.stderr}`);
        else assert.ok([0, 3, 4].includes(run.status), `${way}: status ${run.status}: ${run.stderr}`);
        assertWithin(way, run);
      }
    }

    const readable = runWithin(['readable', ...asked]);
    assert.ok([0, 4].includes(readable.status), `readable: status ${readable.status}: ${readable.stderr}`);
    if (readable.status === 0) assert.equal(typeof JSON.parse(readable.stdout).readable, 'boolean');
    assertWithin('readable', readable);
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

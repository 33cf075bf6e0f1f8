// Whatever the command is given, it says in one line what is wrong, by its exit status too, and writes
// nothing to the standard output that could be taken for an article.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {chmodSync, lstatSync, openSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';

import {LECTERN, lectern, parseLines, scratch, scratchFile, startLectern} from './support/lectern.mjs';

const DONE = 0, USAGE = 2, NO_ARTICLE = 3, CANNOT_READ = 4;

function assertFails(run, status, message) {
  assert.equal(run.status, status, run.stderr);
  assert.equal(run.stdout, '');
  assert.match(run.stderr, /^lectern: [^\n]*\n$/, 'one line');
  assert.match(run.stderr, message);
}

const SENTENCES = [
  'The council of Harrowgate met on Tuesday to decide what becomes of the old ferry, which has not crossed the river since March.',
  'Nobody who spoke wanted it scrapped, and nobody who spoke offered to pay for the new hull, said the clerk, who counted the hands.',
  'The last ferryman, Tobias Renn, told the meeting that wood remembers its water, and that a boat on dry land is only a shed.',
  'A vote was put off until the surveyor has looked at the keel; she expects to need two dry days and a strong lamp.',
];
const page = (body = SENTENCES.map((text) => `<p>${text}</p>`).join('\n')) =>
  `<!doctype html><html lang="en"><head><title>Ferry waits for a vote</title></head><body><article><h1>Ferry waits for a vote</h1>${body}</article></body></html>`;

test('a page without a byte holds no article', () => {
  assertFails(lectern(['extract', scratchFile('empty.html', '')]), NO_ARTICLE, /empty\.html: the input is empty/);
  assertFails(lectern(['extract'], {input: ' \n\t '}), NO_ARTICLE, /standard input: the input is empty/);
});

test('a page of one byte holds no article', () => {
  assertFails(lectern(['extract', scratchFile('one.html', 'x')]), NO_ARTICLE, /one\.html: no article was found/);
});

test('a page of links and buttons holds no article', () => {
  const nav = '<!doctype html><title>Log in</title><nav><a href="/">Home</a> <a href="/a">About</a></nav><form><input name=u><button>Log in</button></form>';
  assertFails(lectern(['extract'], {input: nav}), NO_ARTICLE, /no article was found/);
});

test('binary data is told from a page', () => {
  const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2000, 3)]);
  assertFails(lectern(['extract', scratchFile('picture.html', picture)]), CANNOT_READ, /picture\.html: the input is binary data/);
});

test('a file that is not there, a folder and a file without permission cannot be read', () => {
  assertFails(lectern(['extract', `${scratch}/nowhere.html`]), CANNOT_READ, /cannot read .*nowhere\.html: No such file/);
  assertFails(lectern(['extract', scratch]), CANNOT_READ, /cannot read .*: Is a directory/);
  assertFails(lectern(['batch', `${scratch}/nowhere.jsonl`]), CANNOT_READ, /cannot read .*nowhere\.jsonl: No such file/);
  const locked = scratchFile('locked.html', page());
  chmodSync(locked, 0);
  if (process.getuid() !== 0) assertFails(lectern(['extract', locked]), CANNOT_READ, /Permission denied/);
});

test('a file name with a line break does not break the message', () => {
  assertFails(lectern(['extract', `${scratch}/two\nlines`]), CANNOT_READ, /two lines/);
});

test('wrong usage is told with what was wrong', () => {
  for (const [args, message] of [
    [[], /no command given/],
    [['devour'], /there is no command "devour"/],
    [['extract', '--colour', 'x.html'], /--colour/],
    [['extract', '--format', 'pdf', 'x.html'], /--format.*"pdf"/],
    [['extract', '--input', 'rtf', 'x.html'], /--input.*"rtf"/],
    [['extract', '--wrap', 'wide', 'x.html'], /--wrap.*"wide"/],
    [['extract', '--wrap', '-4', 'x.html'], /--wrap.*"-4"/],
    [['extract', '--restore', '1,b', 'x.html'], /--restore.*"b"/],
    [['extract', '--url', 'not an address', 'x.html'], /--url.*absolute/],
    [['extract', '--url', '://', 'x.html'], /--url.*absolute.*":\/\/"/],
    [['extract', '--url', 'https://', 'x.html'], /--url.*absolute/],
    [['readable', '--url', 'on the site: a://b', 'x.html'], /--url.*absolute/],
    [['extract', 'a.html', 'b.html'], /b\.html/],
    [['extract', '--format', 'text', '--format', 'json', 'x.html'], /--format: was given more than once/],
    [['batch', '--jobs', '0'], /--jobs.*"0"/],
    [['batch', '--jobs', '1000000'], /--jobs/],
  ])
    assertFails(lectern(args), USAGE, message);
});

test('an encoding that does not exist is wrong usage', () => {
  assertFails(lectern(['extract', '--encoding', 'klingon-8'], {input: page()}), USAGE, /no encoding of that name/);
});

test('invalid UTF-8 becomes replacement characters, the rest stays', () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset=utf-8>' + page().replace('Tuesday', 'Tues@day'))]);
  bytes[bytes.indexOf('@')] = 0xff;
  const run = lectern(['extract', '--format', 'text'], {input: bytes});
  assert.equal(run.status, DONE, run.stderr);
  assert.match(run.stdout, /met on Tues\ufffdday to decide/);
});

test('another encoding is read as the page or the caller says', () => {
  const german = page().replace('old ferry', 'F\u00e4hre').replace('Tobias', '\u201eTobias\u201c');
  const bytes = Buffer.from(german.replace('\u201e', '\x84').replace('\u201c', '\x93'), 'latin1');
  const declared = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), bytes]);
  for (const run of [lectern(['extract'], {input: declared}), lectern(['extract', '--encoding', 'latin1'], {input: bytes})]) {
    assert.equal(run.status, DONE, run.stderr);
    assert.match(run.stdout, /F\u00e4hre/);
    assert.match(run.stdout, /\u201eTobias\u201c/);
  }
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(german, 'utf16le')]);
  assert.match(lectern(['extract'], {input: utf16}).stdout, /F\u00e4hre/);
});

test('an object that is no article cannot be rendered', () => {
  for (const input of ['', '{', '[]', '{"title":"x"}', page()])
    assertFails(lectern(['render'], {input}), CANNOT_READ, /no article that lectern wrote/);
});

test('a malformed line of a batch is answered by its number and the run goes on', () => {
  const line = JSON.stringify({id: 'good', html: page()});
  const input = [line, '{"id": 2, "html": "cut', '', 'null', '{"id": 5}', '{"id": 6, "html": 7}', '{"id": 7, "html": "a"} b', line].join('\r\n');
  const run = lectern(['batch', '--jobs', '2'], {input});
  assert.equal(run.status, DONE, run.stderr);
  const answers = parseLines(run.stdout);
  assert.equal(answers.length, 7);
  assert.equal(answers[0].article.title, 'Ferry waits for a vote');
  for (const [index, number, message] of [[1, 2, /line 2 is malformed JSON/], [2, 4, /line 4 is no JSON object/], [3, 5, /neither "html" nor "text"/], [4, 6, /"html" that is no string/], [5, 7, /goes on after/]]) {
    assert.equal(answers[index].line, number);
    assert.equal(answers[index].error.code, 'malformed_line');
    assert.match(answers[index].error.message, message);
    assert.equal(answers[index].article, undefined);
  }
  assert.equal(answers[3].id, 5);
  assert.equal(answers[6].article.title, 'Ferry waits for a vote');
});

test('the id that stands before what is wrong with a line comes back with the error', () => {
  const input = ['{"id": "a", "html": ["x"]}', '{"id": 2, "html": "x", "url": 7}', '{"id": [3], "html": "cut', '{"html": 4, "id": 4}', '{"id": NaN, "html": "x"}'].join('\n');
  assert.deepEqual(parseLines(lectern(['batch'], {input}).stdout).map(({id, line}) => [id, line]), [['a', 1], [2, 2], [[3], 3], [null, 4], [null, 5]]);
});

test('an address in a line that is none loses no page', () => {
  const html = page();
  const input = ['://', 'https://', '/2026/ferry', 'archive::ferry.html', '', null].map((url, id) => JSON.stringify({id, html, url})).join('\n');
  const answers = parseLines(lectern(['batch'], {input}).stdout);
  assert.deepEqual(answers.map(({article}) => article?.title), Array(6).fill('Ferry waits for a vote'));
});

test('an id that no removed block has cannot be put back', () => {
  const file = scratchFile('restore.html', page());
  const json = lectern(['extract', file, '--format', 'json']).stdout;
  const kept = JSON.parse(json).blocks[0].id;
  for (const format of ['html', 'markdown', 'text', 'json']) assertFails(lectern(['extract', file, '--format', format, '--restore', '99999']), USAGE, /--restore.*99999/);
  assertFails(lectern(['extract', file, '--restore', String(kept)]), USAGE, new RegExp(`no removed block has the id ${kept}\n`));
  assertFails(lectern(['render', '--restore', '99999'], {input: json}), USAGE, /--restore.*99999/);
});

test('a byte order mark before a line is no fault', () => {
  const line = `\ufeff${JSON.stringify({id: 1, html: page()})}\r\n`;
  for (const answer of parseLines(lectern(['batch'], {input: line + line}).stdout)) assert.equal(answer.article?.title, 'Ferry waits for a vote');
});

test('a page of a batch without an article is answered by the code', () => {
  const input = ['', 'x', page()].map((html, id) => JSON.stringify({id, html})).join('\n');
  const [empty, one, good] = parseLines(lectern(['batch'], {input}).stdout);
  assert.deepEqual(empty, {id: 0, error: {code: 'empty_input', message: 'the input is empty'}});
  assert.equal(one.error.code, 'no_article');
  assert.equal(good.id, 2);
});

test('a batch ends quietly when nobody reads on, and says so by its status', async () => {
  const child = startLectern(['batch', '--jobs', '2']);
  child.stdin.on('error', () => {});
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const line = JSON.stringify({id: 1, html: page()}) + '\n';
  child.stdout.once('data', () => child.stdout.destroy());
  for (let i = 0; i < 200; ++i) child.stdin.write(line);
  const more = setInterval(() => child.stdin.write(line), 1);
  const [status, signal] = await once(child, 'exit');
  clearInterval(more);
  assert.ok(signal === 'SIGPIPE' || status === 141, `status ${status}, signal ${signal}`);
  assert.equal(errors, '');
});

// Writes until nobody reads the pipe any more, then runs the command into it; its status goes to where we read.
const kIntoClosedPipe = 'exec 5>&1; { trap "" PIPE; while printf . 2>/dev/null; do :; done; "$0" "$@"; echo $? >&5; } | :';
test('a closed pipe is told by the status, without a word, also where the signal for it is ignored', () => {
  for (const [args, input] of [[['extract'], page()], [['batch'], JSON.stringify({id: 1, html: page()})], [['explain'], page()]]) {
    const run = spawnSync('sh', ['-c', kIntoClosedPipe, LECTERN, ...args], {input, encoding: 'utf8'});
    assert.equal(run.stdout, '141\n', args[0]);
    assert.equal(run.stderr, '');
  }
});

test('a full disk is said', {skip: process.platform !== 'linux'}, () => {
  const full = openSync('/dev/full', 'w');
  for (const [args, input] of [[['extract'], page()], [['batch'], JSON.stringify({id: 1, html: page()})]]) {
    const run = spawnSync(LECTERN, args, {input, stdio: ['pipe', full, 'pipe'], encoding: 'utf8'});
    assert.equal(run.status, CANNOT_READ);
    assert.match(run.stderr, /^lectern: cannot write the output: No space left on device\n$/);
  }
});

test('a full disk leaves the file that was there, and no half of a new one', () => {
  const file = scratchFile('kept.html', 'what was there');
  const run = spawnSync('sh', ['-c', 'ulimit -f 1; trap "" XFSZ; exec "$0" "$@"', LECTERN, 'extract', '-o', file], {input: page().replace('</p>', ` ${'and so on '.repeat(5000)}</p>`), encoding: 'utf8'});
  assert.equal(run.status, CANNOT_READ);
  assert.match(run.stderr, /^lectern: cannot write .*kept\.html: File too large\n$/);
  assert.equal(readFileSync(file, 'utf8'), 'what was there');
  assert.deepEqual(readdirSync(scratch).filter((name) => name.startsWith('kept.html.')), []);
});

test('a file is replaced whole and keeps its permissions', () => {
  const file = scratchFile('again.html', 'what was there');
  chmodSync(file, 0o600);
  assert.equal(lectern(['extract', '-o', file], {input: page()}).status, DONE);
  assert.match(readFileSync(file, 'utf8'), /Tobias Renn/);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a link stays a link, also one to a file that is not there yet', () => {
  const link = `${scratch}/link.html`;
  symlinkSync('target.html', link);
  for (let round = 0; round < 2; ++round) {
    assert.equal(lectern(['extract', '-o', link], {input: page()}).status, DONE);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.match(readFileSync(`${scratch}/target.html`, 'utf8'), /Tobias Renn/);
  }
});

test('a poisonous page costs its own line of a batch and no other', () => {
  const poison = [
    '<div>'.repeat(200_000), '<p><font color=1>'.repeat(20_000), `<p ${'a=1 '.repeat(200_000)}>`, '\0\0\0\ud800', `<script type="application/ld+json">${'['.repeat(200_000)}`,
    '<table><tr><td>'.repeat(50_000), '<svg><style><math><mi><mglyph>'.repeat(10_000), '<li>a'.repeat(100_000),
  ];
  const lines = poison.flatMap((html, i) => [JSON.stringify({id: `poison ${i}`, html}), JSON.stringify({id: `good ${i}`, html: page()})]);
  const run = lectern(['batch', '--jobs', '3'], {input: lines.join('\n')});
  assert.equal(run.status, DONE, run.stderr);
  const answers = parseLines(run.stdout);
  assert.deepEqual(answers.map(({id}) => id), lines.map((line) => JSON.parse(line).id), 'all of them, in order');
  for (const {id, article} of answers.filter((answer) => answer.id.startsWith('good'))) assert.equal(article?.title, 'Ferry waits for a vote', id);
});

for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
  test(`a batch that ${signal} interrupts answers what it has begun, in whole lines, and says so by its status`, async () => {
    const child = startLectern(['batch', '--jobs', '2']);
    let output = '', errors = '';
    child.stdout.setEncoding('utf8').on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (errors += data));
    for (let id = 0; id < 5; ++id) child.stdin.write(`${JSON.stringify({id, html: page()})}\n`);
    child.stdin.write('{"id": 5, "html": "only half of a li');
    while (!output.includes('"id":4')) await once(child.stdout, 'data');
    child.kill(signal);
    const [code] = await once(child, 'close');
    assert.equal(code, status);
    assert.equal(errors, '');
    assert.ok(output.endsWith('\n'));
    assert.deepEqual(parseLines(output).map((answer) => [answer.id, answer.article.title]), [0, 1, 2, 3, 4].map((id) => [id, 'Ferry waits for a vote']));
  });
}

test('a batch that is interrupted in the midst of its work ends after a whole line', async () => {
  const child = startLectern(['batch', '--jobs', '2']);
  child.stdin.on('error', () => {});
  let output = '';
  const line = `${JSON.stringify({id: 1, html: page('<p>One more.</p>'.repeat(2000))})}\n`;
  const feed = () => { while (child.stdin.writable && child.stdin.write(line)); };
  child.stdin.on('drain', feed);
  feed();
  child.stdout.setEncoding('utf8').on('data', (data) => (output += data));
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  assert.equal(code, 130);
  assert.ok(output.endsWith('\n'));
  for (const answer of parseLines(output)) assert.equal(answer.id, 1);
});

test('a second interrupt ends a batch that nobody reads', async () => {
  const child = startLectern(['batch', '--jobs', '1']);
  child.stdin.on('error', () => {});
  const line = `${JSON.stringify({id: 1, html: page('<p>One more.</p>'.repeat(2000))})}\n`;
  const feed = () => { while (child.stdin.writable && child.stdin.write(line)); };
  child.stdin.on('drain', feed);
  feed();
  await once(child.stdout, 'readable');
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill('SIGINT');
  assert.deepEqual(await exit, [130, null]);
  child.stdout.destroy();
});

// The commands on pages that hold an article.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {ROOT, lectern, parseLines, scratchFile} from './support/lectern.mjs';

const CORPUS = join(ROOT, 'tests/corpus');
const pages = readdirSync(CORPUS).map((name) => join(CORPUS, name, 'page.html')).filter(existsSync);

const PAGE = `<!doctype html><html lang="en"><head><title>The weir holds | Valley Post</title>
<meta name="author" content="Ida Brandt"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2026-02-03T08:00:00Z"></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>The weir holds</h1>
<p>The weir above Tennick held through the night, although the river came within a hand of its crown and the sirens were tested twice.</p>
<p>Engineers had <a href="/weir?utm_source=x">doubted the eastern gate</a> since autumn, when a diver found the hinge worn to half of its width.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story.</p></div>
<h2>What comes next</h2><ul><li>A new hinge is being cast in Morrow.</li><li>The road stays closed until Friday.</li></ul>
<p>Mayor Elin Sorrow thanked the volunteers, who filled nine thousand sandbags in one night, and asked them to keep the shovels dry.</p>
</article><footer>Copyright Valley Post</footer></body></html>`;
const file = scratchFile('weir.html', PAGE);
const extract = (...args) => {
  const run = lectern(['extract', file, '--url', 'https://valley.example/weir', ...args]);
  assert.equal(run.status, 0, run.stderr);
  assert.equal(run.stderr, '');
  return run.stdout;
};

test('the file and the standard input give the same', () => {
  const fromInput = lectern(['extract', '-', '--url', 'https://valley.example/weir'], {input: PAGE});
  assert.equal(fromInput.stdout, extract());
});

test('batch reads a page however its JSON escapes it', () => {
  const page = PAGE.replace('through the night', 'through the n\u00e4ht \ud83c\udf0a \\"so far\\" \t');
  const plain = JSON.stringify({id: 1, html: page});
  const escaped = plain.replace(/[^\x20-\x7e]/gu, (character) => [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')).replaceAll('/', '\\/');
  const run = lectern(['batch'], {input: `${plain}\n${escaped}\n`});
  const [first, second] = parseLines(run.stdout);
  assert.match(first.article.html, /n\u00e4ht \ud83c\udf0a/);
  assert.deepEqual(second, first);
});

test('how long each stage took is told on the standard error, and the article is the same', () => {
  const run = lectern(['extract', file, '--url', 'https://valley.example/weir', '--timings']);
  assert.equal(run.status, 0);
  assert.equal(run.stdout, extract());
  const lines = run.stderr.trimEnd().split('\n').map((line) => /^(\w+) +([\d.]+) ms +([\d.]+) %/.exec(line) ?? assert.fail(line));
  assert.deepEqual(lines.map((line) => line[1]),
    ['read', 'decode', 'parse', 'metadata', 'document', 'annotate', 'classify', 'assemble', 'render', 'all']);
  const times = lines.map((line) => Number(line[2])), all = times.pop();
  assert.ok(Math.abs(times.reduce((sum, time) => sum + time) - all) < 0.01, run.stderr);
});

test('HTML is the body alone, with links made absolute', () => {
  const html = extract('--format', 'html');
  assert.match(html, /^<p>The weir above Tennick held/);
  assert.match(html, /<a href="https:\/\/valley\.example\/weir">doubted the eastern gate<\/a>/);
  assert.match(html, /<h2>What comes next<\/h2>\n<ul>\n<li>A new hinge/);
  assert.doesNotMatch(html, /<h1|Sign up|Copyright|Home/);
});

test('a standalone document opens without Lectern', () => {
  const html = extract('--standalone');
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en"/);
  assert.match(html, /<h1>The weir holds<\/h1>/);
  assert.match(html, /Ida Brandt/);
  assert.doesNotMatch(html, /<script/);
});

test('Markdown has the headline first, and its metadata on request', () => {
  assert.match(extract('--format', 'markdown'), /^# The weir holds\n\nIda Brandt \| 2026-02-03 \| Valley Post\n\nThe weir above/);
  const noted = extract('--format', 'markdown', '--front-matter');
  assert.match(noted, /^---\ntitle: "The weir holds"\nsource: "https:\/\/valley\.example\/weir"\nauthor:\n {2}- "Ida Brandt"\npublished: 2026-02-03T08:00:00Z\n/);
});

test('a list that is numbered in plain text keeps its numbers', () => {
  const page = `${ROOT}tests/corpus/text-lists-and-table-nl/page.txt`;
  const markdown = lectern(['extract', page, '--input', 'text', '--format', 'markdown']).stdout;
  assert.match(markdown, /\n- een deksel dat[^\n]*\n\nGa dan zo te werk:\n\n1\. Maak het gat[^]*\n4\. Leg het deksel/);
  const odd = readFileSync(page, 'utf8').replace('2. Vul de ton met water tot aan het gat.\n', '').replace('1. Maak', '7. Maak').replace('3. Zet', '8. Zet').replace('4. Leg', '9. Leg');
  assert.match(lectern(['extract', '--input', 'text'], {input: odd}).stdout, /<ol start="7">\n<li>Maak/);
});

test('text is wrapped at the column asked for', () => {
  const lines = extract('--format', 'text', '--wrap', '40').split('\n');
  assert.ok(lines.every((line) => line.length <= 40), lines.find((line) => line.length > 40));
  assert.ok(lines.includes('- The road stays closed until Friday.'));
});

test('a removed block is in the JSON with its kind and reason, and comes back by its id', () => {
  const article = JSON.parse(extract('--format', 'json'));
  const prompt = article.removed.find((block) => block.text.includes('Sign up'));
  assert.equal(prompt.kind, 'subscription_prompt');
  assert.ok(prompt.reason.length > 0);
  const before = article.blocks.find((block) => block.id === prompt.after);
  assert.match(before.text, /doubted the eastern gate/);
  const html = extract('--restore', String(prompt.id));
  assert.match(html, /half of its width\.<\/p>\n<p>Sign up for our newsletter/);
});

test('an article kept as JSON renders as the page does', () => {
  const json = extract('--format', 'json');
  for (const format of ['html', 'markdown', 'text', 'json']) {
    const run = lectern(['render', '--format', format], {input: json});
    assert.equal(run.stdout, extract('--format', format), format);
  }
});

test('every article of the test pages comes back from its JSON unchanged', () => {
  const input = pages.map((page) => JSON.stringify({id: page, html: readFileSync(page, 'utf8')})).join('\n');
  const answers = parseLines(lectern(['batch'], {input}).stdout);
  assert.deepEqual(answers.map((answer) => answer.id), pages);
  for (const {id, article} of answers) {
    if (!article) continue;
    const json = JSON.stringify(article);
    assert.deepEqual(JSON.parse(lectern(['render', '--format', 'json'], {input: json}).stdout), article, id);
  }
});

test('a batch gives what extract gives, in the order of its lines, for any number of jobs', () => {
  const input = pages.map((page, id) => JSON.stringify({id: {n: id}, html: readFileSync(page, 'utf8'), url: null})).join('\n') + '\n';
  const alone = lectern(['batch', '--jobs', '1'], {input});
  assert.equal(alone.status, 0, alone.stderr);
  assert.equal(lectern(['batch', '--jobs', '7'], {input}).stdout, alone.stdout);
  assert.deepEqual(parseLines(alone.stdout).map((answer) => answer.id.n), pages.map((page, id) => id));
});

test('a batch takes text as well as HTML, echoes any id, and names other formats', () => {
  const text = JSON.parse(extract('--format', 'json')).blocks.map((block) => block.text).join('\n\n');
  const input = ['{"text":' + JSON.stringify(text) + '}', '{"id":[1,2.50,{"a":null}],"html":' + JSON.stringify(PAGE) + '}'].join('\n');
  const [first, second] = lectern(['batch', '--format', 'markdown'], {input}).stdout.trimEnd().split('\n');
  assert.match(first, /^\{"id":null,"markdown":".*sandbags/);
  assert.match(second, /^\{"id":\[1,2\.50,\{"a":null\}\],"markdown":"# The weir holds/);
});

test('a page in a batch is the text that JSON says it is, whatever its meta element claims', () => {
  const html = PAGE.replace('<head>', '<head><meta charset="shift_jis">').replace('Tennick', 'T\u00e9nnick');
  const [answer] = parseLines(lectern(['batch'], {input: JSON.stringify({id: 1, html})}).stdout);
  assert.match(answer.article.html, /above T\u00e9nnick held/);
});

test('readable answers in one line of JSON', () => {
  const yes = lectern(['readable', join(CORPUS, 'split-by-ads/page.html')]);
  assert.equal(yes.status, 0);
  assert.deepEqual(Object.keys(JSON.parse(yes.stdout)), ['readable', 'score']);
  assert.equal(JSON.parse(yes.stdout).readable, true);
  const no = lectern(['readable'], {input: '<p>Log in'});
  assert.equal(JSON.parse(no.stdout).readable, false);
});

test('explain shows every block with its kind, kept or not', () => {
  const table = lectern(['explain', file]).stdout;
  assert.match(table, /^id +kind +conf reason +text\n/);
  assert.match(table, /paragraph +[01]\.\d\d \S+ +The weir above Tennick/);
  assert.match(table, /- subscription_prompt .*Sign up/);
  const blocks = parseLines(lectern(['explain', '--json', file]).stdout);
  const prompt = blocks.find((block) => block.text.startsWith('Sign up'));
  assert.equal(prompt.kept, false);
  assert.ok(Object.keys(prompt.features).length > 10);
});

test('version and help go to the standard output', () => {
  assert.match(lectern(['--version']).stdout, /^lectern \d+\.\d+\.\d+\n$/);
  for (const args of [['--help'], ['extract', '--help'], ['batch', '--help'], ['render', '--help'], ['readable', '--help'], ['explain', '--help']]) {
    const run = lectern(args);
    assert.equal(run.status, 0);
    assert.match(run.stdout, /Usage: lectern/);
  }
});

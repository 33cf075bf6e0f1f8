// Pages with the markup of common publishing systems: what of their content arrives, and that every format says the same.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {ROOT, lectern, scratch} from './support/lectern.mjs';
import {cmark, hasCmark, seen} from './support/seen.mjs';

const CONTENT = join(ROOT, 'tests/content');
const ADDRESS = 'https://lenning.example/2026/05/ferry/';
const CHECKER = '/usr/share/java/epubcheck.jar';
const hasChecker = existsSync(CHECKER) && spawnSync('java', ['-version']).status === 0;

const names = readdirSync(CONTENT).filter((name) => name.endsWith('.html') && !name.endsWith('.expected.html')).map((name) => name.slice(0, -'.html'.length));

function run(args, input = '') {
  const {status, stdout, stderr} = lectern(args, {input});
  assert.equal(status, 0, stderr);
  return stdout.trimEnd();
}

const extract = (name, ...args) => run(['extract', join(CONTENT, `${name}.html`), '--url', ADDRESS, ...args]);
const extractText = (html, ...args) => run(['extract', '-', '--url', ADDRESS, ...args], html);

/** Notes by the order in which they are first spoken of: their ids are ours to choose. */
function numbered(html) {
  const numbers = new Map();
  return html.replace(/\b(?:side)?note-\d+\b/g, (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return `note-${numbers.get(id)}`;
  });
}

for (const name of names) {
  test(`${name}: the article is the expected one`, () => {
    assert.equal(extract(name, '--format', 'html'), readFileSync(join(CONTENT, `${name}.expected.html`), 'utf8').trimEnd());
  });

  test(`${name}: extracting our own document gives the same article`, () => {
    const document = extract(name, '--standalone');
    assert.equal(numbered(extractText(document, '--format', 'html')), numbered(extract(name, '--format', 'html')));
  });

  test(`${name}: the Markdown, rendered, is the HTML`, {skip: hasCmark ? false : 'cmark-gfm is not installed'}, () => {
    const article = JSON.parse(extract(name, '--format', 'json'));
    // What Markdown has no words for is HTML's alone.
    const isPlain = (block) => !['figure', 'embed', 'table'].includes(block.kind) && !/<math/.test(block.html ?? '');
    const plain = {containers: article.containers, blocks: article.blocks.filter(isPlain), removed: []};
    // Every word but the numbers of a reversed list: renderers sort notes by where they are spoken of, and Markdown has no boxes.
    const words = (html) => seen(html).blocks.map((block) => block.slice(block.indexOf(': ') + 2)).join(' ').split(/[ \u2028]+/).filter((word) => !/^\d+\.$/.test(word)).sort();
    assert.deepEqual(words(cmark(run(['render', '--format', 'markdown'], JSON.stringify(plain)))), words(run(['render', '--format', 'html'], JSON.stringify(plain))));
  });
}

test('epubcheck accepts the books of pages with everything in them', {skip: hasChecker ? false : 'epubcheck is not installed'}, () => {
  const books = ['wordpress_blocks', 'wikipedia', 'math', 'typography', 'nested_lists', 'tables_in_depth', 'east_asian'].map((name) => {
    const file = join(scratch, `${name}.epub`);
    extract(name, '--format', 'epub', '-o', file);
    return file;
  });
  for (const file of books) {
    const checked = spawnSync('java', ['-jar', CHECKER, '--quiet', file], {encoding: 'utf8'});
    assert.equal(checked.status, 0, checked.stderr || checked.stdout);
  }
});

// Books: what is in the file, and that the checker which shops use accepts it.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, realpathSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {lectern, scratch, scratchFile} from './support/lectern.mjs';

const CHECKER = '/usr/share/java/epubcheck.jar';
const hasChecker = existsSync(CHECKER) && spawnSync('java', ['-version']).status === 0;
const withChecker = {skip: hasChecker ? false : 'epubcheck is not installed'};

// One white pixel.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64');

const article = {
  title: 'Bridges & "boats" <of> the\u0007 Sall', byline: ['Ann Ray', 'Bo Lee'], dek: 'A dek', site_name: 'Sall Courier',
  published: '2026-02-03T08:00:00Z', url: 'https://sall.example/a?b=1&c=[2]|3', language: 'en-GB', direction: 'ltr', tags: ['boats'],
  lead_image: 'https://sall.example/lead.png', withheld_notice: 'Subscribe to read on.',
  containers: [
    {type: 'quote', parent: null, cite: 'https://sall.example/source'}, {type: 'details', parent: null}, {type: 'summary', parent: 1},
    {type: 'definition_list', parent: null}, {type: 'definition_term', parent: 3}, {type: 'definition_details', parent: 3},
    {type: 'aside', parent: null}, {type: 'ordered_list', parent: null, start: 3, reversed: true, numbering: 'a'}, {type: 'list_item', parent: 7},
    {type: 'notes', parent: null}, {type: 'list_item', parent: 9, anchor: 'note-1'},
  ],
  removed: [],
  blocks: [
    {kind: 'figure', images: [{url: 'https://sall.example/lead.png', alt: 'The lead', width: 600, height: 400}], caption: 'Caption', credit: 'Credit'},
    {kind: 'figure', images: [{url: 'https://sall.example/other image.webp?a=1&b=2', alt: 'Not "held"', link: 'https://sall.example/large'}]},
    {kind: 'heading', level: 2, html: '<h2>First &amp; last</h2>'},
    {kind: 'heading', level: 2, html: '<h2>With an anchor</h2>', anchor: 'place-1'},
    {kind: 'paragraph', html: '<p>See <a href="#place-1">there</a>, <a href="#nowhere">nowhere</a>, <a href="https://a.example/x y|z%">out</a><br><time>yesterday</time>, <span lang="fr">oui</span>, <span lang="not a language">no</span>, <q>said</q><a href="#note-1" role="doc-noteref"><sup>1</sup></a></p>'},
    {kind: 'paragraph', html: '<p>E is <math><mrow><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow></math>, <ruby>base<rt>text</rt></ruby>, H<sub>2</sub>O, <img src="https://sall.example/e.png" alt=":)"></p>'},
    {kind: 'quote', container: 0, html: '<p>Said.</p>'},
    {kind: 'paragraph', container: 2, html: '<p>Summary</p>'},
    {kind: 'paragraph', container: 1, html: '<p>Details</p>'},
    {kind: 'paragraph', container: 4, html: '<p>Term</p>'},
    {kind: 'paragraph', container: 5, html: '<p>Meaning</p>'},
    {kind: 'paragraph', container: 6, html: '<p>Boxed</p>'},
    {kind: 'list_item', container: 8, html: '<p>Item</p>'},
    {kind: 'code', html: '<pre><code>a &lt; b &amp;&amp; c</code></pre>', code_language: 'cpp'},
    {kind: 'table', caption: 'Table', rows: [{in_head: true, cells: [{text: 'A', is_header: true, column_span: 2}]}, {in_head: false, cells: [{text: '1'}, {text: '2'}]}]},
    {kind: 'embed', embed: {url: 'https://v.example/1', type: 'video', provider: 'V', title: 'Film', poster: 'https://v.example/p.jpg'}},
    {kind: 'divider', html: '<hr>'},
    {kind: 'note', html: '<p>Corrected.</p>'},
    {kind: 'list_item', container: 10, html: '<p>The note.</p>'},
  ].map((block, id) => ({id, text: '', html: '', confidence: 1, ...block})),
};

function book(of, ...args) {
  const file = join(scratch, `book-${Math.random()}.epub`);
  const run = lectern(['render', '--format', 'epub', '-o', file, ...args], {input: JSON.stringify(of)});
  assert.equal(run.status, 0, run.stderr);
  assert.equal(run.stdout, '');
  return file;
}

/** The files of a ZIP without compression, by name. */
function unpack(file) {
  const bytes = readFileSync(file);
  const files = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const size = bytes.readUInt32LE(at + 22), name = at + 30, nameLength = bytes.readUInt16LE(at + 26);
    files[bytes.toString('utf8', name, name + nameLength)] = bytes.subarray(name + nameLength, name + nameLength + size);
    at = name + nameLength + size;
  }
  return files;
}

const pictures = ['--image', `https://sall.example/lead.png=${scratchFile('lead.png', PNG)}`];

test('a book holds the article, its contents and the pictures that were given', () => {
  const files = unpack(book(article, ...pictures));
  assert.deepEqual(Object.keys(files).slice(0, 2), ['mimetype', 'META-INF/container.xml']);
  assert.equal(files.mimetype.toString(), 'application/epub+zip');
  assert.deepEqual(files['book/image-1.png'], PNG);
  const text = files['book/article.xhtml'].toString();
  assert.match(text, /<h1>Bridges &amp; "boats" &lt;of&gt; the Sall<\/h1>/);
  assert.match(text, /<img src="image-1\.png" alt="The lead"\/>/);
  assert.match(text, /\[Not "held"\]/, 'a picture that is not in the book is named');
  assert.match(text, /<a href="#place-1">there<\/a>, nowhere,/);
  assert.match(text, /<p>Subscribe to read on\.<\/p>/);
  const contents = files['book/contents.xhtml'].toString();
  assert.match(contents, /<a href="article\.xhtml#part-1">First &amp; last<\/a>/);
  assert.match(contents, /<a href="article\.xhtml#place-1">With an anchor<\/a>/);
});

test('the same article gives the same bytes', () => {
  assert.deepEqual(readFileSync(book(article, ...pictures)), readFileSync(book(article, ...pictures)));
});

test('a picture that cannot be read, and a file that cannot be written, are said', () => {
  const input = JSON.stringify(article);
  const lost = lectern(['render', '--format', 'epub', '-o', join(scratch, 'x.epub'), '--image', `https://a.example/=${scratch}/no.png`], {input});
  assert.equal(lost.status, 4);
  assert.match(lost.stderr, /^lectern: cannot read .*no\.png: No such file[^\n]*\n$/);
  const nowhere = lectern(['render', '--format', 'epub', '-o', join(scratch, 'no/x.epub')], {input});
  assert.equal(nowhere.status, 4);
  assert.match(nowhere.stderr, /^lectern: cannot write .*x\.epub: No such file[^\n]*\n$/);
  assert.equal(lectern(['render', '--format', 'epub', '--image', 'no-sign'], {input}).status, 2);
});

function assertAccepted(file) {
  const run = spawnSync('java', ['-jar', realpathSync(CHECKER), '-q', file], {encoding: 'utf8'});
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.equal(run.stdout + run.stderr, '');
}

test('epubcheck accepts a book with everything in it, without a warning', withChecker, () => assertAccepted(book(article, ...pictures)));

test('epubcheck accepts a book of an article without metadata', withChecker, () =>
  assertAccepted(book({blocks: [{id: 0, kind: 'paragraph', html: '<p>Alone.</p>', text: ''}], removed: []})));

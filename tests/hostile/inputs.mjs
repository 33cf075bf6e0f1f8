// Input that no honest page sends, each as a name and the bytes. The command and the package are both
// run on every one: tests/cli/bounded.test.mjs and tests/wasm/bounded.test.ts.
import {encodingLabels} from './encoding_labels.mjs';

const kSentences = [
  'The council of Harrowgate met on Tuesday to decide what becomes of the old ferry, which has not crossed the river since March.',
  'Nobody who spoke wanted it scrapped, and nobody who spoke offered to pay for the new hull, said the clerk, who counted the hands.',
  'The last ferryman, Tobias Renn, told the meeting that wood remembers its water, and that a boat on dry land is only a shed.',
  'A vote was put off until the surveyor has looked at the keel; she expects to need two dry days and a strong lamp.',
];

/** An honest article around what is hostile; `head` and `body` are markup. */
export function pageWith(body, head = '') {
  const [first, ...rest] = kSentences.map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry waits for a vote</title>${head}</head><body><article><h1>Ferry waits for a vote</h1>${first}${body}${rest.join('')}</article></body></html>`;
}

const numbered = (count, part) => Array.from({length: count}, (_, i) => part(i)).join('');
const jsonLd = (json) => `<script type="application/ld+json">${json}</script>`;
const bytes = (...values) => Buffer.from(values);
const between = (middle) => {
  const [before, after] = pageWith('<p>@</p>').split('@');
  return Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]);
};

/**
 * `make` gives the page; `options` are those of `lectern extract` by name. `expects` says what must come
 * out where that is known: "article", "partial" (an article that says so), or the code of an error.
 */
export const kHostileInputs = [
  // Trees that are deep, or larger than their text.
  {name: '200,000 nested elements', expects: 'article', make: () => pageWith('<div>'.repeat(200_000))},
  {name: '200,000 nested elements of many names', make: () => pageWith(numbered(25_000, (i) => `<b><section><x-${i}><blockquote><ul><li><em><table>`))},
  {name: '200,000 nested quotations, closed again', expects: 'article', make: () => pageWith(`${'<blockquote>'.repeat(200_000)}<p>Deep.</p>${'</blockquote>'.repeat(200_000)}`)},
  {name: '2 million nodes out of 60 kB', make: () => pageWith(numbered(3_000, (i) => `<p><font color=${i}>`))},
  {name: '12 MB of unclosed fonts', expects: 'partial', make: () => pageWith(numbered(500_000, (i) => `<p><font color=${i}>a`))},
  {name: '90,000 unclosed list items', expects: 'partial', make: () => pageWith('<ul>' + '<li>one more of these'.repeat(90_000))},
  {name: '90,000 list items, each in the one before', expects: 'partial', make: () => pageWith('<ul><li>one more'.repeat(90_000))},
  {name: '2 million empty elements', expects: 'partial', make: () => pageWith('') + '<i></i>'.repeat(2_000_000)},
  {name: '300,000 paragraphs', expects: 'partial', make: () => pageWith('<p>Short, and one of very many.'.repeat(300_000))},
  {name: '300,000 headings', expects: 'partial', make: () => pageWith('<h2>Next</h2>'.repeat(300_000))},
  {name: '300,000 links', expects: 'partial', make: () => pageWith('<p>' + numbered(300_000, (i) => `<a href="/page/${i}">page ${i}</a> `))},
  {name: '200,000 images with long srcsets', make: () => pageWith(numbered(20_000, (i) => `<figure><img src="/i/${i}.jpg" width=640 height=400 srcset="${numbered(20, (n) => `/i/${i}-${n}.jpg ${n + 1}00w, `)}"><figcaption>Boat ${i}</figcaption></figure>`))},
  {name: '200,000 table cells', expects: 'partial', make: () => pageWith('<table>' + '<tr><td>1<td>2<td>3<td>4'.repeat(50_000) + '</table>')},
  {name: '30,000 nested tables', make: () => pageWith('<table><tr><td>'.repeat(30_000))},
  {name: 'a table of one row and 200,000 cells over 1,000 columns', expects: 'partial', make: () => pageWith('<table><tr>' + '<td colspan=1000 rowspan=65534>x'.repeat(200_000) + '</table>')},
  {name: '100,000 templates', make: () => pageWith('<template shadowrootmode=open><p>in'.repeat(100_000))},
  {name: '100,000 footnotes', expects: 'partial', make: () => pageWith(numbered(50_000, (i) => `<p>As said<sup><a href="#n${i}" id="r${i}">${i}</a></sup> before.</p>`) + '<ol>' + numbered(50_000, (i) => `<li id="n${i}">Note ${i} <a href="#r${i}">back</a></li>`) + '</ol>')},
  {name: '100,000 formulas', make: () => pageWith('<p>' + '<math><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></math> and '.repeat(60_000))},
  {name: 'a formula nested 50,000 deep', make: () => pageWith(`<p>Thus <math>${'<msqrt><mrow>'.repeat(50_000)}<mi>x`)},
  {name: '100,000 nested ruby', make: () => pageWith('<p>' + '<ruby>a<rt>b'.repeat(100_000))},
  {name: '500 spans of another language around 30,000 blocks', make: () => pageWith('<span lang=de dir=rtl>'.repeat(500) + 'One more line.<br><br>'.repeat(30_000))},
  {name: '500 figures around 30,000 pictures', make: () => pageWith('<figure>'.repeat(500) + '<img src=/a.jpg width=600 height=400><figcaption>A boat at the pier in spring.</figcaption>'.repeat(30_000))},
  {name: '30,000 lines in what is marked as a formula', make: () => pageWith('<span class="math">' + 'One more line.<br><br>'.repeat(30_000))},
  {name: 'a misnested list of formatting, 300,000 end tags', make: () => pageWith(`<p>${'<b><i><a>'.repeat(2_000)}x${'</p></b></i></a>'.repeat(75_000)}`)},
  {name: '1 MB of end tags', make: () => pageWith('</p></br></div></table></td>'.repeat(40_000))},

  // Long strings.
  {name: '100 MB of one text node', expects: 'partial', make: () => Buffer.concat([Buffer.from('<!doctype html><title>Long</title><article><p>'), Buffer.alloc(100 << 20, 'lorem ipsum '), Buffer.from('</p></article>')])},
  {name: '100 MB of one word', make: () => Buffer.concat([Buffer.from('<!doctype html><title>Long</title><article><p>'), Buffer.alloc(100 << 20, 'x'), Buffer.from('</p></article>')])},
  {name: '100 MB of plain text on one line', options: {input: 'text'}, make: () => Buffer.alloc(100 << 20, 'lorem ipsum ')},
  {name: '20 MB of line feeds', options: {input: 'text'}, make: () => 'a' + '\n'.repeat(20 << 20) + 'b'},
  {name: '20 MB of one-letter lines', expects: 'partial', options: {input: 'text'}, make: () => 'a\n'.repeat(10 << 20)},
  {name: '5 MB of short paragraphs of text', expects: 'partial', options: {input: 'text'}, make: () => 'A short line, by itself.\n\n'.repeat(200_000)},
  {name: '25,000 lines of text that may each be a headline', options: {input: 'text'}, make: () => numbered(25_000, (i) => `\u05e9\u05dc\u05d5\u05dd The clerk counted two brass bands number ${i} before the vote, and said so to all who asked. \u05e8\u05d7\u05d1 ${i} \u05e8\u05d7\u05d1\n\n`)},
  {name: 'a page over the limit', expects: 'input_too_large', make: () => Buffer.alloc((128 << 20) + 1, 'x')},
  {name: '1 million attributes', expects: 'article', make: () => pageWith(`<div ${numbered(1_000_000, (i) => `a${i}=1 `)}><p>In it.</p></div>`)},
  {name: '1 million attributes on 100,000 elements', make: () => pageWith(numbered(100_000, (i) => `<p ${numbered(10, (n) => `a${i}x${n}=1 `)}>In it.`))},
  {name: 'a 10 MB attribute', expects: 'article', make: () => pageWith(`<p title="${'x'.repeat(10 << 20)}">In it.</p>`)},
  {name: 'a 10 MB class', make: () => pageWith(`<div class="${'share ad promo '.repeat(700_000)}"><p>In it.</p></div>`)},
  {name: 'a 10 MB style', make: () => pageWith(`<div style="${'display:block;'.repeat(700_000)}"><p>In it.</p></div>`)},
  {name: 'a 10 MB address', make: () => pageWith(`<p>To <a href="https://a.example/${'../%2e%2e/'.repeat(1 << 20)}">there</a></p>`)},
  {name: 'a 10 MB data address', make: () => pageWith(`<figure><img width=600 height=400 src="data:image/png;base64,${'A'.repeat(10 << 20)}"></figure>`)},
  {name: 'a 10 MB title', make: () => pageWith('').replace('<title>', `<title>${'Ferry | '.repeat(1_300_000)}`)},
  {name: 'a 10 MB headline', make: () => pageWith('').replace('<h1>', `<h1>${'ferry and vote '.repeat(700_000)}`)},
  {name: 'a 10 MB description', make: () => pageWith('', `<meta name=description content="${'ferry and vote '.repeat(700_000)}">`)},
  {name: 'a 10 MB byline', make: () => pageWith('', `<meta name=author content="${'Ana Bo and '.repeat(950_000)}">`)},
  {name: 'a 10 MB line of bylines', make: () => pageWith(`<p class=byline>By ${'Ana Bo, '.repeat(1_300_000)}</p>`)},
  {name: 'a 10 MB date', make: () => pageWith(`<time datetime="${'2026-'.repeat(2 << 20)}">${'1 May 2026, '.repeat(800_000)}</time>`)},
  {name: 'a 10 MB comment', expects: 'article', make: () => pageWith(`<!--${'- '.repeat(5 << 20)}-->`)},
  {name: 'a 10 MB element name', make: () => pageWith(`<${'x'.repeat(10 << 20)}>`)},
  {name: 'a 10 MB attribute name', make: () => pageWith(`<p ${'x'.repeat(10 << 20)}>`)},
  {name: 'an attribute that is never closed', make: () => pageWith(`<p title="${'<p>never '.repeat(500_000)}`).replaceAll('"', '')},
  {name: '10 MB of code', expects: 'partial', make: () => pageWith(`<pre>${'  if (x) { y(); }\n'.repeat(600_000)}</pre>`)},
  {name: '20,000 meta elements', expects: 'article', make: () => pageWith('', numbered(20_000, (i) => `<meta property="article:tag" content="tag ${i}"><meta property="og:image" content="/i/${i}.jpg">`))},

  // Data of the page.
  {name: 'JSON-LD nested 100,000 deep', expects: 'article', make: () => pageWith('', jsonLd('[{"@graph":'.repeat(50_000)))},
  {name: 'JSON-LD nested 100,000 deep, closed again', expects: 'article', make: () => pageWith('', jsonLd('['.repeat(100_000) + ']'.repeat(100_000)))},
  {name: 'JSON-LD 20 MB long', expects: 'article', make: () => pageWith('', jsonLd(`{"@type":"NewsArticle","headline":"Ferry waits","keywords":[${'"tag",'.repeat(3_500_000)}"end"]}`))},
  {name: 'JSON-LD with a 20 MB body', expects: 'article', make: () => pageWith('', jsonLd(`{"@type":"NewsArticle","articleBody":"${'lorem ipsum '.repeat(1_750_000)}"}`))},
  {name: 'JSON-LD with 200,000 authors', expects: 'article', make: () => pageWith('', jsonLd(`{"@type":"NewsArticle","author":[${numbered(200_000, (i) => `{"@type":"Person","name":"Ana Bo${i}"},`)}{}]}`))},
  {name: 'JSON-LD that points at itself', expects: 'article', make: () => pageWith('', jsonLd(`{"@graph":[${numbered(50_000, (i) => `{"@id":"#${i}","@type":"NewsArticle","author":{"@id":"#${i}"},"isPartOf":{"@id":"#${(i + 1) % 50_000}"}},`)}{}]}`))},
  {name: '5,000 blocks of JSON-LD', expects: 'article', make: () => pageWith('', numbered(5_000, (i) => jsonLd(`{"@type":"NewsArticle","headline":"Ferry ${i}","author":"Ana Bo"}`)))},
  {name: 'JSON-LD of escapes', expects: 'article', make: () => pageWith('', jsonLd(`{"headline":"${'\\ud800\\u0000\\udc00'.repeat(300_000)}"}`))},
  {name: 'a deep srcset', expects: 'article', make: () => pageWith(`<figure><img src=a.jpg width=600 height=400 srcset="${numbered(300_000, (i) => `/i/${i}.jpg ${i}w,`)}"></figure>`)},
  {name: 'a srcset of commas and brackets', expects: 'article', make: () => pageWith(`<figure><img src=a.jpg width=600 height=400 srcset="${',(('.repeat(1 << 20)}"></figure>`)},
  {name: '100,000 sources of one picture', make: () => pageWith(`<figure><picture>${numbered(100_000, (i) => `<source media="(min-width: ${i}px)" srcset="/i/${i}.jpg 1x, /i/${i}-2.jpg 2x">`)}<img src=a.jpg width=600 height=400></picture></figure>`)},

  // Characters.
  {name: 'entities that grow', expects: 'article', make: () => pageWith(`<p>${'&NotEqualTilde;&#x10FFFF;&fjlig;'.repeat(100_000)}</p>`)},
  {name: 'entities that never end', expects: 'article', make: () => pageWith(`<p>${'&CounterClockwiseContourIntegra'.repeat(100_000)}</p><p>&#${'9'.repeat(1 << 20)};</p><p>${'&'.repeat(1 << 20)}</p>`)},
  {name: 'a document type of entities', make: () => pageWith('').replace('<!doctype html>', `<!DOCTYPE html [${numbered(1_000, (i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`)}]>`)},
  {name: '1 MB of NULs', expects: 'not_text', make: () => pageWith(`<p>${'\0'.repeat(1 << 20)}</p>`)},
  {name: 'NULs in names, attributes and data', expects: 'article', make: () => pageWith('<p\0 cla\0ss="a\0b" on\0click=x>a\0b</p><a href="java\0script:x">c</a>', jsonLd('{"head\0line":"a\0b"}'))},
  {name: 'lone surrogates', expects: 'article', make: () => between(Buffer.concat(Array.from({length: 2048}, (_, i) => bytes(0xed, 0xa0 + (i >> 6), 0x80 + (i & 63)))))},
  {name: 'lone surrogates as references', expects: 'article', make: () => pageWith(`<p>${numbered(2048, (i) => `&#${0xd800 + i};`)}</p>`)},
  {name: 'overlong UTF-8', expects: 'article', make: () => between(Buffer.concat(Array.from({length: 128}, (_, i) => Buffer.concat([bytes(0xc0 + (i >> 6), 0x80 + (i & 63)), bytes(0xe0, 0x80 + (i >> 6), 0x80 + (i & 63)), bytes(0xf0, 0x80, 0x80 + (i >> 6), 0x80 + (i & 63))]))))},
  {name: 'truncated UTF-8', expects: 'article', make: () => between(Buffer.concat(Array.from({length: 1000}, (_, i) => Buffer.concat([Buffer.from('\u00e4\u20ac\u{1F6A2}').subarray(i % 9, 1 + ((i * 7) % 9)), Buffer.from('x')]))))},
  {name: 'a page that ends inside a character', expects: 'article', make: () => Buffer.concat([Buffer.from(pageWith('')), bytes(0xf0, 0x9f, 0x9a)])},
  {name: 'every byte there is, 10,000 times', make: () => between(Buffer.alloc(2_560_000, bytes(...Array(256).keys())))},
  {name: 'a text of marks that change direction', expects: 'article', make: () => pageWith(`<p>${'\u202e\u2066\u200f\u061c'.repeat(100_000)}</p>`)},
  {name: '1 MB of combining marks', expects: 'article', make: () => pageWith(`<p>a${'\u0301\u0327'.repeat(260_000)}</p>`)},
  {name: '10 MB without a space, in Chinese', expects: 'partial', make: () => pageWith(`<p>${'\u6e21\u8239'.repeat(1_700_000)}</p>`)},

  // Phrases, over and over: what the lexicons and the readers of names look for.
  {name: '3 MB of phrases', make: () => pageWith(`<p>${'subscribe to continue reading sign up for our newsletter '.repeat(50_000)}</p>`)},
  {name: '100,000 prompts', expects: 'partial', make: () => pageWith('<p>Subscribe to continue reading. Already a subscriber? Log in.</p>'.repeat(100_000))},
  {name: '100,000 copies of a sentence', expects: 'partial', make: () => pageWith(`<p>${kSentences[0]}</p>`.repeat(100_000))},
  {name: '60 quotations of one long paragraph', make: () => pageWith(`<p>${'the the the the the the the boat '.repeat(20_000)}</p>` + '<blockquote class=pullquote>the the the the the the the the the shore</blockquote>'.repeat(60))},
  {name: '100,000 second articles', make: () => pageWith('') + `<article><h1>Another</h1><p>${kSentences[1]}</p></article>`.repeat(50_000)},

];

/** The same bytes, each of the 256 among them, under every name that an encoding goes by. */
export const kEncodedInputs = encodingLabels.map((label) => (
  {name: `bytes as ${label}`, options: {encoding: label}, make: () => Buffer.concat([Buffer.from(pageWith('')), Buffer.alloc(65_536, bytes(...Array(256).keys()))])}
));

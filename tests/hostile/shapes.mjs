// Pages that can be made any number of times as large, one for each way in which a page grows. A pass
// that looks at everything from everywhere shows here: twice the page is then four times the work.
import {pageWith} from './inputs.mjs';

/** Elements between two parents so that a small table by node number takes them for each other. */
const kSameSlot = 59;
const numbered = (count, part) => Array.from({length: count}, (_, i) => part(i)).join('');
const jsonLd = (json) => `<script type="application/ld+json">${json}</script>`;

/** Sentences that differ, of words that are common and words that are not. */
function sentence(i) {
  const kWho = ['The clerk', 'A surveyor', 'Nobody', 'The ferryman', 'Her sister', 'The harbour office'];
  const kDid = ['counted', 'remembered', 'painted', 'sold', 'found', 'measured', 'forgot'];
  const kWhat = ['the keel', 'two brass bands', 'an old timetable', 'the lamp', 'a wet rope'];
  const kWhen = ['on Tuesday', 'before the vote', 'after eleven winters', 'at low tide'];
  return `${kWho[i % 6]} ${kDid[i % 7]} ${kWhat[i % 5]} number ${i} ${kWhen[i % 4]}, and said so to everybody who asked.`;
}
const paragraph = (i) => `<p>${sentence(3 * i)} ${sentence(3 * i + 1)} ${sentence(3 * i + 2)}</p>`;

/** `size` is the number of parts for a quick look; the page is made with that many and with twice as many. */
export const kShapes = [
  {name: 'paragraphs', size: 400, make: (n) => pageWith(numbered(n, paragraph))},
  {name: 'one long paragraph', size: 3_000, make: (n) => pageWith(`<p>${numbered(n, (i) => `${sentence(i)} `)}</p>`)},
  {name: 'deep', size: 2_000, make: (n) => pageWith(`${'<div>'.repeat(n)}${paragraph(1)}${'</div>'.repeat(n)}`)},
  {name: 'deep with text at each step', size: 1_000, make: (n) => pageWith(`${numbered(n, (i) => `<div>${sentence(i)}`)}`)},
  {name: 'wide', size: 4_000, make: (n) => pageWith('<div></div><span>a</span>'.repeat(n))},
  {name: 'headings', size: 800, make: (n) => pageWith(numbered(n, (i) => `<h2>Part ${i}</h2><p>${sentence(i)}</p>`))},
  {name: 'links in one paragraph', size: 1_500, make: (n) => pageWith(`<p>${numbered(n, (i) => `<a href="/page/${i}">the page ${i}</a>, then `)}</p>`)},
  {name: 'links to places that are not there', size: 1_500, make: (n) => pageWith(`<p>${numbered(n, (i) => `<a href="#place-${i}">the place ${i}</a>, then `)}</p>`)},
  {name: 'links to places', size: 700, make: (n) => pageWith(numbered(n, (i) => `<p>See <a href="#s${n - i}">further on</a>. ${sentence(i)}</p><h3 id="s${i}">Part ${i}</h3>`))},
  {name: 'places among their like', size: 2_000, make: (n) => pageWith(`<p>${numbered(n, (i) => `word <a href="#x${i}">${i % 10}</a> `)}</p><div>${numbered(n, (i) => `<a id=x${i}></a>${sentence(i)}<br><br>`)}</div>`)},
  {name: 'lists of links', size: 1_500, make: (n) => pageWith(`<ul>${numbered(n, (i) => `<li><a href="/page/${i}">Council met again, page ${i}</a></li>`)}</ul>`)},
  {name: 'footnotes', size: 400, make: (n) => pageWith(`${numbered(n, (i) => `<p>${sentence(i)}<sup><a href="#n${i}" id="r${i}">${i}</a></sup></p>`)}<ol>${numbered(n, (i) => `<li id="n${i}">Note ${i} of the clerk <a href="#r${i}">back</a></li>`)}</ol>`)},
  {name: 'tables', size: 150, make: (n) => pageWith(numbered(n, (i) => `<p>${sentence(i)}</p><table><tr><th>Boat<th>Tons<tr><td>Anna ${i}<td>${i}<tr><td>Berta ${i}<td>${i + 7}</table>`))},
  {name: 'one long table', size: 1_500, make: (n) => pageWith(`<table><tr><th>Boat<th>Tons<th>Built${numbered(n, (i) => `<tr><td>Anna ${i}<td>${i}<td>19${i % 90}`)}</table>`)},
  {name: 'one wide table', size: 1_500, make: (n) => pageWith(`<table><tr><th>Boat${numbered(n, (i) => `<th>Year ${i}`)}<tr><td>Anna${numbered(n, (i) => `<td>${i}`)}</table>`)},
  {name: 'layout tables', size: 200, make: (n) => pageWith(numbered(n, (i) => `<table><tr><td>${paragraph(i)}<td><a href="/a/${i}">More</a></table>`))},
  {name: 'text among paragraphs', size: 1_000, make: (n) => pageWith(`${'<i></i>'.repeat(kSameSlot)}<div>${numbered(n, (i) => `Loose text number ${i} that is here.<p>And a paragraph ${i} that is here.</p>`)}</div>`)},
  {name: 'lists', size: 1_500, make: (n) => pageWith(`<ul>${numbered(n, (i) => `<li>${sentence(i)}`)}</ul>`)},
  {name: 'lists in lists', size: 1_500, make: (n) => pageWith('<ul><li>one more of these'.repeat(n))},
  {name: 'unclosed formatting', size: 800, make: (n) => pageWith(numbered(n, (i) => `<p><b><font color=${i}>${sentence(i)}`))},
  {name: 'runs of bold', size: 1_000, make: (n) => pageWith(`<p>${numbered(n, (i) => `<b><i>the ${i}</i><u>boat</u></b>`)}</p>`)},
  {name: 'unclosed spans', size: 1_000, make: (n) => pageWith(numbered(n, (i) => `<sub><span lang=de>${sentence(i)}<br><br>`))},
  {name: 'unclosed blocks', size: 800, make: (n) => pageWith(numbered(n, (i) => `<section><blockquote>${sentence(i)}`))},
  {name: 'figures', size: 400, make: (n) => pageWith(numbered(n, (i) => `<p>${sentence(i)}</p><figure><img src="/i/${i}.jpg" alt="Boat ${i}" width=640 height=400 srcset="/i/${i}.jpg 640w, /i/${i}-2.jpg 1280w"><figcaption>Boat ${i} at the pier. Photo: Ana Bo</figcaption></figure>`))},
  {name: 'figures alone', size: 700, make: (n) => pageWith(numbered(n, (i) => `<figure><img src="/i/${i}.jpg" width=640 height=400></figure>`))},
  {name: 'pictures in one figure', size: 200, make: (n) => pageWith(`<figure>${numbered(n, (i) => `<img src="/i/${i}.jpg" width=640 height=400><figcaption>Boat ${i} at the pier, and ${sentence(i)}</figcaption>`)}</figure>`)},
  {name: 'captions in one figure', size: 8_000, make: (n) => pageWith(`<figure>${numbered(n, (i) => `<figcaption>Boat ${i} at the pier in spring.</figcaption>`)}</figure>`)},
  {name: 'pictures with captions in unclosed figures', size: 5_000, make: (n) => pageWith(`${'<figure>'.repeat(100)}${numbered(n, (i) => `<img src="/i/${i}.jpg" width=600 height=400><figcaption>Boat ${i} at the pier.</figcaption>`)}`)},
  {name: 'a srcset', size: 4_000, make: (n) => pageWith(`<figure><img src="/a.jpg" width=640 height=400 srcset="${numbered(n, (i) => `/i/${i}.jpg ${i + 1}w, `)}"></figure>`)},
  {name: 'quotations', size: 400, make: (n) => pageWith(numbered(n, (i) => `<blockquote class="pullquote"><p>${sentence(i)}</p></blockquote><p>${sentence(i + 1)} ${sentence(i)} ${sentence(i + 2)}</p>`))},
  {name: 'prompts', size: 600, make: (n) => pageWith(numbered(n, (i) => `<p>${sentence(i)}</p><div class="newsletter"><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>`))},
  {name: 'teasers', size: 500, make: (n) => pageWith(numbered(n, (i) => `<div class="card"><a href="/s/${i}"><img src="/t/${i}.jpg" width=300 height=200><h3>${sentence(i)}</h3></a><p>${sentence(i + 1)}</p></div>`))},
  {name: 'comments', size: 400, make: (n) => `${pageWith(numbered(12, paragraph))}<section id="comments">${numbered(n, (i) => `<div class="comment"><b>Reader ${i}</b> <time>1 May 2026</time><p>${sentence(i)}</p><a href="#">Reply</a></div>`)}</section>`},
  {name: 'second articles', size: 150, make: (n) => pageWith('') + numbered(n, (i) => `<article><h1>Story ${i}</h1>${paragraph(i)}${paragraph(i + 1)}</article>`)},
  {name: 'the same paragraph', size: 800, make: (n) => pageWith(paragraph(1).repeat(n))},
  {name: 'code', size: 200, make: (n) => pageWith(numbered(n, (i) => `<p>${sentence(i)}</p><pre><code>  if (x == ${i}) {\n    y();\n  }\n</code></pre>`))},
  {name: 'one long listing', size: 3_000, make: (n) => pageWith(`<pre><code>${numbered(n, (i) => `  if (x == ${i}) { y(); }\n`)}</code></pre>`)},
  {name: 'formulas', size: 500, make: (n) => pageWith(`<p>${numbered(n, (i) => `Thus <math><mrow><mi>x</mi><mo>+</mo><mn>${i}</mn></mrow></math> holds. `)}</p>`)},
  {name: 'lines in what is marked as a formula', size: 2_000, make: (n) => pageWith(`<span class="math">${numbered(n, (i) => `Line ${i} of it.<br><br>`)}</span>`)},
  {name: 'lines in what is marked as a drawn formula', size: 2_000, make: (n) => pageWith(`<span class="katex">${numbered(n, (i) => `Line ${i} of it.<br><br>`)}</span>`)},
  {name: 'embeds', size: 500, make: (n) => pageWith(numbered(n, (i) => `<p>${sentence(i)}</p><iframe src="https://www.youtube.com/embed/abc${i}"></iframe>`))},
  {name: 'line breaks', size: 2_000, make: (n) => pageWith(`<div>${numbered(n, (i) => `${sentence(i)}<br>${i % 3 ? '' : '<br>'}`)}</div>`)},
  {name: 'hidden elements', size: 700, make: (n) => pageWith(numbered(n, (i) => `<div hidden>${sentence(i)}</div><p>${sentence(i + 1)}</p>`))},
  {name: 'elements with long classes', size: 500, make: (n) => pageWith(numbered(n, (i) => `<div class="story-${i} widget ad-${i} share social promo__box--${i}"><p>${sentence(i)}</p></div>`))},
  {name: 'one long class', size: 3_000, make: (n) => pageWith(`<div class="${numbered(n, (i) => `story-${i} share `)}">${paragraph(1)}</div>`)},
  {name: 'one long title', size: 3_000, make: (n) => pageWith('').replace('<title>', `<title>${numbered(n, (i) => `Ferry ${i} | `)}`)},
  {name: 'one long headline', size: 1_500, make: (n) => pageWith('').replace('<h1>', `<h1>${numbered(n, (i) => `${sentence(i)} `)}`)},
  {name: 'one long byline', size: 2_000, make: (n) => pageWith(`<p class="byline">By ${numbered(n, (i) => `Ana Bo${i}, `)}and Cy Dee</p>`)},
  {name: 'bylines', size: 500, make: (n) => pageWith(numbered(n, (i) => `<p class="byline">By <a rel="author" href="/by/${i}">Ana Bo${i}</a>, <time datetime="2026-05-01">1 May 2026</time></p>`))},
  {name: 'meta elements', size: 2_000, make: (n) => pageWith('', numbered(n, (i) => `<meta property="article:tag" content="tag ${i}"><meta name="author" content="Ana Bo${i}">`))},
  {name: 'JSON-LD objects', size: 1_500, make: (n) => pageWith('', jsonLd(`{"@graph":[${numbered(n, (i) => `{"@id":"#${i}","@type":"NewsArticle","headline":"Ferry ${i}","author":{"@id":"#p${i}"}},{"@id":"#p${i}","@type":"Person","name":"Ana Bo${i}"},`)}{}]}`))},
  {name: 'JSON-LD scripts', size: 800, make: (n) => pageWith('', numbered(n, (i) => jsonLd(`{"@type":"NewsArticle","headline":"Ferry ${i}","author":"Ana Bo${i}","datePublished":"2026-05-01"}`)))},
  {name: 'text', size: 600, options: {input: 'text'}, make: (n) => numbered(n, (i) => `${sentence(i)} ${sentence(i + 1)}\n\n`)},
  {name: 'text, hard-wrapped', size: 600, options: {input: 'text'}, make: (n) => numbered(n, (i) => `${`${sentence(i)} ${sentence(i + 1)}`.replace(/(.{1,60}) /g, '$1\n')}\n\n`)},
  {name: 'text of short lines', size: 2_000, options: {input: 'text'}, make: (n) => `${sentence(1)}\n${numbered(n, (i) => `Page ${i}\n`)}${sentence(2)}\n`},
  {name: 'text of lists', size: 1_500, options: {input: 'text'}, make: (n) => `${sentence(1)}\n\n${numbered(n, (i) => `${i % 50}. ${sentence(i)}\n`)}`},
  {name: 'text of unclosed code', size: 1_500, options: {input: 'text'}, make: (n) => `${sentence(1)}\n\n${numbered(n, (i) => `\`\`\`\n${sentence(i)}\n${i % 2 ? '```\n' : ''}`)}`},
  {name: 'text without spaces', size: 2_000, options: {input: 'text'}, make: (n) => `${'\u6e21\u8239\u5728\u51ac\u5929\u4e0d\u518d\u8fc7\u6cb3\u3002'.repeat(n)}\n`},
];

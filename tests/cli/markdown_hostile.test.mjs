// Markdown of articles that mean harm, rendered by a CommonMark program that others wrote and that lets
// raw HTML through: what it makes holds no tag that is not a mark's or one of the few that we write.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {hostileArticle} from './support/hostile_article.mjs';
import {lectern} from './support/lectern.mjs';
import {cmark, hasCmark} from './support/seen.mjs';

const SAMPLES = Number(process.env.LECTERN_MARKDOWN_SAMPLES ?? 300);
const FIRST = Number(process.env.LECTERN_MARKDOWN_FIRST ?? 1);

const kAddress = String.raw`"(?:https?://|mailto:|tel:)[^"]*"`;
const kTags = [
  'p', 'h[1-6]', 'em', 'strong', 'del', 'blockquote', 'ul', 'ol(?: start="\\d+")?', 'li(?: id="fn-?\\d+")?', 'br', 'hr', 'pre(?: lang="[^"]*")?', 'code(?: class="language-[^"]*")?',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sub', 'sup', 'mark', 'ins', 'kbd', 'ruby', 'rt', 'rp',
  `a href=${kAddress}`, `img src="(?:https?://)[^"]*" alt="[^"]*"`,
  'a href="#fn(?:ref)?-?[-\\d]+"(?: (?:id|class|data-[-a-z]+|aria-label)(?:="[-\\w ]*")?)*', 'section class="footnotes"(?: data-footnotes)?', 'sup class="footnote-ref"',
].map((tag) => `${tag} ?/?`).join('|');
const kTag = new RegExp(`^<(?:/(?:[a-z]+[1-6]?)|${kTags})>`);

/** What a renderer made of a page's words: every bracket that opens a tag and is none of those. */
export function strangeTags(html) {
  return [...html.matchAll(/</g)].map(({index}) => html.slice(index)).filter((rest) => !kTag.test(rest)).map((rest) => rest.slice(0, 80));
}

test('the check sees what it guards against', () => {
  for (const bad of ['<script>', '<p onclick=x>', '<a href="javascript:x">', '<img src="https://a.example/" onerror="x">', '<!-- a', '<img src="data:x" alt="">']) {
    assert.notDeepEqual(strangeTags(bad), [], bad);
  }
  assert.deepEqual(strangeTags(cmark('# A\n\n**b** _c_ [d](https://a.example/)[^1] ![e](https://a.example/) `f`\n\n[^1]: g\n\n```cpp\nh\n```\n\n3. i\n\n> j\n\n| k |\n| --- |\n| ~~l~~<br>m |\n')), []);
});

test('rendered by cmark-gfm, no text of a hostile article is markup', {skip: hasCmark ? false : 'cmark-gfm is not installed'}, () => {
  for (let seed = FIRST; seed < FIRST + SAMPLES; ++seed) {
    const run = lectern(['render', '--format', 'markdown'], {input: JSON.stringify(hostileArticle(seed))});
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(strangeTags(cmark(run.stdout)), [], `seed ${seed}, Markdown:\n${run.stdout}`);
  }
});

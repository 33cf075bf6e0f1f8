// Our Markdown, rendered by a CommonMark program that others wrote, is our HTML again.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {lectern} from './support/lectern.mjs';
import {randomArticle} from './support/random_article.mjs';
import {cmark, hasCmark, seen} from './support/seen.mjs';

const SAMPLES = Number(process.env.LECTERN_MARKDOWN_SAMPLES ?? 200);

function render(article, ...args) {
  const run = lectern(['render', ...args], {input: JSON.stringify(article)});
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

test('rendered by cmark-gfm, the Markdown of generated articles is their HTML', {skip: hasCmark ? false : 'cmark-gfm is not installed'}, () => {
  for (let seed = 1; seed <= SAMPLES; ++seed) {
    const article = randomArticle(seed);
    const markdown = render(article, '--format', 'markdown');
    const wanted = seen(render(article, '--format', 'html'));
    const got = seen(cmark(markdown));
    assert.deepEqual(got.blocks, wanted.blocks, `seed ${seed}, Markdown:\n${markdown}`);
    assert.deepEqual(got.styled, wanted.styled, `seed ${seed}, Markdown:\n${markdown}`);
  }
});

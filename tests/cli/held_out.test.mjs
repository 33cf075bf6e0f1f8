// Lines that were written without a look at the phrases (tests/held_out): no more of them may be left, and no more prose
// be lost, than when the floors were set. `scripts/held_out` prints which, `scripts/held_out --record` sets them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {COLUMNS, FLOORS, HALVES, PLACES, ROUNDS, count, floorsOf, languages, measure} from './support/held_out.mjs';

const answers = measure();
const floors = JSON.parse(readFileSync(FLOORS, 'utf8'));

test('every language has its lines in both halves', () => {
  assert.equal(languages.length, 25);
  const places = Object.values(PLACES).flat().length;
  const expected = {1: {prose: 3, other: 6}, 2: {prose: 2, other: 6}, 3: {prose: 2, other: 6}};
  for (const language of languages) {
    for (const round of ROUNDS) {
      for (const half of HALVES) {
        const isOf = (answer) => answer.language === language && answer.half === half && answer.round === round;
        const name = `${language}, round ${round}, ${half}`;
        assert.equal(count(answers, (answer) => isOf(answer) && answer.column === 'prose').all, expected[round].prose * places, `${name}: prose`);
        assert.equal(count(answers, (answer) => isOf(answer) && answer.column !== 'prose').all, expected[round].other * places, `${name}: lines that must go`);
      }
    }
    const lines = (kind, round) => count(answers, (answer) => answer.language === language && answer.kind === kind && answer.round === round).all / places;
    for (const kind of ['price', 'benefits', 'support', 'furniture']) assert.equal(lines(kind, 1), 1, `${language}: ${kind}`);
    const second = {price: 1, offer: 1, benefits: 3, support: 2, newsletter: 2, related: 2, furniture: 1};
    for (const [kind, wanted] of Object.entries(second)) assert.equal(lines(kind, 2), wanted, `${language}, second round: ${kind}`);
  }
  // The third round has 12 of these 15 kinds in each language, from language to language other ones, in both halves.
  for (const kind of ['offer', 'newsletter', 'app', 'support', 'follow', 'adblock', 'related', 'gift', 'push', 'price', 'podcast', 'member',
    'share', 'survey', 'cookie'])
    for (const half of HALVES)
      assert(count(answers, (answer) => answer.round === 3 && answer.kind === kind && answer.half === half).all >= 8 * places, `third round: ${kind}, ${half}`);
  assert(answers.every(({column}) => column in COLUMNS));
});

const measured = floorsOf(answers);
for (const half of HALVES)
  for (const input of Object.keys(PLACES))
    test(`${half} half, ${input}: no more lines are wrong than the floors allow`, () => {
      const worse = Object.entries(measured[half][input]).filter(([kind, wrong]) => !(wrong <= floors[half][input][kind]));
      assert.deepEqual(worse.map(([kind, wrong]) => `${kind}: ${wrong}, ${floors[half][input][kind]} allowed`), []);
    });

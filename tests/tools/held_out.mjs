// Prints what tests/cli/support/held_out.mjs measures. See scripts/held_out.
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';

import {COLUMNS, FLOORS, HALVES, PLACES, count, floorsOf, languages, measure} from '../cli/support/held_out.mjs';

const {values: asked} = parseArgs({options: {wrong: {type: 'boolean'}, record: {type: 'boolean'}, round: {type: 'string'}}});
const names = new Intl.DisplayNames('en', {type: 'language'});
if (asked.round && asked.record) throw new Error('The floors are those of all rounds: --record takes no --round.');
const answers = measure().filter(({round}) => !asked.round || round === Number(asked.round));

const share = ({wrong, all}) => (all === 0 ? '' : `${wrong} of ${all}`);
const heads = Object.keys(COLUMNS).map((column) => (column === 'prose' ? 'prose lost' : `${column} left`));

function printTable(first, rows) {
  console.log(`| ${first} | ${heads.join(' | ')} |\n|---|${heads.map(() => '---:').join('|')}|`);
  for (const [name, chosen] of rows) {
    const cells = Object.keys(COLUMNS).map((column) => share(count(answers, (answer) => answer.column === column && chosen(answer))));
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log();
}

function printLanguages(half) {
  const inputs = Object.keys(PLACES);
  console.log(`| | ${inputs.flatMap((input) => heads.map((head) => `${input}: ${head}`)).join(' | ')} |`);
  console.log(`|---|${inputs.flatMap(() => heads.map(() => '---:')).join('|')}|`);
  for (const language of [...languages, 'all']) {
    const cells = inputs.flatMap((input) => Object.keys(COLUMNS).map((column) => share(count(answers, (answer) =>
      answer.half === half && answer.input === input && answer.column === column && (language === 'all' || answer.language === language)))));
    console.log(`| ${language === 'all' ? '**all**' : names.of(language)} | ${cells.join(' | ')} |`);
  }
  console.log();
}

for (const half of HALVES) {
  const isOf = (answer) => answer.half === half;
  console.log(`${half[0].toUpperCase()}${half.slice(1)} half, by input and place:\n`);
  printTable('', Object.entries(PLACES).flatMap(([input, places]) => [
    ...places.map((place) => [`${input}, ${place}`, (answer) => isOf(answer) && answer.input === input && answer.place === place]),
    [`**${input}**`, (answer) => isOf(answer) && answer.input === input],
  ]));
  console.log(`${half[0].toUpperCase()}${half.slice(1)} half, by language:\n`);
  printLanguages(half);
}

console.log('By kind, wrong of all:\n');
const sources = HALVES.flatMap((half) => Object.keys(PLACES).map((input) => [half, input]));
console.log(`| | ${sources.map((pair) => pair.join(', ')).join(' | ')} |\n|---|${sources.map(() => '---:').join('|')}|`);
for (const kind of Object.values(COLUMNS).flat())
  console.log(`| ${kind} | ${sources.map(([half, input]) => share(count(answers, (answer) => answer.kind === kind && answer.half === half && answer.input === input))).join(' | ')} |`);
for (const input of Object.keys(PLACES))
  console.log(`\nParagraphs lost around the lines, ${input}: ${answers.filter((answer) => answer.input === input).reduce((sum, answer) => sum + answer.around, 0)}`);

if (asked.wrong) {
  const places = new Map();
  for (const answer of answers.filter(({wrong, half}) => wrong && half === 'seen')) {
    const line = `${answer.language} ${answer.kind}\t${answer.text}`;
    places.set(line, [...(places.get(line) ?? []), `${answer.input}${PLACES[answer.input].indexOf(answer.place) + 1}`]);
  }
  console.log();
  for (const [line, where] of places) console.log(`${where.join(' ')}\t${line}`);
}
if (asked.record) writeFileSync(FLOORS, `${JSON.stringify(floorsOf(answers), null, 1)}\n`);

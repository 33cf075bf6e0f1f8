// The lines of tests/held_out, each placed by itself into pages made of its language's own prose, and what stays of them.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

import {ROOT, lectern, parseLines} from './lectern.mjs';

const FOLDER = join(ROOT, 'tests/held_out');
const SITE = 'https://lenning.example';
/** Where a line that must go leads on a page that links it. The other kinds stand in boxes without a link. */
const LEADS_TO = {
  offer: '/subscribe', price: '/subscribe', newsletter: '/newsletter', support: '/donate', member: '/membership',
  follow: 'https://whatsapp.com/channel/0029lenning', related: '/2026/05/another-story',
  app: 'https://play.google.com/store/apps/details?id=example.lenning', podcast: 'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk',
};

/** What a kind of line is counted as. */
export const COLUMNS = {
  prompts: ['offer', 'price', 'benefits', 'newsletter', 'support', 'member', 'gift', 'adblock'],
  promos: ['follow', 'related', 'app', 'push', 'podcast'],
  furniture: ['furniture', 'share', 'survey', 'cookie'],
  prose: ['quote', 'figurative', 'howto', 'business', 'donation', 'service'],
};
export const HALVES = ['seen', 'unseen'];
export const PLACES = {
  html: ['between the paragraphs', 'after the last', 'as sites mark it up'],
  text: ['between the paragraphs', 'after the last'],
};

/** The first line of each round, among those that must go and among those that must stay. */
const FIRST_OF_ROUND = {'+': [1, 13, 25], '-': [1, 7, 11]};
export const ROUNDS = [1, 2, 3];
const roundOf = (sign, number) => FIRST_OF_ROUND[sign].filter((first) => first <= number).length;

export const columnOf = (kind) => Object.keys(COLUMNS).find((column) => COLUMNS[column].includes(kind));

/** Odd lines are seen, even ones unseen: counted from 1 among those that must go and among those that must stay. */
function readLanguage(language) {
  const page = {language, title: '', prose: [], lines: []};
  const count = {'+': 0, '-': 0};
  for (const line of readFileSync(join(FOLDER, `${language}.txt`), 'utf8').trimEnd().split('\n')) {
    const [, sign, rest] = /^(title|[.+-]) (.+)$/.exec(line);
    if (sign === 'title') page.title = rest;
    else if (sign === '.') page.prose.push(rest);
    else {
      const [, kind, text] = /^(\w+) (.+)$/.exec(rest);
      const number = ++count[sign];
      page.lines.push({language, kind, text, half: HALVES[(number + 1) % 2], round: roundOf(sign, number)});
    }
  }
  return page;
}

export const languages = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length)).sort();

const escaped = (text) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A label keeps out of the link that it stands before: "Read also: <a>headline</a>". */
function markedUp({kind, text}) {
  if (!LEADS_TO[kind]) return `<div>${escaped(text)}</div>`;
  const label = kind === 'related' ? /^(?:.{0,40}?(?:[:：】\]]| - )\s*)?/u.exec(text)[0] : '';
  return `<p>${escaped(label)}<a href="${LEADS_TO[kind]}">${escaped(text.slice(label.length))}</a></p>`;
}

function htmlPage({language, title, prose}, blocks) {
  const direction = ['ar', 'he'].includes(language) ? ' dir="rtl"' : '';
  return `<!DOCTYPE html><html lang="${language}"${direction}><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
    `<body><article><h1>${escaped(title)}</h1>\n${blocks.join('\n')}\n</article></body></html>`;
}

/** The pages of one line, by input and place. */
function pagesOf(page, line) {
  const paragraphs = page.prose.map((text) => `<p>${escaped(text)}</p>`);
  const between = (blocks, block) => blocks.toSpliced(3, 0, block);
  const text = (blocks) => [page.title, ...blocks].join('\n\n');
  const bare = `<p>${escaped(line.text)}</p>`;
  return [
    {input: 'html', place: PLACES.html[0], html: htmlPage(page, between(paragraphs, bare))},
    {input: 'html', place: PLACES.html[1], html: htmlPage(page, [...paragraphs, bare])},
    {input: 'html', place: PLACES.html[2], html: htmlPage(page, between(paragraphs, markedUp(line)))},
    {input: 'text', place: PLACES.text[0], text: text(between(page.prose, line.text))},
    {input: 'text', place: PLACES.text[1], text: text([...page.prose, line.text])},
  ];
}

/** Letters and digits alone: spaces, quotation marks and dashes are the writer's. */
const lettersOf = (text) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const EDGE = 12; // letters by which a line's beginning or end is known

/** A line that must go is left when its beginning or its end is; prose is lost when anything of it is. */
function isWrong(line, answer) {
  const words = lettersOf(line.text);
  if (columnOf(line.kind) === 'prose') return !answer.includes(words);
  return answer.includes(words.slice(0, EDGE)) || answer.includes(words.slice(-EDGE));
}

/** One answer a line, input and place: whether it is wrong, and how many paragraphs around it are lost. */
export const measure = () => measurePages(languages.map(readLanguage));

/** The same for other lines, {language, kind, text}, in the pages of their languages. */
export const measurePlaced = (lines) => measurePages(languages.map((language) =>
  ({...readLanguage(language), lines: lines.filter((line) => line.language === language)})));

function measurePages(pages) {
  const asked = pages.flatMap((page) =>
    page.lines.flatMap((line) => pagesOf(page, line).map(({input, place, ...body}) => ({page, line, input, place, body}))));
  const input = asked.map(({body}, id) => JSON.stringify({id, url: `${SITE}/2026/05/story`, ...body})).join('\n');
  const {status, stdout, stderr} = lectern(['batch', '--format', 'text'], {input});
  if (status !== 0) throw new Error(stderr);
  return parseLines(stdout).map(({id, text = ''}) => {
    const {page, line, input: source, place} = asked[id];
    const answer = lettersOf(text);
    return {
      ...line, input: source, place, column: columnOf(line.kind), wrong: isWrong(line, answer),
      around: page.prose.filter((paragraph) => !answer.includes(lettersOf(paragraph))).length,
    };
  });
}

/** How many of the answers that `chosen` takes are wrong, of how many. */
export function count(answers, chosen) {
  const asked = answers.filter(chosen);
  return {wrong: asked.filter((answer) => answer.wrong).length, all: asked.length};
}

export const FLOORS = join(ROOT, 'tests/held_out_floors.json');

/** The most that may be wrong: half -> input -> kind -> answers, and the paragraphs lost around the lines. */
export function floorsOf(answers) {
  return Object.fromEntries(HALVES.map((half) => [half, Object.fromEntries(Object.keys(PLACES).map((input) => {
    const isOf = (answer) => answer.half === half && answer.input === input;
    const kinds = Object.values(COLUMNS).flat().map((kind) => [kind, count(answers, (answer) => isOf(answer) && answer.kind === kind).wrong]);
    return [input, Object.fromEntries([...kinds, ['around', answers.filter(isOf).reduce((sum, answer) => sum + answer.around, 0)]])];
  }))]));
}

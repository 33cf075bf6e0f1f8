// scripts/bench: what is measured, in which order, and how it is told.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {brotliCompressSync, constants} from 'node:zlib';

import {measureInBrowser} from './browser.mjs';
import {median, number, printTable, spread, sum} from './measure.mjs';
import {memoryOverStream, peakMegabytes, stages, wall} from './native.mjs';
import {asLines, longPage, readPages} from './pages.mjs';
import {plotOf} from './plot.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PARTS = ['native', 'node', 'python', 'browser', 'live', 'long', 'size', 'jobs'];
const MOST_LIVE_PAGES = 60; // each is loaded three times in a whole browser
const {values: options} = parseArgs({options: {
  pages: {type: 'string', default: '60'},
  rounds: {type: 'string', default: '5'},
  only: {type: 'string', default: PARTS.join(',')}, // 'stream', 100,000 pages, is asked for by name
  lectern: {type: 'string', default: join(ROOT, 'build/native/lectern')},
  svg: {type: 'string'},
}});
const rounds = Number(options.rounds), wanted = options.only.split(',');
const pages = readPages(ROOT, Number(options.pages));
const bytes = sum(pages.map(({html}) => Buffer.byteLength(html)));
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
const file = join(folder, 'pages.jsonl');
writeFileSync(file, asLines(pages));
const bars = [];
const PEER_NAMES = {'readability+linkedom': 'Readability + linkedom', 'readability+jsdom': 'Readability + jsdom', 'defuddle+linkedom': 'Defuddle + linkedom'};

console.log(`${pages.length} pages, ${number(bytes / 1e6)} MB, median ${number(median(pages.map(({html}) => Buffer.byteLength(html))) / 1e3)} kB; ` +
  `${rounds} rounds; ${cpus()[0].model}, ${cpus().length} processors, Node ${process.version}. Ratios: median (least-most) of the rounds.\n`);

function runEngine(name, ...warmth) {
  const run = spawnSync(process.execPath, ['--max-old-space-size=3000', join(ROOT, 'scripts/bench_tools/engine.mjs'), name, file, ...warmth],
    {encoding: 'utf8', maxBuffer: 1 << 28});
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr.slice(-2000)}`);
  return JSON.parse(run.stdout);
}

function wasmMegabytes(page) {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/bench_tools/heap.mjs'), page], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  return Number(run.stdout);
}

/** Rounds of [ours, peer] milliseconds for each page, as two ratios a round. */
const ratios = (roundsOfPages) => ({
  median: roundsOfPages.map((pairs) => median(pairs.map(([ours, peer]) => peer / ours))),
  total: roundsOfPages.map((pairs) => sum(pairs.map(([, peer]) => peer)) / sum(pairs.map(([ours]) => ours))),
});

const tasks = {
  native() {
    stages(options.lectern, file);
    const runs = Array.from({length: rounds}, () => stages(options.lectern, file));
    console.log('### By stage, native, one core\n');
    const engine = (run) => run.all - run.read;
    printTable(['stage', 'share of the engine, %', 'MB/s'], Object.keys(runs[0]).filter((name) => name !== 'all').map((name) => [
      name, name === 'read' ? '-' : number(median(runs.map((run) => run[name] / engine(run) * 100))), number(bytes / 1e3 / median(runs.map((run) => run[name])))]));
    printTable(['measure', 'asked', 'measured'], [
      ['whole pipeline, MB/s (median, best)', '150', `${number(bytes / 1e3 / median(runs.map(engine)))}, ${number(bytes / 1e3 / Math.min(...runs.map(engine)))}`],
      ['whole pipeline against the parse alone', 'at most 2.0', spread(runs.map((run) => engine(run) / run.parse))]]);
  },
  node() {
    const peers = {'readability+linkedom': 12, 'readability+jsdom': 60, 'defuddle+linkedom': 15};
    const found = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
    const against = [], warm = [];
    for (let round = 0; round < rounds; ++round) {
      const ours = runEngine('lectern');
      for (const name of Object.keys(peers)) {
        // The slow ones are not slower by chance: two rounds tell as much as five.
        if (round >= 2 && name.endsWith('jsdom')) continue;
        found[name].push(runEngine(name).map((peer, i) => [ours[i], peer]));
      }
      const native = stages(options.lectern, file);
      against.push(sum(ours) / (native.all - native.read));
      warm.push(sum(runEngine('lectern', 'warm')) / (native.all - native.read));
    }
    console.log('### Node: string in, clean HTML out, WebAssembly against JavaScript\n');
    printTable(['against', 'asked', 'median page', 'all pages'], Object.entries(peers).map(([name, asked]) => {
      const {median: ofPages, total} = ratios(found[name]);
      bars.push({name: `Node: ${PEER_NAMES[name]}`, value: median(ofPages), asked});
      return [PEER_NAMES[name], `${asked} times`, spread(ofPages), spread(total)];
    }));
    printTable(['measure', 'asked', 'measured'], [
      ['WebAssembly in Node against native, a new process after 8 pages', 'at most 1.7', spread(against)],
      ['the same, after all pages have been read once', 'at most 1.7', spread(warm)]]);
  },
  python() {
    const python = '/usr/bin/python3';
    if (spawnSync(python, ['-c', 'import readability']).status !== 0) return console.log('Debian\'s python3-readability is not installed: not measured\n');
    const found = [];
    for (let round = 0; round < Math.min(rounds, 3); ++round) {
      const run = spawnSync(python, [join(ROOT, 'scripts/bench_tools/python_readability.py'), file], {encoding: 'utf8', maxBuffer: 1 << 26});
      if (run.status !== 0) throw new Error(run.stderr);
      const native = stages(options.lectern, file);
      found.push(sum(JSON.parse(run.stdout)) / (native.all - native.read));
    }
    bars.push({name: 'native: python3-readability', value: median(found)});
    console.log('### Native against Python\n');
    printTable(['native against', 'all pages'], [['python3-readability', spread(found)]]);
  },
  async browser() {
    const {perPage, cold} = await measureInBrowser(ROOT, pages, rounds);
    const {median: ofPages, total} = ratios(perPage);
    bars.push({name: 'Chromium: clone + Readability', value: median(ofPages), asked: 7});
    console.log('### Headless Chromium: string in, clean HTML out\n');
    const of = (what) => cold.filter((start) => start.what === what).map(({ms}) => ms);
    printTable(['measure', 'asked', 'measured'], [
      ['DOMParser + clone + Readability against WebAssembly, median page', '7 times', spread(ofPages)],
      ['the same, all pages', '5 times', spread(total)],
      ['cold start to the first page, WebAssembly against Readability', 'at most 1', spread(of('lectern').map((ms, i) => ms / of('readability')[i]))],
      ['cold start, ms: WebAssembly; Readability', '', `${spread(of('lectern'))}; ${spread(of('readability'))}`]]);
  },
  live() {
    console.log('### Live tab in Chromium: click to clean HTML, click to text\n');
    const results = join(folder, 'openings.json');
    const count = String(Math.min(pages.length, MOST_LIVE_PAGES));
    const run = spawnSync(join(ROOT, 'scripts/measure_opening'), [count, '--results', results], {stdio: ['ignore', 'inherit', 'inherit']});
    if (run.status !== 0) throw new Error(`scripts/measure_opening ended with ${run.status}`);
    console.log();
    const {ratios: ofPages} = JSON.parse(readFileSync(results, 'utf8'));
    if (ofPages.length > 0) bars.push({name: 'live tab: clone + Readability', value: median(ofPages), asked: 2});
  },
  long() {
    const rows = [];
    const names = Object.fromEntries([1, 5, 20].map((megabytes) => {
      const name = join(folder, `${megabytes}.jsonl`);
      writeFileSync(name, asLines([{key: 'long', url: '', html: longPage(pages, megabytes * 1e6)}]));
      return [megabytes, name];
    }));
    const runs = Array.from({length: rounds}, () => Object.fromEntries(Object.entries(names).map(([size, name]) => {
      const run = stages(options.lectern, name);
      return [size, run.all - run.read];
    })));
    rows.push(['20 MB against 5 MB, time', 'at most 4.4', spread(runs.map((run) => run[20] / run[5]))]);
    rows.push(['5 MB against 1 MB, time', '', spread(runs.map((run) => run[5] / run[1]))]);
    const html = join(folder, '5.html');
    writeFileSync(html, longPage(pages, 5e6));
    rows.push(['peak memory, native, 5 MB page, MB', '60', number(peakMegabytes(options.lectern, ['extract', html]))]);
    if (existsSync(join(ROOT, 'build/wasm/lectern.wasm'))) rows.push(['WebAssembly memory, 5 MB page, MB', '64', number(wasmMegabytes(html))]);
    console.log('### Long pages\n');
    printTable(['measure', 'asked', 'measured'], rows);
  },
  size() {
    const wasm = join(ROOT, 'build/wasm/lectern.wasm');
    if (!existsSync(wasm)) return;
    const packed = (path) => brotliCompressSync(readFileSync(path), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length / 1e3;
    const folder = join(ROOT, 'build/wasm/phrases');
    const languages = readdirSync(folder).map((name) => packed(join(folder, name))), engine = packed(wasm);
    console.log('### Size\n');
    printTable(['measure, brotli', 'asked', 'measured, kB'], [
      ['`lectern.wasm`, with English', '', number(engine)],
      ['what writes the other formats', '', number(packed(join(ROOT, 'build/wasm/formats.wasm')))],
      ['the model of plain text', '', number(packed(join(ROOT, 'build/wasm/text.model')))],
      ['the phrases of another language', '', `${number(median(languages))} (${number(Math.min(...languages))}-${number(Math.max(...languages))})`],
      ['what a page in such a language loads', '220', number(engine + median(languages))],
      ['all languages', '220', number(engine + sum(languages))],
    ]);
  },
  jobs() {
    const many = join(folder, 'many.jsonl');
    writeFileSync(many, asLines(pages).repeat(Math.max(1, Math.round(3e7 / bytes))));
    const found = Array.from({length: rounds}, (_, round) => {
      const [first, second] = round % 2 ? [2, 1] : [1, 2];
      const times = {[first]: wall(options.lectern, many, first), [second]: wall(options.lectern, many, second)};
      return times[1] / times[2];
    });
    console.log('### Two jobs\n');
    printTable(['measure', 'asked', 'measured'], [['`batch --jobs 2` against one job', '1.8 times', spread(found)]]);
  },
  async stream() {
    const lines = asLines(pages.filter(({html}) => html.length < 60_000)).trimEnd().split('\n').map((line) => line + '\n');
    const samples = await memoryOverStream(options.lectern, lines, 100_000);
    printTable(['memory of `batch` over 100,000 pages, MB', ...samples.map((_, i) => `${(i + 1) * 10},000`)], [['held', ...samples.map((held) => number(held))]]);
  },
};

for (const name of wanted) {
  if (!tasks[name]) throw new Error(`there is no measure "${name}"; there are: ${Object.keys(tasks).join(', ')}`);
  await tasks[name]();
}
if (options.svg && bars.length > 0) writeFileSync(options.svg, plotOf('How many times faster Lectern is', `median of ${pages.length} pages; logarithmic; a red line is what was asked`, bars));

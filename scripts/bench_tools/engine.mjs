// One extractor over all pages, in a process of its own: node engine.mjs NAME PAGES.jsonl [warm]. Prints the
// milliseconds of each page: a string in, clean HTML out. The first pages run once before, unmeasured;
// with `warm` all of them do.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';

import {load} from '../fidelity_tools/packages.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WARM_UP_PAGES = 8;
const tools = createRequire(`${ROOT}scripts/fidelity_tools/package.json`);

const ENGINES = {
  async lectern() {
    const {loadReader} = await import(`${ROOT}build/wasm/index.mjs`);
    const reader = await loadReader();
    return ({html, url}) => reader.extract(html, {url}).html;
  },
  async 'readability+linkedom'() {
    const [{parseHTML}, {Readability}] = [await load('linkedom'), tools('@mozilla/readability')];
    return ({html}) => new Readability(parseHTML(html).document).parse()?.content;
  },
  async 'readability+jsdom'() {
    const [{JSDOM, VirtualConsole}, {Readability}] = [tools('jsdom'), tools('@mozilla/readability')];
    return ({html, url}) => {
      const dom = new JSDOM(html, {url: url || undefined, virtualConsole: new VirtualConsole()});
      const content = new Readability(dom.window.document).parse()?.content;
      dom.window.close();
      return content;
    };
  },
  async 'defuddle+linkedom'() {
    const [{parseHTML}, {Defuddle}] = [await load('linkedom'), await load('defuddle/node')];
    return async ({html, url}) => (await Defuddle(parseHTML(html).document, url, {useAsync: false}))?.content;
  },
};

const [name, file, warmth] = process.argv.slice(2);
const pages = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const extract = await ENGINES[name]();
console.log = console.warn = console.error = () => {}; // some of them talk
// The processor's time of this thread, where Node tells it: the machine may be busy with other things.
const now = process.threadCpuUsage
  ? () => { const {user, system} = process.threadCpuUsage(); return (user + system) / 1e3; }
  : () => performance.now();
const run = async (page) => {
  const start = now();
  try {
    await extract(page);
  } catch {
    // no article, or more than it can do: the time counts all the same
  }
  return now() - start;
};
for (const page of warmth === 'warm' ? pages : pages.slice(0, WARM_UP_PAGES)) await run(page);
const times = [];
for (const page of pages) times.push(await run(page));
process.stdout.write(JSON.stringify(times));
process.exit(0);

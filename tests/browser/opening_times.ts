// How long the text takes to be on screen after the click, and where that time goes, on real pages of the corpus:
// scripts/measure_opening. Not a story; it asserts nothing. A page asks nobody for anything: names of other machines
// are not looked up. Each page is loaded several times and the reader opened twice: the first time brings script and
// typeface into the page. Of each the quickest counts, because others use the machine, too. Where Readability is
// installed (scripts/bench installs it), it takes its turn on the same pages: on a copy of the page, as it has to be.
//   opening_times [COUNT] [--long] [--asleep] [--results FILE]      --long: the longest articles; --asleep: the browser has stopped the background meanwhile

import {readdir, readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {launchChromium} from "./support/chromium";
import {copyExtension, withFault} from "./support/extension_copy";
import {servePages} from "./support/server";
import {closeReader, sleep, until, type ReaderPage} from "./support/session";

const kCorpus = "build/corpus";
const kDatasets = ["aed", "fundus", "wcxb-dev-article", "defuddle"];
const kDefaultPages = 100;
const kLoads = 3;
/** People look at a page before they press a button; by then its own scripts have run. */
const kSettleMilliseconds = 800;
const kMeasured = "build/extension-measured";
const kReadability = "scripts/fidelity_tools/node_modules/@mozilla/readability/Readability.js";
/** Answers with the marks of the background, as milliseconds since 1970. */
const kAnswerMarks = `chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.name !== "test.stages") return;
  reply(Object.fromEntries(performance.getEntriesByType("mark").map(({name, startTime}) => [name, performance.timeOrigin + startTime])));
  performance.clearMarks();
});`;

/** What happens, in order: each takes from the one before it to the mark that it is named by. */
const kStages = [
  ["button", "the browser tells the background"], ["script", "the script starts in the page"], ["captured", "capture"], ["asked", "message to the engine"],
  ["answered", "engine"], ["received", "answer to the page"], ["dressed", "waiting for the typeface"], ["built", "building the view"], ["shown", "layout and paint"],
] as const;

type Marks = Record<string, number>;

/** What the page notes about its own frames, and the view's first one. */
interface Clock {
  shown: number;
  longest: number;
}

interface Opening {
  marks: Marks;
  longest: number;
}

async function openOnce(page: ReaderPage, own: ReaderPage): Promise<Opening | null> {
  await page.inPage(() => {
    const clock: Clock = {shown: 0, longest: 0};
    (globalThis as unknown as {clock: Clock}).clock = clock;
    performance.clearMarks();
    let last = performance.now();
    const tick = (now: number): void => {
      clock.longest = Math.max(clock.longest, now - last);
      last = now;
      if (!clock.shown) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    // The host comes with its text in it; the frame after it is on screen.
    const seen = new MutationObserver(() => {
      if (!document.querySelector("lectern-reader")) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => (clock.shown ||= Date.now()), 0));
    });
    seen.observe(document.documentElement, {childList: true});
  });
  await own.inPage(() => chrome.runtime.sendMessage({name: "test.stages"}));
  if (isAsleep) await session.stopBackground();
  const clicked = Date.now();
  await page.pressButton();
  const result = await until("the view", () => page.inPage(() => {
    const {clock} = globalThis as unknown as {clock: Clock};
    if (!clock.shown) return null;
    const marks = performance.getEntriesByType("mark").filter(({name}) => name.startsWith("lectern ")).map(({name, startTime}) => [name, performance.timeOrigin + startTime] as const);
    return {longest: clock.longest, marks: {...Object.fromEntries(marks), "lectern shown": clock.shown} as Marks};
  })).catch(() => null);
  if (!result) return null;
  const background = (await own.inPage(() => chrome.runtime.sendMessage({name: "test.stages"}))) as Marks;
  await closeReader(page);
  return {longest: result.longest, marks: {clicked, ...background, ...result.marks}};
}

/** Milliseconds that Readability takes for clean HTML in the page: the script is new to it, as ours is. */
async function readOnce(page: ReaderPage): Promise<number> {
  // As text: a page's policy may forbid it to make code of text, and does not bind the driver.
  const script = `(() => {
    const start = performance.now();
    ${readability}
    try { new Readability(document.cloneNode(true)).parse()?.content; } catch { /* no article */ }
    return performance.now() - start;
  })()`;
  return (await page.inPage(script as never)) as number;
}

/** How many times as long: what every extension waits for before its script runs is in both. */
function againstReadability({marks}: Opening, reading: number): number {
  const started = marks["lectern script"]! - marks["clicked"]!;
  return (started + reading) / (marks["lectern received"]! - marks["clicked"]!);
}

/** What openings took, altogether and by stage. */
class Openings {
  private readonly rows = new Map<string, number[]>();

  add({marks, longest}: Opening): void {
    this.put("click to text on screen", took({marks}));
    let last = marks["clicked"]!;
    for (const [stage, name] of kStages) {
      const at = marks[`lectern ${stage}`] ?? last;
      this.put(name, Math.max(0, at - last));
      last = at;
    }
    this.put("longest time between two frames of the page", longest);
  }

  get names(): string[] {
    return [...this.rows.keys()];
  }

  /** The value below which a share of the openings stays. */
  part(name: string, share: number): string {
    const sorted = [...(this.rows.get(name) ?? [])].sort((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  }

  private put(name: string, value: number): void {
    this.rows.set(name, [...(this.rows.get(name) ?? []), value]);
  }
}

const took = ({marks}: Pick<Opening, "marks">): number => marks["lectern shown"]! - marks["clicked"]!;
const first = new Openings();
const again = new Openings();
const {values: options, positionals} = parseArgs({allowPositionals: true, options: {asleep: {type: "boolean", default: false}, long: {type: "boolean", default: false}, results: {type: "string"}}});
const isAsleep = options.asleep;
const count = Number(positionals[0] ?? kDefaultPages);
const readability = await readFile(kReadability, "utf8").catch(() => null);
const ratios: number[] = [];
const folder = await copyExtension(kMeasured, [withFault(kAnswerMarks)]);
const session = await launchChromium(folder, {flags: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]});
const own = await session.openOwnPage("settings.html");
const sizes: number[] = [];
const failed: string[] = [];

const names: string[] = [];
for (const dataset of kDatasets) {
  const folders = (await readdir(join(kCorpus, dataset)).catch(() => [])).map((name) => join(kCorpus, dataset, name));
  const lengths = options.long ? await Promise.all(folders.map((folder) => stat(join(folder, "truth.txt")).then(({size}) => size, () => 0))) : [];
  const order = folders.map((_, index) => index).sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0));
  const all = order.map((index) => join(folders[index]!, "page.html"));
  const share = Math.ceil(count / kDatasets.length);
  const step = options.long ? 1 : Math.max(1, Math.floor(all.length / share));
  names.push(...all.filter((_, index) => index % step === 0).slice(0, share));
}

for (const name of names.slice(0, count)) {
  const body = await readFile(name).catch(() => null);
  if (!body) continue;
  const server = await servePages({"/": {body}});
  const least: (Opening | null)[] = [null, null];
  let reading = Infinity;
  for (let load = 0; load < kLoads; ++load) {
    const page = await session.open(`${server.origin}/`).catch(() => null);
    await sleep(kSettleMilliseconds);
    const read = async (): Promise<void> => {
      if (page && readability) reading = Math.min(reading, await readOnce(page).catch(() => Infinity));
    };
    if (load % 2 === 0) await read();
    for (const time of [0, 1]) {
      const result = page && (await openOnce(page, own).catch(() => null));
      const best = least[time];
      if (result && (!best || took(result) < took(best))) least[time] = result;
    }
    if (load % 2 === 1) await read();
    await page?.close();
  }
  if (least[0] && Number.isFinite(reading)) ratios.push(againstReadability(least[0], reading));
  if (least[0] && least[1]) {
    first.add(least[0]);
    again.add(least[1]);
    sizes.push(body.length);
  } else {
    failed.push(name);
  }
  await server.close();
}
await session.close();

const middle = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
console.log(`${sizes.length} pages opened, ${failed.length} not; median page ${Math.round(middle / 1000)} kB; the quickest of ${kLoads} loads each; load ${(await readFile("/proc/loadavg", "utf8")).split(" ")[0]}`);
console.log("\n| ms | first: median | 95 of 100 | again: median | 95 of 100 |\n|---|---|---|---|---|");
for (const name of first.names) console.log(`| ${name} | ${[first, again].flatMap((openings) => [0.5, 0.95].map((share) => openings.part(name, share))).join(" | ")} |`);
const ratio = [...ratios].sort((a, b) => a - b);
const quantile = (share: number): string => (ratio[Math.floor((ratio.length - 1) * share)] ?? 0).toFixed(2);
if (ratio.length > 0) console.log(`\n| measure | asked | measured: median (quarters) |\n|---|---|---|\n| click to clean HTML, a copy of the page and Readability against the reader | 2 times | ${quantile(0.5)} (${quantile(0.25)}-${quantile(0.75)}) |`);
if (options.results) await writeFile(options.results, JSON.stringify({ratios}));
if (failed.length > 0) console.log(`\nnot opened: ${failed.join(", ")}`);
process.exit(0);

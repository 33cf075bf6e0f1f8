// How long the text takes to be on screen after the click, and where that time goes, on real pages of the corpus:
// scripts/measure_opening. Not a story; it asserts nothing. A page asks nobody for anything: names of other machines
// are not looked up. Each page is opened several times and the quickest counts, because others use the machine, too.

import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {launchChromium} from "./support/chromium";
import {copyExtension, withFault} from "./support/extension_copy";
import {servePages} from "./support/server";
import {closeReader, sleep, until, type ReaderPage} from "./support/session";

const kCorpus = "build/corpus";
const kDatasets = ["aed", "fundus", "wcxb-dev-article", "defuddle"];
const kDefaultPages = 100;
const kRuns = 4;
const kMeasured = "build/extension-measured";
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

async function openOnce(page: ReaderPage, own: ReaderPage): Promise<{marks: Marks; longest: number} | null> {
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

const count = Number(process.argv[2] ?? kDefaultPages);
const folder = await copyExtension(kMeasured, [withFault(kAnswerMarks)]);
const session = await launchChromium(folder, {flags: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]});
const own = await session.openOwnPage("settings.html");
const times: number[] = [];
const firstTimes: number[] = [];
const gaps: number[] = [];
const sizes: number[] = [];
const spent = new Map<string, number[]>(kStages.map(([name]) => [name, []]));
const failed: string[] = [];

const names: string[] = [];
for (const dataset of kDatasets) {
  const all = (await readdir(join(kCorpus, dataset)).catch(() => [])).map((name) => join(kCorpus, dataset, name, "page.html"));
  const share = Math.ceil(count / kDatasets.length);
  const step = Math.max(1, Math.floor(all.length / share));
  names.push(...all.filter((_, index) => index % step === 0).slice(0, share));
}

for (const name of names.slice(0, count)) {
  const body = await readFile(name).catch(() => null);
  if (!body) continue;
  const server = await servePages({"/": {body}});
  const page = await session.open(`${server.origin}/`).catch(() => null);
  let best: {marks: Marks; longest: number} | null = null;
  const took = ({marks}: {marks: Marks}): number => marks["lectern shown"]! - marks["clicked"]!;
  await sleep(200);
  for (let run = 0; page && run < kRuns; ++run) {
    const result = await openOnce(page, own).catch(() => null);
    if (result && run === 0) firstTimes.push(took(result));
    if (result && (!best || took(result) < took(best))) best = result;
  }
  if (best) {
    times.push(took(best));
    gaps.push(best.longest);
    sizes.push(body.length);
    let last = best.marks["clicked"]!;
    for (const [stage] of kStages) {
      const at = best.marks[`lectern ${stage}`] ?? last;
      spent.get(stage)?.push(Math.max(0, at - last));
      last = at;
    }
  } else {
    failed.push(name);
  }
  await page?.close();
  await server.close();
}
await session.close();

function part(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
const row = (name: string, values: readonly number[]): string => `| ${name} | ${part(values, 0.5)} | ${part(values, 0.95)} |`;
console.log(`${times.length} pages opened, ${failed.length} not; median page ${part(sizes.map((size) => size / 1000), 0.5)} kB; the quickest of ${kRuns} runs each; load ${(await readFile("/proc/loadavg", "utf8")).split(" ")[0]}`);
console.log("\n| ms | median | 95 of 100 |\n|---|---|---|");
console.log(row("click to text on screen", times));
console.log(row("the first of those openings, which brings script and typeface, too", firstTimes));
for (const [stage, name] of kStages) console.log(row(name, spent.get(stage) ?? []));
console.log(row("longest time between two frames of the page", gaps));
if (failed.length > 0) console.log(`\nnot opened: ${failed.join(", ")}`);
process.exit(0);

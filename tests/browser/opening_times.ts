// How long the text takes to be on screen after the click, on real pages of the corpus: scripts/measure_opening.
// Not a story; it asserts nothing. A page asks nobody for anything: names of other machines are not looked up.

import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {launchChromium} from "./support/chromium";
import {servePages} from "./support/server";
import {closeReader, sleep, until} from "./support/session";
import {kExtensionFolder} from "./support/stories";

const kCorpus = "build/corpus";
const kDatasets = ["aed", "fundus", "wcxb-dev-article"];
const kDefaultPages = 30;
const kWarmUp = 2;

/** What the page notes about its own frames, and the view's first one. */
interface Clock {
  shown: number;
  longest: number;
}

const count = Number(process.argv[2] ?? kDefaultPages);
const session = await launchChromium(kExtensionFolder, {flags: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]});
const times: number[] = [];
const gaps: number[] = [];
let failed = 0;
for (const dataset of kDatasets) {
  const names = await readdir(join(kCorpus, dataset)).catch(() => []);
  const share = Math.ceil(count / kDatasets.length);
  const step = Math.max(1, Math.floor(names.length / share));
  for (const name of names.filter((_, index) => index % step === 0).slice(0, share)) {
    const server = await servePages({"/": {body: await readFile(join(kCorpus, dataset, name, "page.html"))}});
    const page = await session.open(`${server.origin}/`).catch(() => null);
    if (!page) {
      ++failed;
      await server.close();
      continue;
    }
    await sleep(300);
    await page.inPage(() => {
      const clock: Clock = {shown: 0, longest: 0};
      (globalThis as unknown as {clock: Clock}).clock = clock;
      let last = performance.now();
      const tick = (now: number): void => {
        clock.longest = Math.max(clock.longest, now - last);
        last = now;
        if (!clock.shown) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      // The host comes with its text in it; the frame after it is on screen.
      new MutationObserver(() => {
        if (document.querySelector("lectern-reader")) requestAnimationFrame(() => setTimeout(() => (clock.shown ||= Date.now()), 0));
      }).observe(document.documentElement, {childList: true});
    });
    const clicked = Date.now();
    await page.pressButton();
    const clock = await until("the view", () => page.inPage(() => {
      const {clock: now} = globalThis as unknown as {clock: Clock};
      return now.shown ? now : null;
    })).catch(() => null);
    if (clock) {
      times.push(clock.shown - clicked);
      gaps.push(clock.longest);
      await closeReader(page).catch(() => undefined);
    } else {
      ++failed;
    }
    await page.close();
    await server.close();
  }
}
await session.close();

const sorted = (values: number[]): number[] => values.slice(kWarmUp).sort((a, b) => a - b);
const part = (values: number[], share: number): number => Math.round(sorted(values)[Math.floor((values.length - kWarmUp - 1) * share)] ?? 0);
console.log(`${times.length} pages opened, ${failed} not; load ${(await readFile("/proc/loadavg", "utf8")).split(" ")[0]}`);
console.log(`from the click to the text on screen, ms: median ${part(times, 0.5)}, nine of ten ${part(times, 0.9)}, longest ${part(times, 1)}`);
console.log(`longest time between two frames of the page meanwhile, ms: median ${part(gaps, 0.5)}, nine of ten ${part(gaps, 0.9)}`);
process.exit(0);

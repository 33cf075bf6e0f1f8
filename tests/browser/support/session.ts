// One interface over both browsers: open a page, press the real toolbar button, look into the closed view.

import {readdir, readFile, rm, stat} from "node:fs/promises";
import {join} from "node:path";

export interface Session {
  readonly name: "chromium" | "firefox";
  /** Where files that pages save arrive. */
  readonly downloads: string;
  open(url: string): Promise<ReaderPage>;
  close(): Promise<void>;
}

/** A function that runs in the page with the view's dialog; it must not use anything from outside. */
export type InView<Result, Argument> = (dialog: HTMLElement, argument: Argument) => Result;

export interface ReaderPage {
  /** Presses the extension's button in the browser's toolbar. */
  pressButton(): Promise<void>;
  /** Runs `look` in the page on the dialog of the view; null when no view is there. */
  inView<Result, Argument = undefined>(look: InView<Result, Argument>, argument?: Argument): Promise<Result | null>;
  /** Runs a function in the page itself. */
  inPage<Result, Argument = undefined>(look: (argument: Argument) => Result | Promise<Result>, argument?: Argument): Promise<Result>;
  press(key: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  darkMode(isDark: boolean): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const kPatienceMilliseconds = 20_000;

/** Asks again until the answer is true-ish, and gives it; fails with what was awaited. */
export async function until<Result>(what: string, ask: () => Promise<Result>): Promise<NonNullable<Result>> {
  const end = Date.now() + kPatienceMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Result>;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(30);
  }
}

/** The content of the next file that arrives in a folder with this ending. */
export async function savedFile(folder: string, ending: string): Promise<Buffer> {
  const name = await until(`a file that ends with ${ending}`, async () => (await readdir(folder)).find((candidate) => candidate.endsWith(ending)));
  const path = join(folder, name);
  await until("all of it", async () => (await stat(path)).size > 0);
  const content = await readFile(path);
  await rm(path);
  return content;
}

/** Presses the button and waits for the view to show an article or a message. */
export async function openReader(page: ReaderPage): Promise<void> {
  await page.pressButton();
  await until("the view", () => page.inView((dialog) => dialog.querySelector("h1") !== null));
}

/** Presses the button and waits for the view to be gone. */
export async function closeReader(page: ReaderPage): Promise<void> {
  await page.pressButton();
  await waitUntilClosed(page);
}

export async function waitUntilClosed(page: ReaderPage): Promise<void> {
  await until("the view to close", async () => (await page.inView(() => true)) === null);
}

/** The article's text as the reader sees it. */
export async function articleText(page: ReaderPage): Promise<string> {
  return (await page.inView((dialog) => dialog.querySelector<HTMLElement>(".article, .failure")?.innerText ?? "")) ?? "";
}

/** Clicks the first element of the view that matches; fails when there is none. */
export async function clickInView(page: ReaderPage, selector: string): Promise<void> {
  const isFound = await page.inView((dialog, wanted: string) => {
    const element = dialog.querySelector<HTMLElement>(wanted);
    element?.click();
    return element !== null;
  }, selector);
  if (!isFound) throw new Error(`the view has no ${selector}`);
}

// One interface over both browsers: open a page, press the real toolbar button, look into the closed view.

import {readdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";

/** What a browser is started with besides the extension. */
export interface LaunchOptions {
  /** All its traffic goes through a proxy on this port. */
  proxyPort?: number;
  /** Chromium's command line. */
  flags?: readonly string[];
  /** Firefox' preferences. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface Session {
  readonly name: "chromium" | "firefox";
  /** Where files that pages save arrive. */
  readonly downloads: string;
  open(url: string): Promise<ReaderPage>;
  /** A page that is open already, at an address. */
  findPage(url: string): Promise<ReaderPage | null>;
  /** The address of a file of the extension. */
  ownAddress(name: string): Promise<string>;
  /** Opens a page of the extension, such as its settings. */
  openOwnPage(name: string): Promise<ReaderPage>;
  /** Chooses an entry of the extension's context menus on a page, which must be the selected tab; `details` as the browser gives them. */
  chooseMenu(entry: string, url: string, details?: Record<string, string>): Promise<void>;
  /** Presses a shortcut of the extension on the selected page, as a keyboard does: the browser's window gets the keys first. */
  pressShortcut(page: ReaderPage, keys: string): Promise<void>;
  /** Ends the background as the browser does when nothing happens there. */
  stopBackground(): Promise<void>;
  /** Loads the extension anew, as an update does. */
  reloadExtension(): Promise<void>;
  /** Gives the extension a pattern of sites, or takes it away, as the reader does on the browser's page for extensions. */
  grantSite(pattern: string): Promise<void>;
  revokeSite(pattern: string): Promise<void>;
  /** Puts a share sheet where the system has none, before the view is opened; gives what was last shared. */
  shareSheet(page: ReaderPage): Promise<() => Promise<Shared | null>>;
  close(): Promise<void>;
}

export interface Shared {
  title: string;
  url: string;
}

/** A function that runs in the page with the view's dialog; it must not use anything from outside. */
export type InView<Result, Argument> = (dialog: HTMLElement, argument: Argument) => Result;

export interface ReaderPage {
  url(): string;
  /** Presses the extension's button in the browser's toolbar. */
  pressButton(): Promise<void>;
  /** Runs `look` in the page on the dialog of the view; null when no view is there. */
  inView<Result, Argument = undefined>(look: InView<Result, Argument>, argument?: Argument): Promise<Result | null>;
  /** Runs a function in the page itself. */
  inPage<Result, Argument = undefined>(look: (argument: Argument) => Result | Promise<Result>, argument?: Argument): Promise<Result>;
  /** A key by its name, with "Control+" or "Shift+" before it where it is held down. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks with the mouse at a place of the window, `times` in a row. */
  click(x: number, y: number, times?: number): Promise<void>;
  /** Taps with a finger at a place of the window. */
  tap(x: number, y: number): Promise<void>;
  /** Moves a finger over the screen from one place of the window to another. */
  swipe(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
  /** Moves the mouse to a place of the window. */
  move(x: number, y: number): Promise<void>;
  /** The size of the window; with `isTouch` that of a device with a touch screen. */
  resize(width: number, height: number, isTouch?: boolean): Promise<void>;
  /** Sets media features such as "prefers-reduced-motion"; an empty value sets one back. "media": "print" is for Chromium alone. */
  emulate(features: Record<string, string>): Promise<void>;
  /** Runs a script's text in the world of the extension's own scripts in this page. */
  inReader(script: string): Promise<void>;
  /** Runs a script's text in the page, past its policy. */
  evaluate(script: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** What is on screen, as a PNG. */
  picture(): Promise<Buffer>;
  reload(): Promise<void>;
  /** Prints the page into a PDF, as the browser's own printing would. */
  print(): Promise<Buffer>;
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
  return until(`a file that ends with ${ending}`, async () => {
    const name = (await readdir(folder)).find((candidate) => candidate.endsWith(ending));
    if (!name) return null;
    try {
      const content = await readFile(join(folder, name));
      if (content.length === 0) return null;
      await rm(join(folder, name));
      return content;
    } catch (error) {
      // Firefox writes under another name with the same ending, and moves the file when all of it is there.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  });
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

/** Where an element of the view can be clicked; a word where it cannot be yet. */
function placeToClick(dialog: HTMLElement, wanted: string): {x: number; y: number} | string {
  const root = dialog.getRootNode() as ShadowRoot;
  const element = dialog.querySelector<HTMLElement>(wanted);
  if (!element) return "is not there";
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return "does not show";
  if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) element.scrollIntoView({block: "center", behavior: "instant"});
  const {left, top, width, height} = element.getBoundingClientRect();
  const x = left + width / 2;
  const y = top + Math.min(height / 2, innerHeight / 2);
  const hit = root.elementFromPoint(x, y);
  const isHit = hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element));
  return isHit ? {x, y} : `is covered by ${hit?.className ?? "nothing"}`;
}

/** The place of the first element of the view that matches, as soon as it can be clicked. */
export async function placeInView(page: ReaderPage, selector: string): Promise<{x: number; y: number}> {
  let last: unknown = "";
  return until(`${selector} to be clickable`, async () => {
    const answer = await page.inView(placeToClick, selector);
    last = answer;
    return typeof answer === "object" ? answer : null;
  }).catch((error: Error) => {
    throw new Error(`${error.message}: it ${String(last)}`);
  });
}

/** Clicks the first element of the view that matches with the mouse, as soon as it can be clicked. */
export async function clickInView(page: ReaderPage, selector: string): Promise<void> {
  const {x, y} = await placeInView(page, selector);
  await page.click(x, y);
}

/** The same with a finger. */
export async function tapInView(page: ReaderPage, selector: string): Promise<void> {
  const {x, y} = await placeInView(page, selector);
  await page.tap(x, y);
}

/** Clicks the first element of the page itself that matches, with the mouse. */
export async function clickInPage(page: ReaderPage, selector: string): Promise<void> {
  const place = await until(`${selector} on the page`, () =>
    page.inPage((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.scrollIntoView({block: "center", behavior: "instant"});
      const box = element?.getBoundingClientRect();
      return box && box.width > 0 ? {x: box.left + box.width / 2, y: box.top + box.height / 2} : null;
    }, selector),
  );
  await page.click(place.x, place.y);
}

/** Selects words of the article with the mouse's help and lets go of the button. */
export async function selectInView(page: ReaderPage, words: string): Promise<void> {
  await page.inView((dialog, wanted: string) => {
    const walker = document.createTreeWalker(dialog.querySelector(".article")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({block: "center", behavior: "instant"});
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      dialog.querySelector(".article")!.dispatchEvent(new PointerEvent("pointerup", {bubbles: true}));
      return;
    }
    throw new Error(`the article has no "${wanted}"`);
  }, words);
}

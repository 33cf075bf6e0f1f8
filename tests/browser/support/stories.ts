// Runs the same story in every browser that is asked for; one browser serves a whole story.

import {after, before, describe} from "node:test";
import {rm} from "node:fs/promises";
import {resolve} from "node:path";
import {launchChromium} from "./chromium";
import {copyExtension, type Change} from "./extension_copy";
import {launchFirefox} from "./firefox";
import type {LaunchOptions, ReaderPage, Session} from "./session";

const kBrowsers = (process.env["LECTERN_BROWSERS"] ?? "chromium,firefox").split(",");
export const kExtensionFolder = resolve(process.env["LECTERN_EXTENSION"] ?? "build/extension");

/** A browser that does not start is started once more: on a busy machine it gives up early. */
async function launch(name: string, folder: string, options: LaunchOptions): Promise<Session> {
  const start = name === "firefox" ? launchFirefox : launchChromium;
  try {
    return await start(folder, options);
  } catch {
    return start(folder, options);
  }
}

export interface StoryOptions {
  /** What is different about the extension. */
  changes?: readonly Change[];
  /** How the browser is started; asked when the story begins. */
  options?: () => LaunchOptions;
}

export function inEveryBrowser(story: string, tests: (session: () => Session) => void, {changes = [], options = () => ({})}: StoryOptions = {}): void {
  for (const name of kBrowsers) {
    describe(`${story} (${name})`, () => {
      let session: Session | undefined;
      let copy: string | undefined;
      before(async () => {
        copy = changes.length > 0 ? await copyExtension(kExtensionFolder, changes) : undefined;
        session = await launch(name, copy ?? kExtensionFolder, options());
      });
      after(async () => {
        await session?.close();
        if (copy) await rm(copy, {recursive: true, force: true});
      });
      tests(() => {
        if (!session) throw new Error(`${name} did not start`);
        return session;
      });
    });
  }
}

/** Opens a page, looks at it and closes it, however that went. */
export async function onPage(page: Promise<ReaderPage>, look: (page: ReaderPage) => Promise<void>): Promise<void> {
  const opened = await page;
  try {
    await look(opened);
  } finally {
    await opened.close();
  }
}

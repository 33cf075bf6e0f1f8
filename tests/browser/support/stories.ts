// Runs the same story in every browser that is asked for; one browser serves a whole file.

import {after, before, describe} from "node:test";
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {launchChromium} from "./chromium";
import {launchFirefox} from "./firefox";
import type {Session} from "./session";

const kBrowsers = (process.env["LECTERN_BROWSERS"] ?? "chromium,firefox").split(",");
export const kExtensionFolder = resolve(process.env["LECTERN_EXTENSION"] ?? "build/extension");

/** A browser that does not start is started once more: on a busy machine it gives up early. */
async function launch(name: string, folder: string): Promise<Session> {
  const start = name === "firefox" ? launchFirefox : launchChromium;
  try {
    return await start(folder);
  } catch {
    return start(folder);
  }
}

/** The extension as it is once the reader has granted every site: no headless browser shows the question. */
async function grantedCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-granted-"));
  await cp(kExtensionFolder, folder, {recursive: true});
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as {optional_host_permissions: string[]; host_permissions?: string[]};
  manifest.host_permissions = manifest.optional_host_permissions;
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

export function inEveryBrowser(story: string, tests: (session: () => Session) => void, {isGranted = false} = {}): void {
  for (const name of kBrowsers) {
    describe(`${story} (${name})`, () => {
      let session: Session | undefined;
      let copy: string | undefined;
      before(async () => {
        copy = isGranted ? await grantedCopy() : undefined;
        session = await launch(name, copy ?? kExtensionFolder);
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

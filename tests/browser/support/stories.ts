// Runs the same story in every browser that is asked for; one browser serves a whole file.

import {after, before, describe} from "node:test";
import {resolve} from "node:path";
import {launchChromium} from "./chromium";
import {launchFirefox} from "./firefox";
import type {Session} from "./session";

const kBrowsers = (process.env["LECTERN_BROWSERS"] ?? "chromium,firefox").split(",");
export const kExtensionFolder = resolve(process.env["LECTERN_EXTENSION"] ?? "build/extension");

/** A browser that does not start is started once more: on a busy machine it gives up early. */
async function launch(name: string): Promise<Session> {
  const start = name === "firefox" ? launchFirefox : launchChromium;
  try {
    return await start(kExtensionFolder);
  } catch {
    return start(kExtensionFolder);
  }
}

export function inEveryBrowser(story: string, tests: (session: () => Session) => void): void {
  for (const name of kBrowsers) {
    describe(`${story} (${name})`, () => {
      let session: Session | undefined;
      before(async () => {
        session = await launch(name);
      });
      after(() => session?.close());
      tests(() => {
        if (!session) throw new Error(`${name} did not start`);
        return session;
      });
    });
  }
}

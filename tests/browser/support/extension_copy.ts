// The extension in another state than it is built: with what the reader has granted, in another language, or with a
// fault. The tests change a copy of the folder, never the code that they try.

import {cp, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Changes the copy in a folder. */
export type Change = (folder: string) => Promise<void>;

interface Manifest {
  default_locale: string;
  optional_host_permissions: string[];
  host_permissions?: string[];
}

async function changeManifest(folder: string, change: (manifest: Manifest) => void): Promise<void> {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

/** Every site is granted: no headless browser shows the question. */
export const granted: Change = (folder) =>
  changeManifest(folder, (manifest) => {
    manifest.host_permissions = manifest.optional_host_permissions;
  });

/** The interface in one language, whatever the browser's: it has no other. */
export function inLanguage(language: string): Change {
  return async (folder) => {
    const locales = join(folder, "_locales");
    for (const name of await readdir(locales)) if (name !== language) await rm(join(locales, name), {recursive: true});
    await changeManifest(folder, (manifest) => {
      manifest.default_locale = language;
    });
  };
}

/** A script that runs in the background before ours. */
export function withFault(script: string): Change {
  return async (folder) => {
    const path = join(folder, "background.js");
    await writeFile(path, `${script}\n${await readFile(path, "utf8")}`);
  };
}

/** A changed copy of the extension; whoever makes it removes it. */
export async function copyExtension(from: string, changes: readonly Change[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-extension-"));
  await cp(from, folder, {recursive: true});
  for (const change of changes) await change(folder);
  return folder;
}

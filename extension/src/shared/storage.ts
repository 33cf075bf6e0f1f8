// The one wrapper around the browser's storage.

import {browser} from "./browser";
import {readSettings, writeSettings, type Settings} from "./settings";

const kSettingsKey = "settings";

/** The reader's settings; defaults where nothing is stored or storage fails. */
export async function loadSettings(): Promise<Settings> {
  try {
    const stored = await browser.storage.local.get(kSettingsKey);
    return readSettings(stored[kSettingsKey]);
  } catch {
    return readSettings(undefined);
  }
}

/** Changes some settings and gives all of them. Calls are taken one after the other, so none is lost. */
export function updateSettings(changes: Partial<Settings>): Promise<Settings> {
  const change = lastUpdate.then(async () => {
    const settings = readSettings({...writeSettings(await loadSettings()), ...changes});
    await browser.storage.local.set({[kSettingsKey]: writeSettings(settings)});
    return settings;
  });
  lastUpdate = change.catch(() => undefined);
  return change;
}

let lastUpdate: Promise<unknown> = Promise.resolve();

// The one wrapper around the browser's storage. Settings may travel with the browser's account when the
// reader wants that; what was read, marked and written never does.

import {browser} from "./browser";
import type {RecordChanges} from "./messages";
import {addressOf, emptyRecord, isEmptyRecord, joinRecords, readRecord, type ArticleRecord} from "./records";
import {readSettings, writeSettings, type Settings} from "./settings";
import {makeTurns} from "./turns";

const kSettingsKey = "settings";
const kRecordPrefix = "article:";
/** Places in more articles than this are forgotten, oldest first; highlights and notes never are. */
const kPlacesKept = 500;

/** Changes are made one after the other, so that none is lost. */
const inTurn = makeTurns();

/** The reader's settings; defaults where nothing is stored or storage fails. */
export async function loadSettings(): Promise<Settings> {
  try {
    const local = readSettings((await browser.storage.local.get(kSettingsKey))[kSettingsKey]);
    if (!local.sync) return local;
    const synced = (await browser.storage.sync.get(kSettingsKey))[kSettingsKey];
    return synced ? {...readSettings(synced), sync: true} : local;
  } catch {
    return readSettings(undefined);
  }
}

/** Changes some settings and gives all of them. */
export function updateSettings(changes: Partial<Settings>): Promise<Settings> {
  return inTurn(async () => {
    const settings = readSettings({...writeSettings(await loadSettings()), ...changes});
    await browser.storage.local.set({[kSettingsKey]: writeSettings(settings)});
    if (settings.sync) await browser.storage.sync.set({[kSettingsKey]: writeSettings(settings)}).catch(() => undefined);
    return settings;
  });
}

async function storedRecord(url: string): Promise<ArticleRecord | null> {
  const key = kRecordPrefix + addressOf(url);
  return readRecord((await browser.storage.local.get(key))[key]);
}

export function loadRecord(url: string): Promise<ArticleRecord | null> {
  return storedRecord(url).catch(() => null);
}

/**
 * Changes part of what is remembered of an article; what is empty then is forgotten. Where what is stored
 * cannot be read nothing is written: notes would be replaced by their absence.
 */
export function updateRecord(url: string, title: string, {position, highlights}: RecordChanges): Promise<ArticleRecord> {
  return inTurn(async () => {
    const known = (await storedRecord(url)) ?? emptyRecord(url, title);
    const record = readRecord({
      ...known,
      ...(position !== undefined && {position}),
      ...(highlights !== undefined && {highlights}),
      title,
      changed: Date.now(),
    });
    if (!record) throw new Error("an article needs an address");
    await saveRecord(record);
    return record;
  });
}

async function saveRecord(record: ArticleRecord): Promise<void> {
  const key = kRecordPrefix + record.url;
  if (isEmptyRecord(record)) await browser.storage.local.remove(key);
  else await setOrMakeRoom(key, record);
}

/** Where storage is full, the older half of the places goes and it is tried once more; notes stay. */
async function setOrMakeRoom(key: string, record: ArticleRecord): Promise<void> {
  try {
    await browser.storage.local.set({[key]: record});
  } catch (error) {
    const places = (await allRecords()).filter(({url, highlights}) => highlights.length === 0 && url !== record.url);
    if (places.length === 0) throw error;
    await browser.storage.local.remove(places.slice(Math.floor(places.length / 2)).map(({url}) => kRecordPrefix + url));
    await browser.storage.local.set({[key]: record});
  }
}

/** Everything that is remembered, newest first. */
export async function allRecords(): Promise<ArticleRecord[]> {
  const stored = await browser.storage.local.get(null);
  const records = Object.entries(stored).filter(([key]) => key.startsWith(kRecordPrefix)).map(([, value]) => readRecord(value));
  return records.filter((record) => record !== null).sort((a, b) => b.changed - a.changed);
}

/** Calls back whenever what is remembered has changed, whoever changed it. */
export function onRecordsChanged(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(kRecordPrefix))) listener();
  });
}

/** Adds records from a file; of an article that is known, what is marked in either stays. */
export function importRecords(records: readonly ArticleRecord[]): Promise<void> {
  return inTurn(async () => {
    for (const record of records) {
      const known = await storedRecord(record.url);
      await saveRecord(known ? joinRecords(known, record) : record);
    }
  });
}

/** Forgets every article, or one. */
export function forgetRecords(url?: string): Promise<void> {
  return inTurn(async () => {
    const keys = url === undefined ? (await allRecords()).map((record) => record.url) : [addressOf(url)];
    await browser.storage.local.remove(keys.map((key) => kRecordPrefix + key));
  });
}

/** Forgets the oldest places beyond what is kept. */
export function pruneRecords(): Promise<void> {
  return inTurn(async () => {
    const places = (await allRecords()).filter((record) => record.highlights.length === 0);
    const old = places.slice(kPlacesKept).map((record) => kRecordPrefix + record.url);
    if (old.length > 0) await browser.storage.local.remove(old);
  });
}

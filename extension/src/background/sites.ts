// Sites on which the reader opens by itself, and marking pages that can be read. The browser starts a tiny
// script there, and only there; the reader has granted each site, or all of them for the marks.

import {browser} from "../shared/browser";
import {askFor, kEverySite, isGranted, originsOf} from "../shared/origins";
import type {Settings} from "../shared/settings";
import {loadSettings, updateSettings} from "../shared/storage";
import {makeTurns} from "../shared/turns";

const kScriptId = "open-by-itself";

/** Whether the reader opens by itself at an address. */
export function opensAt(url: string, openOn: Settings["openOn"]): boolean {
  if (!URL.canParse(url)) return false;
  const {hostname, pathname} = new URL(url);
  const site = openOn.find((candidate) => hostname === candidate.host || hostname.endsWith(`.${candidate.host}`));
  if (!site || pathname === "/") return false; // a front page is no article
  return !site.except.some((start) => start !== "" && pathname.startsWith(start));
}

/** Not two at a time: the one that asked before access was taken back would register after the other had cleared. */
const inTurn = makeTurns();

/** Brings what the browser starts in line with the settings and with what is granted. */
export function registerSites(): Promise<void> {
  return inTurn(register);
}

async function register(): Promise<void> {
  const {openOn, marksReadable} = await loadSettings();
  const granted: string[] = [];
  if (marksReadable && (await isGranted([kEverySite]))) granted.push(kEverySite);
  for (const {host} of openOn) {
    const origins = originsOf(host);
    if (await isGranted(origins)) granted.push(...origins);
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ids: [kScriptId]});
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ids: [kScriptId]});
  if (granted.length === 0) return;
  await browser.scripting.registerContentScripts([{id: kScriptId, js: ["site.js"], matches: granted, runAt: "document_idle"}]);
}

/** Adds a site or takes it away. Asking for the permission needs the click that this is called from. */
export async function toggleSite(host: string): Promise<void> {
  const asked = askFor(originsOf(host));
  const {openOn} = await loadSettings();
  const isOn = openOn.some((site) => site.host === host);
  if (!isOn && !(await asked)) return;
  await updateSettings({openOn: isOn ? openOn.filter((site) => site.host !== host) : [...openOn, {host, except: []}]});
  await registerSites();
}

// Listeners are registered at the top level, so that a stopped worker is woken by what it listens to.

import {browser} from "../shared/browser";
import {handle} from "../shared/messages";
import {reached} from "../shared/stages";
import {loadRecord, loadSettings, pruneRecords, updateRecord, updateSettings} from "../shared/storage";
import {addressFor} from "./callers";
import {extract, looksReadable, render, warmUp} from "./engine";
import {fontData} from "./fonts";
import {createMenus, onMenu} from "./menus";
import {markReadable, toggleReader} from "./reader_tab";
import {opensAt, registerSites} from "./sites";

browser.action.onClicked.addListener((tab) => {
  reached("button");
  warmUp();
  void toggleReader(tab);
});
browser.commands.onCommand.addListener((command, tab) => {
  if (command === "read-selection" && tab) void toggleReader(tab, "selection");
});
browser.contextMenus.onClicked.addListener(onMenu);
browser.permissions.onAdded.addListener(() => void registerSites());
browser.permissions.onRemoved.addListener(() => void registerSites());
// Somebody who listens is not updated while they read: the new version waits until nothing of the old one runs.
browser.runtime.onUpdateAvailable.addListener(() => undefined);
browser.runtime.onInstalled.addListener(() => {
  createMenus();
  void registerSites();
  void pruneRecords();
});

handle({
  "engine.extract": extract,
  "export.render": render,
  "fonts.get": fontData,
  "page.readable": async (html, {tab}) => {
    if (tab?.id !== undefined && (await looksReadable(html))) await markReadable(tab.id);
    return null;
  },
  "records.get": ({url}, caller) => loadRecord(addressFor(caller, url)),
  "records.update": async ({url, title, changes}, caller) => {
    await updateRecord(addressFor(caller, url), title, changes);
    return null;
  },
  "settings.get": loadSettings,
  "settings.open": async () => {
    await browser.runtime.openOptionsPage();
    return null;
  },
  "settings.update": updateSettings,
  "site.loaded": async (_, {tab}) => {
    const {openOn, marksReadable} = await loadSettings();
    if (tab?.url && opensAt(tab.url, openOn)) await toggleReader(tab);
    return {isWanted: marksReadable};
  },
  "sites.changed": async () => {
    await registerSites();
    return null;
  },
});

warmUp();

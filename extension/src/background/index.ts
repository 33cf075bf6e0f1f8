// Listeners are registered at the top level, so that a stopped worker is woken by what it listens to.

import {browser} from "../shared/browser";
import {handle} from "../shared/messages";
import {loadRecord, loadSettings, pruneRecords, updateRecord, updateSettings} from "../shared/storage";
import {addressFor} from "./callers";
import {extract, render, warmUp} from "./engine";
import {fontData} from "./fonts";
import {createMenus, onMenu} from "./menus";
import {toggleReader} from "./reader_tab";
import {opensAt, registerSites} from "./sites";

browser.action.onClicked.addListener((tab) => {
  warmUp();
  void toggleReader(tab);
});
browser.contextMenus.onClicked.addListener(onMenu);
browser.permissions.onAdded.addListener(() => void registerSites());
browser.permissions.onRemoved.addListener(() => void registerSites());
browser.runtime.onInstalled.addListener(() => {
  createMenus();
  void registerSites();
  void pruneRecords();
});

handle({
  "engine.extract": extract,
  "export.render": render,
  "fonts.get": fontData,
  "records.get": ({url}, caller) => loadRecord(addressFor(caller, url)),
  "records.update": async ({url, title, changes}, caller) => {
    await updateRecord(addressFor(caller, url), title, changes);
    return null;
  },
  "settings.get": loadSettings,
  "settings.update": updateSettings,
  "site.loaded": async (_, {tab}) => {
    const {openOn} = await loadSettings();
    if (tab?.url && opensAt(tab.url, openOn)) await toggleReader(tab);
    return null;
  },
  "sites.changed": async () => {
    await registerSites();
    return null;
  },
});

warmUp();

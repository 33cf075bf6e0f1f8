// Listeners are registered at the top level, so that a stopped worker is woken by what it listens to.

import {browser, text} from "../shared/browser";
import {handle} from "../shared/messages";
import {loadSettings, updateSettings} from "../shared/storage";
import {extract, warmUp} from "./engine";
import {fontData} from "./fonts";
import {toggleReader} from "./reader_tab";

const kMenuRead = "read";

browser.action.onClicked.addListener((tab) => {
  warmUp();
  void toggleReader(tab);
});

browser.runtime.onInstalled.addListener(() => {
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({id: kMenuRead, title: text("menuRead"), contexts: ["page", "selection"]});
  });
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === kMenuRead && tab) void toggleReader(tab);
});

handle({
  "engine.extract": extract,
  "fonts.get": fontData,
  "settings.get": loadSettings,
  "settings.update": updateSettings,
});

warmUp();

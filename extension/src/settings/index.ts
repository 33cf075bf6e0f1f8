// The settings page: everything that is remembered, and what each permission is for.

import {AppearancePanel} from "../shared/appearance_panel";
import {browser, interfaceDirection, interfaceLanguage, text} from "../shared/browser";
import {element} from "../shared/dom";
import {readRecord, type ArticleRecord} from "../shared/records";
import {readSettings, writeSettings, type Settings} from "../shared/settings";
import {allRecords, forgetRecords, importRecords, loadSettings, onRecordsChanged, updateSettings} from "../shared/storage";
import {marks, section, sites, type Store} from "./sites";

let settings: Settings;
const status = element("p", {class: "message", attributes: {role: "status"}});

function say(words: string): void {
  status.textContent = words;
}

/** The page wears the theme that is chosen on it. */
function showTheme(): void {
  const {theme, own} = settings;
  const {dataset, style} = document.body;
  dataset["theme"] = theme;
  for (const [name, colour] of [["--paper", own.paper], ["--ink", own.ink], ["--link", own.link], ["--accent", own.link]] as const) {
    if (theme === "own") style.setProperty(name, colour);
    else style.removeProperty(name);
  }
}

async function change(changes: Partial<Settings>): Promise<void> {
  settings = await updateSettings(changes);
  showTheme();
}

const store: Store = {get: () => settings, change, say};

function appearance(): HTMLElement {
  const panel = new AppearancePanel(settings, (changes) => void change(changes));
  panel.fill();
  panel.root.hidden = false;
  panel.root.classList.remove("panel");
  return section(text("appearance"), panel.root);
}

async function shortcuts(): Promise<HTMLElement> {
  const commands = await browser.commands.getAll();
  const keysOf = (name: string): string => commands.find((command) => command.name === name)?.shortcut || "–";
  const row = (label: string, keys: string): HTMLElement => element("li", {class: "row"}, element("span", {}, label), element("kbd", {}, keys));
  return section(
    text("shortcuts"),
    element(
      "ul", {class: "rows"},
      row(text("shortcutOpen"), keysOf("_execute_action")),
      row(text("menuReadSelection"), keysOf("read-selection")),
      row(text("search"), "Ctrl+F, F3"),
      row(text("closePanel"), "Esc"),
      row(text("help"), "?"),
    ),
    element("p", {class: "soft"}, text("shortcutNote")),
  );
}

async function notes(): Promise<HTMLElement> {
  const list = element("ul", {class: "rows"});
  const show = (records: readonly ArticleRecord[]): void => {
    const marked = records.filter((record) => record.highlights.length > 0);
    list.replaceChildren(
      ...marked.map(({url, title, highlights}) =>
        element(
          "li", {class: "row"},
          element("a", {attributes: {href: /^https?:/.test(url) ? url : "#", rel: "noreferrer"}}, `${title || url} (${highlights.length})`),
          element(
            "button",
            {class: "text-button", attributes: {type: "button", "aria-label": `${text("remove")}: ${title || url}`}, on: {click: () => void forgetRecords(url)}},
            text("remove"),
          ),
        ),
      ),
    );
  };
  const refresh = async (): Promise<void> => show(await allRecords());
  onRecordsChanged(() => void refresh()); // also what a view in another tab has just marked
  await refresh();

  const file = element("input", {
    attributes: {type: "file", accept: "application/json,.json", "aria-label": text("importAll")},
    on: {change: () => void importFile(file.files?.[0])},
  });
  return section(
    text("highlights"),
    list,
    element("p", {}, element("button", {class: "text-button", attributes: {type: "button", "data-action": "export"}, on: {click: () => void exportFile()}}, text("exportAll"))),
    element("label", {class: "file-choice"}, element("span", {}, text("importAll")), file),
    element(
      "p", {},
      element("button", {class: "text-button", attributes: {type: "button"}, on: {click: () => confirm(text("forgetAllSure")) && void forgetRecords()}}, text("forgetAll")),
    ),
  );
}

async function exportFile(): Promise<void> {
  const content = JSON.stringify({lectern: 1, settings: writeSettings(settings), articles: await allRecords()}, null, 1);
  const address = URL.createObjectURL(new Blob([content], {type: "application/json"}));
  const link = element("a", {attributes: {href: address, download: "lectern.json"}});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function importFile(file: File | undefined): Promise<void> {
  if (!file) return;
  try {
    const content = JSON.parse(await file.text()) as {lectern?: unknown; settings?: unknown; articles?: unknown};
    if (content.lectern !== 1) throw new Error("not a file of ours");
    await importRecords((Array.isArray(content.articles) ? content.articles : []).map(readRecord).filter((record) => record !== null));
    if (content.settings) await change(readSettings(content.settings));
    say(text("imported"));
  } catch {
    say(text("importFailed"));
  }
}

function sync(): HTMLElement {
  return section(
    text("syncTitle"),
    element(
      "label", {class: "toggle"},
      element("span", {}, text("syncLabel")),
      element("input", {attributes: {type: "checkbox", name: "sync", checked: settings.sync}, on: {change: (event) => void change({sync: (event.target as HTMLInputElement).checked})}}),
    ),
    element("p", {class: "soft"}, text("syncNote")),
  );
}

function privacy(): HTMLElement {
  const permission = (name: string): HTMLElement[] => [element("dt", {}, name), element("dd", {}, text(`permission_${name}`))];
  return section(
    text("privacyTitle"),
    element("p", {}, text("privacyText")),
    element("p", {}, text("privacyNextPage")),
    element("dl", {}, ...["activeTab", "scripting", "storage", "contextMenus", "hosts"].flatMap(permission)),
  );
}

async function fill(): Promise<void> {
  settings = await loadSettings();
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = interfaceDirection();
  document.title = text("settingsTitle");
  showTheme();
  document.body.append(
    element("main", {}, element("h1", {}, text("settingsTitle")), appearance(), sites(store), marks(store), await shortcuts(), await notes(), sync(), privacy(), status),
  );
}

void fill();

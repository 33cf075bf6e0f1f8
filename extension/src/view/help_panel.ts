// What is what: the buttons of the toolbar, the marks in the text, and every key. For whoever is here for the first
// time, and for whoever has forgotten.

import {text} from "../shared/browser";
import {element, icon, type Child, type IconName} from "../shared/dom";

const kIsMac = /mac|iphone|ipad/i.test(navigator.platform);
export const kFindKeys = kIsMac ? "⌘F" : "Ctrl+F";
const kCloseKeys = "Esc";
const kToggleKeys = kIsMac ? "⌥R" : "Alt+R";
export const kHelpKey = "?";

/** The buttons in their order, with what more there is to say about each. */
function tools(): readonly (readonly [IconName, string, string?])[] {
  const looks = ["theme", "typeface", "textSize", "measure", "leading"].map((key) => text(key));
  return [
    ["outline", text("outline")],
    ["removed", text("removedTitle"), text("removedNote")],
    ["search", text("search")],
    ["listen", text("readAloud")],
    ["keep", text("keep"), text("noHighlights")],
    ["appearance", text("appearance"), `${[...looks, text("moreAppearance")].join(" · ")}`],
    ["close", text("close")],
  ];
}

function keys(): readonly (readonly [string, string])[] {
  return [
    [text("shortcutOpen"), kToggleKeys], [text("closePanel"), kCloseKeys], [text("search"), kFindKeys], [text("searchNext"), "F3"], [text("searchPrevious"), "Shift+F3"],
    [`${text("picturePrevious")} / ${text("pictureNext")}`, "← →"], [text("help"), kHelpKey],
  ];
}

/** What stands in the browser's menus, and where it is not said by its name. */
function menus(): readonly (readonly [string, string?])[] {
  return [[text("menuRead")], [text("menuReadSelection")], [text("menuReadLink")], [text("menuSite"), text("helpOnButton")], [text("menuPaste"), text("helpOnButton")]];
}

function row(name: string, sign: Child, words: string, more?: string): HTMLLIElement {
  return element("li", {class: name}, sign, element("span", {}, words, more !== undefined && element("span", {class: "help-more"}, more)));
}

export class HelpPanel {
  readonly root: HTMLElement;

  constructor(private readonly onSettings: () => void) {
    this.root = element(
      "section", {class: "panel help", attributes: {"aria-labelledby": "help-title", hidden: true}},
      element("h2", {attributes: {id: "help-title", tabindex: -1}}, text("help")),
    );
  }

  fill(): void {
    const sign = (name: string): HTMLElement => element("span", {class: `help-sign ${name}`, attributes: {"aria-hidden": "true"}});
    this.root.append(
      element("ul", {attributes: {role: "list"}}, ...tools().map(([name, label, more]) => row("help-tool", icon(name), label, more))),
      element("h3", {}, text("helpMarks")),
      element(
        "ul", {attributes: {role: "list"}},
        row("help-mark", sign("sign-uncertain"), text("uncertainMark")),
        row("help-mark", sign("sign-restored"), text("restoredLabel")),
        row("help-mark", sign("sign-highlight"), text("highlightLabel")),
      ),
      element("h3", {}, text("shortcuts")),
      element("ul", {attributes: {role: "list"}}, ...keys().map(([words, combination]) => element("li", {class: "help-key"}, element("span", {}, words), element("kbd", {}, combination)))),
      element("h3", {}, text("helpMenus")),
      element("ul", {attributes: {role: "list"}}, ...menus().map(([words, where]) => element("li", {class: "help-menu"}, element("span", {}, words, where !== undefined && element("span", {class: "help-more"}, where))))),
      element("button", {class: "text-button", attributes: {type: "button", "data-action": "settings"}, on: {click: this.onSettings}}, text("settingsTitle")),
    );
  }
}

/** What a reader sees above the first article ever: what this is, and where to read on. */
export function welcome(onHelp: (opener: HTMLElement) => void): HTMLElement {
  const help = element("button", {class: "text-button", attributes: {type: "button", "data-action": "help"}, on: {click: () => onHelp(help)}}, text("help"));
  const done = element("button", {class: "text-button", attributes: {type: "button", "data-action": "welcomed"}}, text("done"));
  const root = element("aside", {class: "welcome", attributes: {"aria-label": text("extensionName"), lang: text("language"), dir: text("direction")}}, element("p", {}, text("welcome")), element("p", {class: "welcome-actions"}, help, done));
  done.addEventListener("click", () => {
    const article = root.closest<HTMLElement>(".article");
    root.remove();
    article?.focus({preventScroll: true});
  });
  return root;
}

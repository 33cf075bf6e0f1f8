// How the text looks: theme, size, measure. Every change shows at once and is remembered.

import {text} from "../shared/browser";
import {kLimits, kThemes, type Settings} from "../shared/settings";
import {element, icon} from "./dom";

type NumberName = keyof typeof kLimits;

export class AppearancePanel {
  readonly root: HTMLElement;
  private readonly outputs = new Map<NumberName, HTMLElement>();

  constructor(private settings: Settings, private readonly onChange: (changes: Partial<Settings>) => void) {
    this.root = element(
      "section",
      {class: "panel", attributes: {"aria-label": text("appearance"), hidden: true}},
      this.themes(),
      this.stepper("textSize", text("textSize"), text("smaller"), text("larger")),
      this.stepper("measure", text("measure"), text("narrower"), text("wider")),
    );
  }

  private change(changes: Partial<Settings>): void {
    this.settings = {...this.settings, ...changes};
    this.onChange(changes);
  }

  private themes(): HTMLElement {
    const choices = kThemes.map((theme) =>
      element(
        "label",
        {class: "theme-choice", attributes: {"data-swatch": theme}},
        element("input", {
          attributes: {type: "radio", name: "theme", value: theme, checked: theme === this.settings.theme},
          on: {change: () => this.change({theme})},
        }),
        element("span", {class: "swatch", attributes: {"aria-hidden": "true"}}, "Aa"),
        element("span", {class: "choice-name"}, text(`theme_${theme}`)),
      ),
    );
    return element("fieldset", {class: "themes"}, element("legend", {class: "hidden-label"}, text("theme")), ...choices);
  }

  private stepper(name: NumberName, label: string, less: string, more: string): HTMLElement {
    const output = element("output", {}, this.valueOf(name));
    this.outputs.set(name, output);
    const step = (direction: -1 | 1) => () => {
      const {min, max, step: size} = kLimits[name];
      const value = Math.min(max, Math.max(min, this.settings[name] + direction * size));
      this.change({[name]: value});
      output.textContent = this.valueOf(name);
    };
    return element(
      "div",
      {class: "stepper", attributes: {role: "group", "aria-label": label}},
      element("span", {class: "stepper-label"}, label),
      element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": less}, on: {click: step(-1)}}, icon("minus")),
      output,
      element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": more}, on: {click: step(1)}}, icon("plus")),
    );
  }

  private valueOf(name: NumberName): string {
    const value = this.settings[name];
    return name === "textSize" ? `${Math.round(value)} %` : String(value);
  }
}

// How the text looks. Every change shows at once and is remembered.

import {text} from "./browser";
import {contrastRatio, kReadableContrast} from "./contrast";
import {
  kAppearance, kDefaultSettings, kImageModes, kLimits, kThemes, kTypefaces, type NumberName, type OwnColours, type Settings,
} from "./settings";
import {element, icon} from "./dom";

type Change = (changes: Partial<Settings>) => void;

/** The part of a setting's name that its texts start with, and how a value is written. */
const kSteppers: readonly {name: NumberName; less: string; more: string; unit: string}[] = [
  {name: "textSize", less: "smaller", more: "larger", unit: " %"},
  {name: "measure", less: "narrower", more: "wider", unit: ""},
  {name: "leading", less: "lessLeading", more: "moreLeading", unit: " %"},
];
const kSpacing: readonly {name: NumberName; less: string; more: string; unit: string}[] = [
  {name: "letterSpacing", less: "lessLetterSpacing", more: "moreLetterSpacing", unit: " %"},
  {name: "wordSpacing", less: "lessWordSpacing", more: "moreWordSpacing", unit: " %"},
];

export class AppearancePanel {
  readonly root: HTMLElement;

  constructor(private settings: Settings, private readonly onChange: Change) {
    this.root = element("section", {class: "panel appearance", attributes: {"aria-label": text("appearance"), role: "group", hidden: true}});
  }

  /** Makes what is in it, from the settings as they are. */
  fill(): void {
    this.root.replaceChildren(
      this.themes(),
      this.ownColours(),
      this.typefaces(),
      ...kSteppers.map((stepper) => this.stepper(stepper)),
      element(
        "details", {class: "more"},
        element("summary", {}, text("moreAppearance")),
        ...kSpacing.map((stepper) => this.stepper(stepper)),
        this.choices("columns", text("columns"), ["1", "2"], String(this.settings.columns), (value) => ({columns: value === "2" ? 2 : 1}), (value) => value),
        this.choices("images", text("images"), kImageModes, this.settings.images, (images) => ({images}), (mode) => text(`images_${mode}`)),
        this.toggle("justify", text("justify")),
        this.toggle("ruler", text("ruler")),
      ),
      element("button", {class: "text-button reset", attributes: {type: "button"}, on: {click: () => this.reset()}}, text("reset")),
    );
  }

  private change(changes: Partial<Settings>): void {
    this.settings = {...this.settings, ...changes};
    this.onChange(changes);
  }

  private reset(): void {
    this.change(Object.fromEntries(kAppearance.map((name) => [name, kDefaultSettings[name]])));
    this.fill();
    this.root.querySelector<HTMLElement>(".reset")?.focus();
  }

  private themes(): HTMLElement {
    const choices = kThemes.map((theme) =>
      element(
        "label", {class: "theme-choice"},
        element("input", {
          attributes: {type: "radio", name: "theme", value: theme, checked: theme === this.settings.theme},
          on: {
            change: () => {
              this.change({theme});
              this.ownPanel.hidden = theme !== "own";
            },
          },
        }),
        element("span", {class: "swatch", attributes: {"aria-hidden": "true", "data-swatch": theme}}, "Aa"),
        element("span", {class: "choice-name"}, text(`theme_${theme}`)),
      ),
    );
    return element("fieldset", {class: "themes"}, element("legend", {class: "hidden-label"}, text("theme")), ...choices);
  }

  private ownPanel = element("div");

  private ownColours(): HTMLElement {
    const ratio = element("output", {class: "contrast"});
    const show = (): void => {
      const {ink, paper} = this.settings.own;
      const value = contrastRatio(ink, paper);
      ratio.textContent = text(value >= kReadableContrast ? "contrastGood" : "contrastLow", value.toFixed(1));
      ratio.classList.toggle("low", value < kReadableContrast);
    };
    const field = (name: keyof OwnColours): HTMLElement =>
      element(
        "label", {class: "colour"},
        element("input", {
          attributes: {type: "color", value: this.settings.own[name]},
          on: {
            input: (event) => {
              this.change({own: {...this.settings.own, [name]: (event.target as HTMLInputElement).value}});
              show();
            },
          },
        }),
        text(`own_${name}`),
      );
    show();
    this.ownPanel = element("div", {class: "own-colours", attributes: {hidden: this.settings.theme !== "own"}}, field("paper"), field("ink"), field("link"), ratio);
    return this.ownPanel;
  }

  private typefaces(): HTMLElement {
    return element(
      "fieldset", {class: "typefaces"},
      element("legend", {class: "hidden-label"}, text("typeface")),
      ...kTypefaces.map((typeface) =>
        element(
          "label", {class: "typeface-choice", attributes: {"data-typeface": typeface}},
          element("input", {attributes: {type: "radio", name: "typeface", value: typeface, checked: typeface === this.settings.typeface}, on: {change: () => this.change({typeface})}}),
          element("span", {}, text(`typeface_${typeface}`)),
        ),
      ),
    );
  }

  private stepper({name, less, more, unit}: {name: NumberName; less: string; more: string; unit: string}): HTMLElement {
    const {min, max, step: size} = kLimits[name];
    const shown = (): string => `${Math.round(this.settings[name])}${unit}`;
    const output = element("output", {}, shown());
    const button = (direction: -1 | 1): HTMLButtonElement =>
      element(
        "button",
        {
          class: "quiet-button",
          attributes: {type: "button", "aria-label": text(direction < 0 ? less : more), "data-step": `${name}${direction < 0 ? "-" : "+"}`},
          on: {
            click: () => {
              this.change({[name]: Math.min(max, Math.max(min, this.settings[name] + direction * size))});
              output.textContent = shown();
            },
          },
        },
        icon(direction < 0 ? "minus" : "plus"),
      );
    return element(
      "div", {class: "stepper", attributes: {role: "group", "aria-label": text(name)}},
      element("span", {class: "stepper-label"}, text(name)), button(-1), output, button(1),
    );
  }

  private choices<Value extends string>(
    name: string, label: string, values: readonly Value[], current: Value, changes: (value: Value) => Partial<Settings>, nameOf: (value: Value) => string,
  ): HTMLElement {
    return element(
      "fieldset", {class: "segments"},
      element("legend", {}, label),
      ...values.map((value) =>
        element(
          "label", {},
          element("input", {attributes: {type: "radio", name, value, checked: value === current}, on: {change: () => this.change(changes(value))}}),
          element("span", {}, nameOf(value)),
        ),
      ),
    );
  }

  private toggle(name: "justify" | "ruler", label: string): HTMLElement {
    return element(
      "label", {class: "toggle"},
      element("span", {}, label),
      element("input", {
        attributes: {type: "checkbox", name, checked: this.settings[name]},
        on: {change: (event) => this.change({[name]: (event.target as HTMLInputElement).checked})},
      }),
    );
  }
}

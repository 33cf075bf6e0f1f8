// The reader's settings: defaults, how a stored value of any age becomes a valid one, and the limits
// of each number. Everything else reads settings through this file.

export const kThemes = ["auto", "light", "sepia", "dark", "black", "contrast", "contrast_dark", "own"] as const;
export type Theme = (typeof kThemes)[number];

export const kTypefaces = ["serif", "sans", "hyperlegible", "dyslexic", "system"] as const;
export type Typeface = (typeof kTypefaces)[number];

export const kImageModes = ["on", "dim", "off"] as const;
export type ImageMode = (typeof kImageModes)[number];

/** Colours as `#rrggbb`. */
export interface OwnColours {
  paper: string;
  ink: string;
  link: string;
}

export interface Settings {
  theme: Theme;
  own: OwnColours;
  typeface: Typeface;
  /** Of the text, in per cent of the browser's own default size. */
  textSize: number;
  /** Characters a line, about. */
  measure: number;
  /** Height of a line in per cent of the text size. */
  leading: number;
  /** Extra space in hundredths of the text size. */
  letterSpacing: number;
  wordSpacing: number;
  justify: boolean;
  columns: 1 | 2;
  images: ImageMode;
  ruler: boolean;
  /** Voice by language subtag, such as {"en": "<voice address>"}. */
  voices: Record<string, string>;
  speechRate: number;
  speechPitch: number;
  /** Kinds of removed block that stay on a site, by host. */
  kept: Record<string, string[]>;
  /** Sites on which the reader opens by itself; addresses that start with an exception do not count. */
  openOn: {host: string; except: string[]}[];
  /** Whether the button shows that a page can be read, on every site. */
  marksReadable: boolean;
  /** Whether the reader has seen the words above the first article. */
  welcomed: boolean;
  /** Whether settings travel with the browser's account. */
  sync: boolean;
}

export const kDefaultSettings: Settings = {
  theme: "auto",
  own: {paper: "#e8f0e6", ink: "#1d2a20", link: "#1f5a3a"},
  typeface: "serif",
  textSize: 125,
  measure: 66,
  leading: 155,
  letterSpacing: 0,
  wordSpacing: 0,
  justify: false,
  columns: 1,
  images: "on",
  ruler: false,
  voices: {},
  speechRate: 1,
  speechPitch: 1,
  kept: {},
  openOn: [],
  marksReadable: false,
  welcomed: false,
  sync: false,
};

/** What "Reset" sets back: how the text looks, and nothing that the reader has collected. */
export const kAppearance = [
  "theme", "own", "typeface", "textSize", "measure", "leading", "letterSpacing", "wordSpacing", "justify", "columns", "images", "ruler",
] as const satisfies readonly (keyof Settings)[];

/** Lowest, highest and the step of each number. */
export const kLimits = {
  textSize: {min: 75, max: 300, step: 12.5},
  measure: {min: 40, max: 100, step: 4},
  leading: {min: 120, max: 240, step: 10},
  letterSpacing: {min: 0, max: 20, step: 1},
  wordSpacing: {min: 0, max: 60, step: 5},
  speechRate: {min: 0.5, max: 3, step: 0.1},
  speechPitch: {min: 0.5, max: 2, step: 0.1},
} as const;
export type NumberName = keyof typeof kLimits;

/** The version that this build writes; a migration leads from each version to the next. */
export const kSettingsVersion = 2;

type Stored = Record<string, unknown>;

/** kMigrations[n] turns what version n wrote into what version n + 1 reads. */
const kMigrations: readonly ((stored: Stored) => Stored)[] = [
  (stored) => stored, // nothing was ever stored without a version
  // Version 1 had one typeface and no line height of its own.
  (stored) => ({...stored, typeface: "serif", leading: 155}),
];

function number(value: unknown, name: NumberName): number {
  const {min, max} = kLimits[name];
  if (typeof value !== "number" || !Number.isFinite(value)) return kDefaultSettings[name];
  return Math.min(max, Math.max(min, value));
}

function oneOf<T>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.includes(value as T) ? (value as T) : fallback;
}

function isRecord(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function colour(value: unknown, fallback: string): string {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : fallback;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

function ownColours(value: unknown): OwnColours {
  const stored = isRecord(value) ? value : {};
  const {paper, ink, link} = kDefaultSettings.own;
  return {paper: colour(stored["paper"], paper), ink: colour(stored["ink"], ink), link: colour(stored["link"], link)};
}

function sites(value: unknown): Settings["openOn"] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).filter((site) => typeof site["host"] === "string" && site["host"] !== "")
    .map((site) => ({host: site["host"] as string, except: strings(site["except"])}));
}

/** Valid settings out of whatever was stored: unknown keys are left out, bad values become defaults. */
export function readSettings(stored: unknown): Settings {
  let values: Stored = isRecord(stored) ? {...stored} : {};
  const version = typeof values["version"] === "number" ? Math.max(0, Math.floor(values["version"])) : values["theme"] ? 0 : kSettingsVersion;
  for (const migrate of kMigrations.slice(version)) values = migrate(values);
  const defaults = kDefaultSettings;
  return {
    theme: oneOf(values["theme"], kThemes, defaults.theme),
    own: ownColours(values["own"]),
    typeface: oneOf(values["typeface"], kTypefaces, defaults.typeface),
    textSize: number(values["textSize"], "textSize"),
    measure: number(values["measure"], "measure"),
    leading: number(values["leading"], "leading"),
    letterSpacing: number(values["letterSpacing"], "letterSpacing"),
    wordSpacing: number(values["wordSpacing"], "wordSpacing"),
    justify: oneOf(values["justify"], [true, false], defaults.justify),
    columns: oneOf(values["columns"], [1, 2] as const, defaults.columns),
    images: oneOf(values["images"], kImageModes, defaults.images),
    ruler: oneOf(values["ruler"], [true, false], defaults.ruler),
    voices: isRecord(values["voices"]) ? Object.fromEntries(Object.entries(values["voices"]).map(([key, voice]) => [key, String(voice)])) : {},
    speechRate: number(values["speechRate"], "speechRate"),
    speechPitch: number(values["speechPitch"], "speechPitch"),
    kept: isRecord(values["kept"]) ? Object.fromEntries(Object.entries(values["kept"]).map(([host, kinds]) => [host, strings(kinds)])) : {},
    openOn: sites(values["openOn"]),
    marksReadable: oneOf(values["marksReadable"], [true, false], defaults.marksReadable),
    welcomed: oneOf(values["welcomed"], [true, false], defaults.welcomed),
    sync: oneOf(values["sync"], [true, false], defaults.sync),
  };
}

/** What goes into storage. */
export function writeSettings(settings: Settings): Stored {
  return {...settings, version: kSettingsVersion};
}

/** The settings with everything that "Reset" sets back. */
export function resetAppearance(settings: Settings): Settings {
  return {...settings, ...Object.fromEntries(kAppearance.map((name) => [name, kDefaultSettings[name]]))};
}

// The reader's settings: defaults, how a stored value of any age becomes a valid one, and the limits
// of each number. Everything else reads settings through this file.

export const kThemes = ["auto", "light", "sepia", "dark"] as const;
export type Theme = (typeof kThemes)[number];

export interface Settings {
  theme: Theme;
  /** Of the text, in per cent of the browser's own default size. */
  textSize: number;
  /** Characters a line, about. */
  measure: number;
}

export const kDefaultSettings: Settings = {theme: "auto", textSize: 125, measure: 66};

/** Lowest, highest and the step of each number. */
export const kLimits = {
  textSize: {min: 75, max: 300, step: 12.5},
  measure: {min: 40, max: 100, step: 4},
} as const;

/** The version that this build writes; a migration leads from each version to the next. */
export const kSettingsVersion = 1;

type Stored = Record<string, unknown>;

/** kMigrations[n] turns what version n wrote into what version n + 1 reads. */
const kMigrations: ((stored: Stored) => Stored)[] = [
  (stored) => stored, // nothing was ever stored without a version
];

function clamp(value: unknown, limits: {min: number; max: number}, fallback: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return fallback;
  return Math.min(limits.max, Math.max(limits.min, value));
}

function oneOf<T>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.includes(value as T) ? (value as T) : fallback;
}

/** Valid settings out of whatever was stored: unknown keys are left out, bad values become defaults. */
export function readSettings(stored: unknown): Settings {
  let values: Stored = typeof stored === "object" && stored !== null ? {...(stored as Stored)} : {};
  const version = typeof values["version"] === "number" ? values["version"] : 0;
  for (const migrate of kMigrations.slice(version)) values = migrate(values);
  return {
    theme: oneOf(values["theme"], kThemes, kDefaultSettings.theme),
    textSize: clamp(values["textSize"], kLimits.textSize, kDefaultSettings.textSize),
    measure: clamp(values["measure"], kLimits.measure, kDefaultSettings.measure),
  };
}

/** What goes into storage. */
export function writeSettings(settings: Settings): Stored {
  return {...settings, version: kSettingsVersion};
}

// The typefaces that travel with the extension: file names are those of the build folder.

export interface FontDescriptors {
  style: "normal" | "italic";
  weight: string;
  unicodeRange: string;
}

export interface FontData extends FontDescriptors {
  base64: string;
}

export const kFontFamilies = ["serif", "sans", "hyperlegible", "dyslexic"] as const;
export type FontFamily = (typeof kFontFamilies)[number];

/** Family names as style sheets use them; ours alone, so that no page style can mean them. */
export const kFontNames: Record<FontFamily, string> = {
  serif: "Lectern Serif",
  sans: "Lectern Sans",
  hyperlegible: "Lectern Hyperlegible",
  dyslexic: "Lectern Dyslexic",
};

const kLatin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193," +
  "U+2212,U+2215,U+FEFF,U+FFFD";
const kLatinExtended =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020," +
  "U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

/** Upright Latin letters are wanted at once by nearly every article, the others by some. */
export type FontPart = "first" | "rest";

/** The first file of each is its first part. */
export const kFontFiles: Record<FontFamily, readonly (FontDescriptors & {file: string})[]> = {
  serif: [
    {file: "serif-normal.woff2", style: "normal", weight: "200 900", unicodeRange: kLatin},
    {file: "serif-italic.woff2", style: "italic", weight: "200 900", unicodeRange: kLatin},
    {file: "serif-normal-extended.woff2", style: "normal", weight: "200 900", unicodeRange: kLatinExtended},
  ],
  sans: [
    {file: "sans-normal.woff2", style: "normal", weight: "200 900", unicodeRange: kLatin},
    {file: "sans-italic.woff2", style: "italic", weight: "200 900", unicodeRange: kLatin},
  ],
  hyperlegible: [
    {file: "hyperlegible-normal.woff2", style: "normal", weight: "200 800", unicodeRange: kLatin},
    {file: "hyperlegible-italic.woff2", style: "italic", weight: "200 800", unicodeRange: kLatin},
    {file: "hyperlegible-normal-extended.woff2", style: "normal", weight: "200 800", unicodeRange: kLatinExtended},
  ],
  dyslexic: [{file: "dyslexic-normal.woff2", style: "normal", weight: "400", unicodeRange: kLatin}],
};

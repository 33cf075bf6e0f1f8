// How the header of an article reads in the reader's language: names joined, the date written out, and where a
// headline without spaces may break. The background works this out: a page that has not yet asked its browser for
// dates or words waits tens of milliseconds for the first answer.

import type {Article} from "./article";
import {interfaceLanguage} from "./browser";
import {dateForReader} from "./dates";

export interface Wording {
  headline: string;
  /** The words of a headline whose script sets no spaces. */
  headlineWords: string[] | null;
  names: string;
  date: string;
}

/** More names than this do not fit a line that is read. */
const kNamesShown = 4;
export const kUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function joined(byline: readonly string[]): string {
  const shown = byline.slice(0, kNamesShown);
  if (shown.length < 2) return shown.join("");
  try {
    return new Intl.ListFormat(interfaceLanguage(), {type: "conjunction"}).format(shown);
  } catch {
    return shown.join(", ");
  }
}

function wordsOf(headline: string, language: string): string[] | null {
  if (!kUnspaced.test(headline)) return null;
  try {
    return [...new Intl.Segmenter(language, {granularity: "word"}).segment(headline)].map(({segment}) => segment);
  } catch {
    return null;
  }
}

/** `untitled` stands for the headline of an article that has none. */
export function wordingOf({title, site_name, byline, published, language}: Pick<Article, "title" | "site_name" | "byline" | "published" | "language">, untitled: string): Wording {
  const headline = title ?? site_name ?? untitled;
  return {
    headline,
    headlineWords: wordsOf(headline, language || "en"),
    names: joined(byline),
    date: published ? dateForReader(published, interfaceLanguage()) : "",
  };
}

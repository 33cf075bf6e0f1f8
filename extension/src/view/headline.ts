// The headline, prepared for lines that are short for it: what the style sheet cannot know is how long the longest
// word is, and where a line may break in a script that sets no spaces between its words.

import {element} from "../shared/dom";

const kUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const kWordEnd = /[\s\u00ad-]+/;

/** The words of a text and what stands between them; null where the browser cannot tell. */
function wordsOf(text: string, language: string): string[] | null {
  try {
    return [...new Intl.Segmenter(language, {granularity: "word"}).segment(text)].map(({segment}) => segment);
  } catch {
    return null;
  }
}

/** Closing marks stay with what they close. */
const kStaysBehind = /^[\p{Pe}\p{Pf}\p{Po}\s]/u;
const kOpens = /[\p{Ps}\p{Pi}]$/u;
/** Particles and endings belong to the word before them. */
const kParticle = /^\p{Script=Hiragana}{1,2}$/u;

export function headlineOf(title: string, language: string): HTMLElement {
  const headline = element("h1", {class: "headline", attributes: {id: "headline"}});
  const words = kUnspaced.test(title) ? wordsOf(title, language) : null;
  if (!words) {
    headline.append(title);
    if (!kUnspaced.test(title)) headline.style.setProperty("--longest", String(Math.max(1, ...title.split(kWordEnd).map((word) => word.length))));
    return headline;
  }
  headline.classList.add("phrased");
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before !== undefined && !kStaysBehind.test(word) && !kOpens.test(before) && !kParticle.test(word)) headline.append(element("wbr"));
    headline.append(word);
  });
  return headline;
}

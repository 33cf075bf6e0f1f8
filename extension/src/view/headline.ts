// The headline, prepared for lines that are short for it: what the style sheet cannot know is how long the longest
// word is, and where a line may break in a script that sets no spaces between its words.

import {element} from "../shared/dom";
import {kUnspaced, type Wording} from "../shared/wording";

const kWordEnd = /[\s\u00ad-]+/;
/** Closing marks stay with what they close, opening ones with what they open. */
const kStaysBehind = /^[\p{Pe}\p{Pf}\p{Po}\s]/u;
const kOpens = /[\p{Ps}\p{Pi}]$/u;
/** Particles and endings belong to the word before them. */
const kParticle = /^\p{Script=Hiragana}{1,2}$/u;

/** Longer ones are sentences, and are set smaller, as sentences are; where words are not set apart, a letter says more. */
const kLongHeadline = 110;
const kLongUnspacedHeadline = 46;

export function headlineOf({headline: title, headlineWords: words}: Wording): HTMLElement {
  const headline = element("h1", {class: "headline", attributes: {id: "headline"}});
  headline.classList.toggle("long", title.length > (words || kUnspaced.test(title) ? kLongUnspacedHeadline : kLongHeadline));
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

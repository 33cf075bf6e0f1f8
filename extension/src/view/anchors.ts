// Finds a stored passage again in an article that may have changed since: by its words, then by what stands
// around them, then by where it was.

import type {Highlight} from "../shared/records";

/** Characters stored before and after a passage. */
export const kContext = 32;

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) ++length;
  return length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) ++length;
  return length;
}

export function describePassage(text: string, start: number, end: number): Omit<Highlight, "id" | "note"> {
  return {quote: text.slice(start, end), before: text.slice(Math.max(0, start - kContext), start), after: text.slice(end, end + kContext), start};
}

/** Where a passage starts in a text, or null when its words are gone. */
export function findPassage(text: string, passage: Pick<Highlight, "quote" | "before" | "after" | "start">): number | null {
  let best: number | null = null;
  let bestScore = -1;
  let bestDistance = Infinity;
  for (let at = text.indexOf(passage.quote); at >= 0; at = text.indexOf(passage.quote, at + 1)) {
    const end = at + passage.quote.length;
    const score = commonEnd(text.slice(Math.max(0, at - kContext), at), passage.before) + commonStart(text.slice(end, end + kContext), passage.after);
    const distance = Math.abs(at - passage.start);
    if (score > bestScore || (score === bestScore && distance < bestDistance)) {
      best = at;
      bestScore = score;
      bestDistance = distance;
    }
  }
  return best;
}

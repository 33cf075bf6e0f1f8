// Finding words in a text as a person means them: case, accents and the width of white space do not count.

export interface Match {
  readonly start: number;
  readonly end: number;
}

interface Folded {
  readonly text: string;
  /** For each character of `text`, where it comes from; and the end of the original. */
  readonly from: readonly number[];
}

function fold(text: string): Folded {
  const from: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const plain = /\s/.test(character) ? (folded.endsWith(" ") ? "" : " ") : character.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
    for (let i = 0; i < plain.length; ++i) from.push(at);
    folded += plain;
    at += character.length;
  }
  from.push(text.length);
  return {text: folded, from};
}

/** Every place of `words` in `text`, in order, none overlapping another. */
export function findWords(text: string, words: string): Match[] {
  const wanted = fold(words.trim()).text;
  if (wanted === "") return [];
  const {text: searched, from} = fold(text);
  const matches: Match[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    matches.push({start: from[at] ?? 0, end: from[at + wanted.length] ?? text.length});
  }
  return matches;
}

// What is read aloud: the blocks of the article in order, each cut into sentences.

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Sentences of a text as offsets, by the rules of its language; white space alone is none. */
export function sentencesOf(text: string, language: string): Sentence[] {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language || "en", {granularity: "sentence"});
  } catch {
    segmenter = new Intl.Segmenter("en", {granularity: "sentence"});
  }
  const sentences: Sentence[] = [];
  for (const {segment, index} of segmenter.segment(text)) {
    const words = segment.trim();
    if (words === "") continue;
    const start = index + segment.indexOf(words);
    sentences.push({start, end: start + words.length});
  }
  return sentences;
}

// An article of what the reader gave us, without judging it: for selections too short for the engine.

import type {Article} from "./article";
import type {Snapshot} from "./messages";

/** The engine has found too little of a selection when less than this part of its letters is left. */
const kLeastPart = 0.5;
const kWordsPerMinute = 230;

function letters(text: string): number {
  return text.replace(/\s+/g, "").length;
}

export function isSelectionTooShort(article: Article, selected: string): boolean {
  return letters(article.blocks.map(({text}) => text).join("")) < kLeastPart * letters(selected);
}

export function plainArticle(snapshot: Snapshot, title: string, selected: string): Article {
  const words = selected.split(/\s+/).filter(Boolean).length;
  const lines = selected.split(/\n\s*\n|\n/).map((line) => line.trim()).filter(Boolean);
  const escape = (line: string): string => line.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const blocks = lines.map((line, id) => ({id, kind: "paragraph" as const, confidence: 1, html: `<p>${escape(line)}</p>`, text: line}));
  return {
    title, byline: [], dek: null, site_name: null, published: null, modified: null, section: null, tags: [], url: snapshot.url, lead_image: null,
    language: null, direction: null, is_free: true, word_count: words, reading_minutes: Math.max(1, Math.round(words / kWordsPerMinute)), confidence: 1,
    partial: false, withheld_notice: null, html: blocks.map(({html}) => html).join("\n"), blocks, removed: [], containers: [], other_articles: [], sources: {},
  };
}

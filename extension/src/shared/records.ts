// What is remembered of an article: where the reader was, what they marked and wrote. By address, without
// the part after "#"; kept on the machine.

export interface Position {
  /** Index among the body's own blocks. */
  block: number;
  /** How much of that block is above the window, 0 to 1. */
  part: number;
}

/** A marked passage, found again by its words and what stands around it. */
export interface Highlight {
  id: string;
  quote: string;
  before: string;
  after: string;
  /** Where it was, in characters of the body's text. */
  start: number;
  note: string;
}

export interface ArticleRecord {
  url: string;
  title: string;
  /** Milliseconds since 1970. */
  changed: number;
  position: Position | null;
  highlights: Highlight[];
}

export function addressOf(url: string): string {
  const hash = url.indexOf("#");
  return hash < 0 ? url : url.slice(0, hash);
}

export function emptyRecord(url: string, title: string): ArticleRecord {
  return {url: addressOf(url), title, changed: 0, position: null, highlights: []};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : 0;
}

/** A valid record out of whatever was stored or imported; null when it names no article. */
export function readRecord(stored: unknown): ArticleRecord | null {
  if (!isRecord(stored) || words(stored["url"]) === "") return null;
  const position = stored["position"];
  const highlights = Array.isArray(stored["highlights"]) ? stored["highlights"].filter(isRecord) : [];
  return {
    url: addressOf(words(stored["url"])),
    title: words(stored["title"]),
    changed: count(stored["changed"]),
    position: isRecord(position) ? {block: count(position["block"]), part: count(position["part"])} : null,
    highlights: highlights.filter((highlight) => words(highlight["quote"]) !== "").map((highlight) => ({
      id: words(highlight["id"]),
      quote: words(highlight["quote"]),
      before: words(highlight["before"]),
      after: words(highlight["after"]),
      start: count(highlight["start"]),
      note: words(highlight["note"]),
    })),
  };
}

/** Nothing in it is worth keeping. */
export function isEmptyRecord(record: ArticleRecord): boolean {
  return record.position === null && record.highlights.length === 0;
}

/** Two records of one article as one: all that is marked in either, the rest as the newer one has it. */
export function joinRecords(known: ArticleRecord, other: ArticleRecord): ArticleRecord {
  const [older, newer] = known.changed <= other.changed ? [known, other] : [other, known];
  const ids = new Set(newer.highlights.map(({id}) => id));
  const highlights = [...older.highlights.filter(({id}) => !ids.has(id)), ...newer.highlights].sort((a, b) => a.start - b.start);
  return {...newer, highlights};
}

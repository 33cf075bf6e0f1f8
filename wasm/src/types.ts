// The article object as the engine writes it. core/data/article.schema.json says the same to other
// languages; the parity test holds this file to both.

/** Kinds of block that a reader is shown. */
export type KeptKind =
  | "headline" | "dek" | "byline" | "dateline" | "paragraph" | "heading" | "list_item" | "quote"
  | "code" | "table" | "figure" | "embed" | "note" | "divider";

/** Kinds of block that are dropped from the article's region and reported. */
export type RemovedKind =
  | "subscription_prompt" | "promo" | "advertisement" | "share_bar" | "consent" | "comment"
  | "navigation" | "author_bio" | "tag_list" | "pull_quote" | "other_article" | "furniture";

export type Kind = KeptKind | RemovedKind;

/** One candidate of a responsive image. */
export interface ImageSource {
  url: string;
  width?: number;
  density?: number;
}

export interface ArticleImage {
  url: string;
  alt: string;
  link?: string;
  width?: number;
  height?: number;
  sources?: ImageSource[];
}

export interface TableCell {
  text: string;
  text_html?: string;
  is_header?: boolean;
  column_span?: number;
  row_span?: number;
}

export interface TableRow {
  in_head: boolean;
  cells: TableCell[];
}

/** A thing of another site; nothing of it has been requested. */
export interface ArticleEmbed {
  url: string;
  type: string;
  provider?: string;
  title?: string;
  poster?: string;
  content?: string;
  content_html?: string;
}

export interface ArticleBlock {
  /** Place in reading order among kept and removed blocks together. */
  id: number;
  kind: Kind;
  reason?: string;
  confidence: number;
  /** Kept, but a reader should look twice. */
  uncertain?: boolean;
  /** Index of the innermost container in `containers`. */
  container?: number;
  /** Of a heading: 2 to 6. */
  level?: number;
  anchor?: string;
  language?: string;
  direction?: "ltr" | "rtl";
  code_language?: string;
  caption?: string;
  caption_html?: string;
  credit?: string;
  credit_html?: string;
  images?: ArticleImage[];
  embed?: ArticleEmbed;
  rows?: TableRow[];
  /** Allow-listed elements and attributes only. */
  html: string;
  text: string;
}

export interface RemovedBlock extends ArticleBlock {
  /** The rule or feature that decided. */
  reason: string;
  /** The id of the kept block before it, or null when it stood before all of them. */
  after: number | null;
}

export interface ArticleContainer {
  type: string;
  parent: number | null;
  start?: number;
  reversed?: boolean;
  numbering?: string;
  cite?: string;
  anchor?: string;
}

export interface OtherArticle {
  title: string;
  byline: string[];
  paragraphs: number;
}

/** Where a metadata field came from. */
export type MetadataSource =
  | "none" | "json_ld" | "open_graph" | "meta_tag" | "markup" | "url" | "text";

export interface Article {
  title: string | null;
  byline: string[];
  dek: string | null;
  site_name: string | null;
  published: string | null;
  modified: string | null;
  section: string | null;
  tags: string[];
  url: string | null;
  lead_image: string | null;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  /** False when the page's own data says that the text is not free. */
  is_free: boolean;
  word_count: number;
  reading_minutes: number;
  /** 0 to 1: the expected share of the page that is right. */
  confidence: number;
  /** A budget was reached: the end may be missing. */
  partial: boolean;
  /** The page's own words where the rest is withheld. */
  withheld_notice: string | null;
  /** The body alone: no headline, byline or dek in it. */
  html: string;
  blocks: ArticleBlock[];
  removed: RemovedBlock[];
  containers: ArticleContainer[];
  other_articles: OtherArticle[];
  sources: Record<string, MetadataSource>;
}

export interface ExtractOptions {
  /** The page's address: relative links resolve against it. */
  url?: string;
  /** What the page is; "html" unless said. */
  input?: "html" | "text";
  /** An encoding label that overrides detection; for bytes only. */
  encoding?: string;
}

export interface Readability {
  readable: boolean;
  /** 0 to 1. */
  score: number;
}

export type RenderFormat = "html" | "markdown" | "text" | "json";

export interface RenderOptions {
  /** Ids of removed blocks to put back in their place. */
  restored?: number[];
  /** HTML: a whole document with headline, byline and style. */
  standalone?: boolean;
  /** Markdown: YAML metadata first. */
  frontMatter?: boolean;
  /** Text: wrap at this width; 0 for one line a paragraph. */
  wrapColumns?: number;
}

/**
 * The codes of the command line, and five that only this package knows: `not_an_article` for an object
 * that `render` cannot read, `phrases_missing` when the page's language was not loaded, `model_missing` when the model
 * of plain text was not, `formats_missing` when what writes an article's other formats was not, `engine_failed` when
 * the engine stopped and was replaced by a fresh one.
 */
export type ErrorCode =
  | "no_article" | "empty_input" | "not_text" | "input_too_large" | "over_budget"
  | "unknown_encoding" | "not_an_article" | "phrases_missing" | "model_missing" | "formats_missing"
  | "engine_failed";

/** Bytes of a page, or its text. Another type throws a `TypeError`. */
export type PageInput = string | Uint8Array | ArrayBuffer;

declare global {
  // The DOM's typings declare it too; under Node alone nobody does.
  namespace WebAssembly {
    interface Module {}
  }
}

export type EngineCode = string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module | Response;

export interface ReaderOptions {
  /** Where the files of phrases are, one a language; `phrases/` beside this file unless said. */
  phrases?: string | URL;
  /** Where the model of plain text is; `text.model` beside this file unless said. */
  textModel?: string | URL;
  /** Where what writes an article's other formats is; `formats.wasm` beside this file unless said. */
  formats?: string | URL;
  /**
   * The languages to load at once besides English, such as "de". All unless said, and with them the model of plain
   * text and what `render` needs, but under Node, which reads files when they are asked for. A web page saves most
   * of the download with `[]`, `extractAsync` and `renderAsync`.
   */
  languages?: readonly string[] | "all";
  /**
   * The engine's code: its address, its bytes, a compiled module or the answer of a `fetch`, also one that has yet
   * to come: so it can be on its way before this file is. Without it, `lectern.wasm` is read from beside this file.
   */
  wasm?: EngineCode | Promise<EngineCode>;
}

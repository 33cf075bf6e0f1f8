// The warm engine. Any call can rebuild it: the worker may have been stopped since the last one, and an
// instance that trapped is thrown away, because its memory can no longer be trusted.

import {loadReader, type Article, type Reader} from "lectern";
import {CodedError, type Extraction, type Snapshot} from "../shared/messages";
import {reached} from "../shared/stages";
import {wordingOf} from "../shared/wording";

let instance: Promise<Reader> | undefined;

function reader(): Promise<Reader> {
  // A page's phrases are read from the extension's own files when a page in that language comes.
  instance ??= loadReader({languages: []});
  instance.catch(forget);
  return instance;
}

function forget(): void {
  instance = undefined;
}

let isWordingWarm = false;

/** The first date and the first list of names take the browser as long as a page takes the engine. */
function warmWording(): void {
  if (isWordingWarm) return;
  isWordingWarm = true;
  wordingOf({title: "A", site_name: null, byline: ["A", "B"], published: "2000-01-01", language: "en"}, "");
}

/** Starts the engine ahead of the first page. */
export function warmUp(): void {
  reader().catch(() => undefined); // the page that needs it will say what is wrong
  setTimeout(warmWording, 0); // after what a click has set going
}

/** An outcome that the engine names itself, such as "no_article", is an answer; a stopped engine is a fault. */
function isAnswer(error: unknown): boolean {
  const code = (error as {code?: unknown}).code;
  return error instanceof Error && typeof code === "string" && code !== "engine_failed";
}

/** Asks the engine; after a fault once more a fresh one, because most faults are of the engine's past. */
async function ask<Answer>(question: (engine: Reader) => Answer | Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; ++attempt) {
    const current = await reader();
    try {
      return await question(current);
    } catch (error) {
      if (isAnswer(error)) throw error;
      forget();
      if (attempt > 0) throw new CodedError("engine_failed", String(error));
    }
  }
}

export async function extract({content, url, input}: Snapshot): Promise<Extraction> {
  reached("asked");
  const article = await ask((engine) => engine.extractAsync(content, {url, input}));
  reached("answered");
  return {article, wording: wordingOf(article, "")};
}

/** An article in another format, with the blocks that the reader has put back. */
export async function render(request: {article: Article; format: "markdown" | "html" | "text"; restored: number[]}): Promise<string> {
  const {article, format, restored} = request;
  return ask((engine) => engine.renderAsync(article, format, {restored, standalone: true, frontMatter: true}));
}

/** Whether a page looks like an article: the cheap test, before anyone asks to read it. */
export async function looksReadable(html: string): Promise<boolean> {
  return (await ask((engine) => engine.readable(html))).readable;
}

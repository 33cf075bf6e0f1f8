// The engine for JavaScript: in an extension's background, on a page, in a worker and under Node. The
// only file that knows how the WebAssembly module is called.

import createCore from "./core.mjs";
import {Formats} from "./formats.js";
import {decodeLegacy} from "./legacy_decoder.js";
import {isTooLarge, textAt, writeParts} from "./memory.js";
import {nodeFiles} from "./node_files.js";
import {loadFile, readNow} from "./package_files.js";
import {PhraseFiles} from "./phrase_files.js";
import type {Answer, Core, CoreOptions} from "./core.mjs";
import type {
  Article,
  ErrorCode,
  ExtractOptions,
  PageInput,
  Readability,
  ReaderOptions,
  RenderFormat,
  RenderOptions,
} from "./types.js";

export type * from "./types.js";

/** Why there is no article; `code` is the one of the command line. */
export class ExtractError extends Error {
  readonly code: ErrorCode;
  /** With "phrases_missing": the languages to give to `loadPhrases`. */
  readonly languages: readonly string[];

  constructor(code: ErrorCode, message: string, languages: readonly string[] = []) {
    super(message);
    this.name = "ExtractError";
    this.code = code;
    this.languages = languages;
  }
}

/** The engine, ready for any number of pages, one after another. Nothing has to be freed. */
export class Reader {
  readonly #module: WebAssembly.Module;
  readonly #phrases: PhraseFiles;
  readonly #textModelAddress: URL;
  readonly #formats: Formats;
  #textModel: Uint8Array | undefined;
  #core: Core | null;

  /** Use `loadReader`. */
  constructor(module: WebAssembly.Module, phrases: URL, textModel: URL, formats: URL) {
    this.#module = module;
    this.#phrases = new PhraseFiles(phrases);
    this.#textModelAddress = textModel;
    this.#formats = new Formats(formats);
    this.#core = instantiate(module);
  }

  /**
   * The article on a page. Throws an `ExtractError` when there is none or the page cannot be read; its code
   * is "phrases_missing" when the page is in a language that was not loaded and that cannot be read from a file,
   * and "model_missing" when this is so of the model for plain text.
   */
  extract(page: PageInput, options: ExtractOptions = {}): Article {
    return JSON.parse(this.extractJson(page, options)) as Article;
  }

  /** The same as text: byte for byte what the command line prints with `--format json`. */
  extractJson(page: PageInput, options: ExtractOptions = {}): string {
    return this.#callWithPage("extract", page, options);
  }

  /** The same for a reader that was not given all files: loads those that the page needs first. */
  async extractAsync(page: PageInput, options: ExtractOptions = {}): Promise<Article> {
    // Most pages state their language: then the first attempt need not find out that it has to wait.
    const stated = typeof page === "string" ? statedLanguage.exec(page.slice(0, 2048))?.[1]?.toLowerCase() : undefined;
    if (stated) await this.loadPhrases([stated]);
    if (options?.input === "text") await this.loadTextModel();
    for (;;) {
      try {
        return this.extract(page, options);
      } catch (error) {
        if (!(error instanceof ExtractError)) throw error;
        if (error.code === "phrases_missing") await this.loadPhrases(error.languages);
        else if (error.code === "model_missing") await this.loadTextModel();
        else throw error;
      }
    }
  }

  /** Loads the phrases of these languages from the package's files, or of all. */
  async loadPhrases(languages: readonly string[] | "all"): Promise<void> {
    const known = JSON.parse(this.#call("missingPhrases", [])) as string[];
    const wanted = languages === "all" ? known : known.filter((language) => languages.includes(language));
    await this.#phrases.load(wanted);
    for (const language of wanted) this.#addPhrases(language);
  }

  #addPhrases(language: string): void {
    this.#call("addPhrases", [language, this.#phrases.file(language)]);
  }

  /** Loads what judges plain text, also the text that some pages state in their data and show nowhere. */
  async loadTextModel(): Promise<void> {
    if (!this.#textModel) this.#addTextModel(await loadFile(this.#textModelAddress));
  }

  #addTextModel(file: Uint8Array): void {
    this.#call("addTextModel", [file]);
    this.#textModel = file;
  }

  /** Whether the page looks like an article, at a small part of the cost of `extract`. */
  readable(page: PageInput, options: ExtractOptions = {}): Readability {
    return JSON.parse(this.#callWithPage("readable", page, options)) as Readability;
  }

  /**
   * An article that `extract` gave, also one that was stored as JSON since, in another format. Its code is
   * "formats_missing" where what writes them was not loaded and cannot be read from a file.
   */
  render(article: Article, format: RenderFormat, options: RenderOptions = {}): string {
    oneOf("format", format, formats);
    const asked = {...checked(options), format};
    if (!this.#formats.isLoaded()) throw new ExtractError("formats_missing", "the formats have not been loaded");
    const json = JSON.stringify(article) ?? "";
    let text: string | null;
    try {
      text = this.#formats.render(json, asked);
    } catch (error) {
      throw stopped(error);
    }
    if (text === null) throw new ExtractError("not_an_article", "the object is not an article that extract gave");
    return text;
  }

  /** The same for a reader that was not given all files: loads what writes the formats first. */
  async renderAsync(article: Article, format: RenderFormat, options: RenderOptions = {}): Promise<string> {
    await this.loadFormats();
    return this.render(article, format, options);
  }

  /** Loads what `render` needs. */
  async loadFormats(): Promise<void> {
    await this.#formats.load();
  }

  #callWithPage(name: PageCall, page: PageInput, options: ExtractOptions): string {
    const bytes = inputOf(page);
    const {url, encoding, input}: ExtractOptions = {...checked(options)};
    // A string is UTF-8 by the time the engine sees it, whatever its meta element says.
    const parts = [textOf(url), typeof page === "string" ? "utf-8" : textOf(encoding), bytes];
    try {
      return this.#call(name, parts, input === "text");
    } catch (error) {
      if (name === "extract" && error instanceof ExtractError && this.#readMissing(error)) return this.#callWithPage(name, page, options);
      throw error;
    }
  }

  /** What the parts of a call's input are is said in bindings.cpp. */
  #call(name: Call, parts: readonly (string | Uint8Array)[], isText = false): string {
    let answer: Answer;
    let text: string;
    try {
      const core = this.#core ?? this.#restart();
      const sizes = writeParts(core, parts);
      answer = answerOf(core, name, sizes, isText);
      text = textAt(core, answer.address, answer.size);
      if (isTooLarge(core)) this.#core = null;
    } catch (error) {
      // After a trap the instance's memory cannot be trusted; the next call makes a new one.
      this.#core = null;
      throw stopped(error);
    }
    if (!answer.isError) return text;
    const {code, message, languages} = JSON.parse(text) as {code: ErrorCode; message: string; languages: string[]};
    throw new ExtractError(code, message, languages);
  }

  /** Whether what the engine misses was there to be read at once. */
  #readMissing({code, languages}: ExtractError): boolean {
    if (code === "model_missing") {
      const file = readNow(this.#textModelAddress);
      if (file) this.#addTextModel(file);
      return file !== undefined;
    }
    if (code !== "phrases_missing" || !this.#phrases.readNow(languages)) return false;
    for (const language of languages) this.#addPhrases(language);
    return true;
  }

  // A new instance knows the files that the one before it was given.
  #restart(): Core {
    this.#core = instantiate(this.#module);
    for (const language of this.#phrases.loaded()) this.#addPhrases(language);
    if (this.#textModel) this.#addTextModel(this.#textModel);
    return this.#core;
  }
}

/** Compiles the engine. Do it once and keep the reader: its calls are immediate. */
export async function loadReader(options: ReaderOptions = {}): Promise<Reader> {
  const phrases = new URL(options.phrases ?? "./phrases/", import.meta.url);
  const textModel = new URL(options.textModel ?? "./text.model", import.meta.url);
  const formats = new URL(options.formats ?? "./formats.wasm", import.meta.url);
  const reader = new Reader(await compile(options.wasm ?? new URL("./lectern.wasm", import.meta.url)), phrases, textModel, formats);
  // Files are read when a page asks for them.
  const languages = options.languages ?? (phrases.protocol === "file:" && nodeFiles() ? [] : "all");
  if (languages.length > 0) await reader.loadPhrases(languages);
  if (languages === "all") await Promise.all([reader.loadTextModel(), reader.loadFormats()]);
  return reader;
}

type PageCall = "extract" | "readable";
type Call = PageCall | "addPhrases" | "addTextModel" | "missingPhrases";

function answerOf(core: Core, name: Call, sizes: readonly number[], isText: boolean): Answer {
  const [first = 0, second = 0] = sizes;
  if (name === "missingPhrases" || name === "addTextModel") return core[name]();
  return name === "addPhrases" ? core[name](first) : core[name](first, second, isText);
}

function stopped(error: unknown): ExtractError {
  return new ExtractError("engine_failed", `the engine stopped: ${String(error)}`);
}

// An object is what JSON makes of it, a URL its address. What is no text then is no address and no encoding.
function textOf(option: unknown): string {
  const plain: unknown = typeof option === "object" ? JSON.parse(JSON.stringify(option)) : option;
  return typeof plain === "string" ? plain : "";
}

const statedLanguage = /<html\b[^>]*?\slang=["']?([a-z]{2})\b/i;

// A page of another type is the caller's mistake, most often an answer that was not awaited, and no page without an
// article. Views and buffers may come from another window, whose classes are not ours.
function inputOf(page: PageInput): string | Uint8Array {
  if (typeof page === "string" || page instanceof Uint8Array) return page;
  if (ArrayBuffer.isView(page)) return new Uint8Array(page.buffer, page.byteOffset, page.byteLength);
  const type = Object.prototype.toString.call(page).slice("[object ".length, -1);
  if (type === "ArrayBuffer" || type === "SharedArrayBuffer") return new Uint8Array(page);
  throw new TypeError(`a page is a string, a Uint8Array or an ArrayBuffer, not ${type}`);
}

const inputs: readonly NonNullable<ExtractOptions["input"]>[] = ["html", "text"];
const formats: readonly RenderFormat[] = ["html", "markdown", "text", "json"];

function oneOf(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new TypeError(`${name} is one of ${choices.join(", ")}, not ${String(value)}`);
}

function checked<Options extends ExtractOptions | RenderOptions>(options: Options): Options {
  if (typeof options !== "object") throw new TypeError(`options are an object such as {url}, not ${typeof options}`);
  if (options && "input" in options && options.input !== undefined) oneOf("input", options.input, inputs);
  return options;
}

// A compiled module is instantiated without waiting, so that a call can replace a broken instance.
function instantiate(module: WebAssembly.Module): Core {
  const core: CoreOptions & Partial<Core> = {
    decodeLegacy,
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(module, imports);
      receive(instance);
      return instance.exports;
    },
  };
  void createCore(core);
  return core as Core;
}

async function compile(given: NonNullable<ReaderOptions["wasm"]>): Promise<WebAssembly.Module> {
  const wasm = await given;
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (wasm instanceof Uint8Array || wasm instanceof ArrayBuffer) {
    return WebAssembly.compile(wasm as BufferSource);
  }
  // Asking whether it is a Response would load Node's, which takes as long as all of this.
  if (typeof wasm !== "string" && !(wasm instanceof URL)) return compileResponse(wasm);
  const address = new URL(wasm, import.meta.url);
  if (address.protocol === "file:") return WebAssembly.compile(readFileUnderNode(address));
  return compileResponse(await fetch(address));
}

// Compiled while it arrives, where the server says what it is: browsers refuse to otherwise. What they make of it this
// way they keep for the next time.
async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`cannot load ${response.url}: status ${response.status}`);
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

function readFileUnderNode(address: URL): BufferSource {
  const files = nodeFiles();
  if (!files) throw new Error("reading files needs Node 20.16 or later; pass the bytes as options.wasm");
  return files.readFileSync(address) as BufferSource;
}

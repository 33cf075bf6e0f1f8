// The engine for JavaScript: in an extension's background, on a page, in a worker and under Node. The
// only file that knows how the WebAssembly module is called.

import createCore from "./core.mjs";
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

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "ExtractError";
    this.code = code;
  }
}

/** The engine, ready for any number of pages, one after another. Nothing has to be freed. */
export class Reader {
  readonly #module: WebAssembly.Module;
  #core: Core | null;

  /** Use `loadReader`. */
  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#core = instantiate(module);
  }

  /** The article on a page. Throws an `ExtractError` when there is none or the page cannot be read. */
  extract(page: PageInput, options: ExtractOptions = {}): Article {
    return JSON.parse(this.extractJson(page, options)) as Article;
  }

  /** The same as text: byte for byte what the command line prints with `--format json`. */
  extractJson(page: PageInput, options: ExtractOptions = {}): string {
    // A string is UTF-8 by the time the engine sees it, whatever its meta element says.
    const encoding = typeof page === "string" ? "utf-8" : options.encoding;
    return this.#call("extract", bytesOf(page), {...options, encoding});
  }

  /** Whether the page looks like an article, at a small part of the cost of `extract`. */
  readable(page: PageInput, options: ExtractOptions = {}): Readability {
    const encoding = typeof page === "string" ? "utf-8" : options.encoding;
    return JSON.parse(this.#call("readable", bytesOf(page), {...options, encoding})) as Readability;
  }

  /** An article that `extract` gave, also one that was stored as JSON since, in another format. */
  render(article: Article, format: RenderFormat, options: RenderOptions = {}): string {
    return this.#call("render", bytesOf(JSON.stringify(article)), {...options, format});
  }

  #call(name: "extract" | "readable" | "render", input: Uint8Array, options: object): string {
    const optionBytes = bytesOf(JSON.stringify(options));
    let answer: Answer;
    let text: string;
    try {
      const core = (this.#core ??= instantiate(this.#module));
      const address = core.reserveInput(input.length + optionBytes.length);
      // Every call may grow the memory, which puts a new array in HEAPU8's place.
      core.HEAPU8.set(input, address);
      core.HEAPU8.set(optionBytes, address + input.length);
      answer = core[name](input.length);
      text = decoder.decode(core.HEAPU8.subarray(answer.address, answer.address + answer.size));
      if (core.HEAPU8.length > memoryToKeep) this.#core = null;
    } catch (error) {
      // After a trap the instance's memory cannot be trusted; the next call makes a new one.
      this.#core = null;
      throw new ExtractError("engine_failed", `the engine stopped: ${String(error)}`);
    }
    if (!answer.isError) return text;
    const {code, message} = JSON.parse(text) as {code: ErrorCode; message: string};
    throw new ExtractError(code, message);
  }
}

/** Compiles the engine. Do it once and keep the reader: its calls are immediate. */
export async function loadReader(options: ReaderOptions = {}): Promise<Reader> {
  return new Reader(await compile(options.wasm ?? new URL("./lectern.wasm", import.meta.url)));
}

/** A memory that grew larger than this for one page is given back, in bytes. */
const memoryToKeep = 192 * 2 ** 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

function bytesOf(page: PageInput): Uint8Array {
  if (typeof page === "string") return encoder.encode(page);
  return page instanceof Uint8Array ? page : new Uint8Array(page);
}

// A compiled module is instantiated without waiting, so that a call can replace a broken instance.
function instantiate(module: WebAssembly.Module): Core {
  const core: CoreOptions & Partial<Core> = {
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(module, imports);
      receive(instance);
      return instance.exports;
    },
  };
  void createCore(core);
  return core as Core;
}

async function compile(wasm: NonNullable<ReaderOptions["wasm"]>): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (wasm instanceof Uint8Array || wasm instanceof ArrayBuffer) {
    return WebAssembly.compile(wasm as BufferSource);
  }
  const address = new URL(wasm, import.meta.url);
  if (address.protocol === "file:") return WebAssembly.compile(readFileUnderNode(address));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot load ${address.href}: status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

interface NodeProcess {
  getBuiltinModule?(name: "node:fs"): {readFileSync(path: URL): Uint8Array};
}

// Not an import: bundlers for browsers would stumble over it.
function readFileUnderNode(address: URL): BufferSource {
  const {process} = globalThis as {process?: NodeProcess};
  const files = process?.getBuiltinModule?.("node:fs");
  if (!files) {
    throw new Error("reading files needs Node 20.16 or later; pass the bytes as options.wasm");
  }
  return files.readFileSync(address) as BufferSource;
}

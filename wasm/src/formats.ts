// An article in other formats, by formats.wasm: a module of its own, which is loaded when somebody asks for one.

import {isTooLarge, textAt, writeParts, type Room} from "./memory.js";
import {loadFile, readNow} from "./package_files.js";

interface Exports {
  _initialize(): void;
  memory: WebAssembly.Memory;
  reserve(size: number): number;
  render(optionsSize: number): number;
  rendered_text(): number;
}

const bytesOfPage = 2 ** 16;
const shareToGrow = 0.25;

class Instance implements Room {
  readonly #exports: Exports;
  #bytes: Uint8Array;

  constructor(module: WebAssembly.Module) {
    const ends = (status: number): never => {
      throw new Error(`the formats ended with status ${status}`);
    };
    const imports = {env: {emscripten_notify_memory_growth: () => this.#growAhead()}, wasi_snapshot_preview1: {proc_exit: ends}};
    this.#exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.#exports._initialize();
    this.#bytes = new Uint8Array(this.#exports.memory.buffer);
  }

  /**
   * The module asks for as much as it needs at once, page after page for a long article, and for each time the engine
   * of JavaScript may clean up all of its own memory: minutes where seconds are enough.
   */
  #growAhead(): void {
    const {memory} = this.#exports;
    try {
      memory.grow(Math.ceil((memory.buffer.byteLength / bytesOfPage) * shareToGrow));
    } catch {
      // It is as large as it may be, or as there is room for. What was asked for is there.
    }
  }

  get HEAPU8(): Uint8Array {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#exports.memory.buffer);
    return this.#bytes;
  }

  reserveInput(size: number): number {
    return this.#exports.reserve(size);
  }

  /** Null when the input is no article. */
  render(optionsSize: number): string | null {
    const size = this.#exports.render(optionsSize);
    return size < 0 ? null : textAt(this, this.#exports.rendered_text(), size);
  }
}

export class Formats {
  readonly #address: URL;
  #module: WebAssembly.Module | undefined;
  #instance: Instance | null = null;

  constructor(address: URL) {
    this.#address = address;
  }

  async load(): Promise<void> {
    this.#module ??= await WebAssembly.compile((await loadFile(this.#address)) as BufferSource);
  }

  /** Whether they are there. Under Node they are read without waiting. */
  isLoaded(): boolean {
    const file = this.#module ? undefined : readNow(this.#address);
    if (file) this.#module = new WebAssembly.Module(file as BufferSource);
    return this.#module !== undefined;
  }

  /** Null when `article` is none; throws when the module stopped. */
  render(article: string, options: object): string | null {
    const instance = (this.#instance ??= new Instance(this.#module!));
    // After a trap its memory cannot be trusted.
    this.#instance = null;
    const [size] = writeParts(instance, [JSON.stringify(options), article]);
    const text = instance.render(size!);
    if (!isTooLarge(instance)) this.#instance = instance;
    return text;
  }
}

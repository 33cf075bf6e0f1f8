// Phrases of the languages, files beside the engine: a page needs those of its own language alone.

import {nodeFiles} from "./node_files.js";

export class PhraseFiles {
  readonly #folder: URL;
  readonly #files = new Map<string, Uint8Array>();

  constructor(folder: URL) {
    this.#folder = folder;
  }

  loaded(): Iterable<string> {
    return this.#files.keys();
  }

  /** Of a language that was loaded. */
  file(language: string): Uint8Array {
    const file = this.#files.get(language);
    if (!file) throw new Error(`the phrases of ${language} have not been loaded`);
    return file;
  }

  async load(languages: readonly string[]): Promise<void> {
    if (this.readNow(languages)) return;
    const missing = languages.filter((language) => !this.#files.has(language));
    const files = await Promise.all(missing.map((language) => this.#fetch(language)));
    missing.forEach((language, index) => this.#files.set(language, files[index]!));
  }

  /** Without waiting, which only Node can. */
  readNow(languages: readonly string[]): boolean {
    const files = this.#folder.protocol === "file:" ? nodeFiles() : undefined;
    if (!files) return false;
    for (const language of languages) {
      if (!this.#files.has(language)) this.#files.set(language, files.readFileSync(this.#address(language)));
    }
    return true;
  }

  #address(language: string): URL {
    return new URL(`${language}.txt`, this.#folder);
  }

  async #fetch(language: string): Promise<Uint8Array> {
    const address = this.#address(language);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`cannot load ${address.href}: status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

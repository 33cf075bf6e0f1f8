// Phrases of the languages, files beside the engine: a page needs those of its own language alone.

import {loadFile, readNow} from "./package_files.js";

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
    const missing = languages.filter((language) => !this.#files.has(language));
    const files = await Promise.all(missing.map((language) => loadFile(this.#address(language))));
    missing.forEach((language, index) => this.#files.set(language, files[index]!));
  }

  /** Without waiting, which only Node can. */
  readNow(languages: readonly string[]): boolean {
    for (const language of languages) {
      const file = this.#files.get(language) ?? readNow(this.#address(language));
      if (!file) return false;
      this.#files.set(language, file);
    }
    return true;
  }

  #address(language: string): URL {
    return new URL(`${language}.txt`, this.#folder);
  }
}

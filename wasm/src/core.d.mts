// What bindings.cpp shows, as the module that em++ writes has it: a name begins with `_`. Calls return whether their
// answer is an error.

export interface Core {
  HEAPU8: Uint8Array;
  _reserve_input(size: number): number;
  _answer_address(): number;
  _answer_size(): number;
  _extract(pageSize: number, urlSize: number, encodingSize: number, isText: boolean): number;
  _readable(pageSize: number, urlSize: number, encodingSize: number, isText: boolean): number;
  _add_phrases(fileSize: number, languageSize: number): number;
  _missing_phrases(): number;
  _render(
    articleSize: number,
    restoredCount: number,
    format: number,
    standalone: boolean,
    frontMatter: boolean,
    wrapColumns: number,
  ): number;
}

export interface CoreOptions {
  /** Called for bytes that are not UTF-8; `label` is the name of an encoding in the standard. */
  decodeLegacy(label: string, bytes: Uint8Array): Uint8Array;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}

export default function createCore(options: CoreOptions & Partial<Core>): Promise<Core>;

// What bindings.cpp binds, as the module that em++ writes shows it.

export interface Answer {
  address: number;
  size: number;
  isError: boolean;
}

export interface Core {
  HEAPU8: Uint8Array;
  reserveInput(size: number): number;
  extract(urlSize: number, encodingSize: number, isText: boolean): Answer;
  addPhrases(languageSize: number): Answer;
  addTextModel(): Answer;
  missingPhrases(): Answer;
  readable(urlSize: number, encodingSize: number, isText: boolean): Answer;
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

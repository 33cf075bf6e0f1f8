// Bytes in another encoding than UTF-8, as UTF-8. A browser's own decoders are those of the standard. Node's
// lack a part of the Korean, Chinese and Japanese characters; there encodings.wasm decodes, as the command does.

import {nodeFiles} from "./node_files.js";

interface Decoders {
  _initialize(): void;
  memory: WebAssembly.Memory;
  reserve(size: number): number;
  decode(nameSize: number): number;
  decoded(): number;
}

let decoders: Decoders | null | undefined;

/** Null where there are none to read: in browsers. */
function ownDecoders(): Decoders | null {
  const file = nodeFiles()?.readFileSync(new URL("./encodings.wasm", import.meta.url));
  if (!file) return null;
  const ends = (status: number): never => {
    throw new Error(`the decoders ended with status ${status}`);
  };
  const imports = {env: {emscripten_notify_memory_growth: () => undefined}, wasi_snapshot_preview1: {proc_exit: ends}};
  const made = new WebAssembly.Instance(new WebAssembly.Module(file as BufferSource), imports).exports as unknown as Decoders;
  made._initialize();
  return made;
}

const encoder = new TextEncoder();

export function decodeLegacy(label: string, bytes: Uint8Array): Uint8Array {
  if (decoders === undefined) decoders = ownDecoders();
  // A mark that is left is a character of the text.
  if (!decoders) return encoder.encode(new TextDecoder(label, {ignoreBOM: true}).decode(bytes));
  try {
    const name = encoder.encode(label);
    const address = decoders.reserve(name.length + bytes.length);
    const input = new Uint8Array(decoders.memory.buffer, address);
    input.set(name);
    input.set(bytes, name.length);
    const size = decoders.decode(name.length);
    return new Uint8Array(decoders.memory.buffer, decoders.decoded(), size).slice();
  } catch (error) {
    decoders = undefined; // after a trap its memory cannot be trusted
    throw error;
  }
}

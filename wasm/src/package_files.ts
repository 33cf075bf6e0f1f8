// Files of the package that lie beside the engine and are read when they are first needed.

import {nodeFiles} from "./node_files.js";

/** Without waiting, which only Node can. */
export function readNow(address: URL): Uint8Array | undefined {
  return address.protocol === "file:" ? nodeFiles()?.readFileSync(address) : undefined;
}

export async function loadFile(address: URL): Promise<Uint8Array> {
  const file = readNow(address);
  if (file) return file;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot load ${address.href}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

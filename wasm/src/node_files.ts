// Node's files without an import, which bundlers for browsers would stumble over.

interface Files {
  readFileSync(path: URL): Uint8Array;
}

interface NodeProcess {
  getBuiltinModule?(name: "node:fs"): Files;
}

/** Undefined elsewhere, and in Node before 20.16. */
export function nodeFiles(): Files | undefined {
  const {process} = globalThis as {process?: NodeProcess};
  return process?.getBuiltinModule?.("node:fs");
}

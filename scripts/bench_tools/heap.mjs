// The WebAssembly memory that one page needs, in a process of its own: node heap.mjs PAGE.html. Prints
// megabytes. That memory never shrinks, so what it is afterwards is the most it was.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const memories = new Set();
const note = (instance) => Object.values(instance.exports)
  .filter((value) => value instanceof WebAssembly.Memory).forEach((memory) => memories.add(memory));

// The reader keeps its instance to itself.
const {Instance, instantiate} = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    note(this);
  }
};
WebAssembly.instantiate = async (...args) => {
  const result = await instantiate(...args);
  note(result.instance ?? result);
  return result;
};

const {loadReader} = await import(`${fileURLToPath(new URL('../..', import.meta.url))}build/wasm/index.mjs`);
const reader = await loadReader();
reader.extract(readFileSync(process.argv[2], 'utf8'), {});
console.log(Math.max(...[...memories].map(({buffer}) => buffer.byteLength)) / 1e6);

// The engine's own memcpy and its like do what C says, for every size up to where the instruction takes over,
// from every place in a block, and touch no byte beside.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";

import {root} from "./engine.ts";

interface MemoryFunctions {
  memory: WebAssembly.Memory;
  memcpy(to: number, from: number, size: number): number;
  memmove(to: number, from: number, size: number): number;
  memset(to: number, value: number, size: number): number;
  memcmp(left: number, right: number, size: number): number;
  memchr(run: number, value: number, size: number): number;
}

const module = new WebAssembly.Module(readFileSync(`${root}build/wasm-cmake/wasm/memory_functions.wasm`));
const functions = new WebAssembly.Instance(module, {}).exports as unknown as MemoryFunctions;
const memory = new Uint8Array(functions.memory.buffer);

/** All sizes around a block and two, then fewer, and some that the instruction copies. */
const sizes = [...Array(100).keys(), 127, 128, 129, 255, 256, 400, 510, 511, 512, 513, 1000, 4096];
const base = 2 ** 16, room = 3 * 4096;
const shifts = [0, 1, 7, 15];

function fill(): Uint8Array {
  for (let i = 0; i < room; ++i) memory[base + i] = (i * 167 + (i >> 8)) & 255;
  return memory.slice(base, base + room);
}

const now = (): Uint8Array => memory.subarray(base, base + room);

test("memcpy", () => {
  for (const size of sizes) {
    for (const shift of shifts) {
      const expected = fill();
      expected.set(expected.slice(shift, shift + size), 2 * 4096 - 3);
      assert.equal(functions.memcpy(base + 2 * 4096 - 3, base + shift, size), base + 2 * 4096 - 3);
      assert.deepEqual(now(), expected, `${size} bytes from ${shift}`);
    }
  }
});

test("memmove, upwards and downwards, over what it reads", () => {
  for (const size of sizes) {
    for (const distance of [-1000, -33, -16, -15, -1, 0, 1, 5, 16, 17, 31, 40, 700]) {
      const expected = fill();
      expected.copyWithin(4096 + distance, 4096, 4096 + size);
      assert.equal(functions.memmove(base + 4096 + distance, base + 4096, size), base + 4096 + distance);
      assert.deepEqual(now(), expected, `${size} bytes by ${distance}`);
    }
  }
});

test("memset", () => {
  for (const size of sizes) {
    for (const shift of shifts) {
      const expected = fill().fill(0xe9, shift + 32, shift + 32 + size);
      assert.equal(functions.memset(base + shift + 32, 0x1e9, size), base + shift + 32);
      assert.deepEqual(now(), expected, `${size} bytes at ${shift}`);
    }
  }
});

test("memcmp: the first byte that differs decides, as a number without a sign", () => {
  const left = base, right = base + 4099;
  for (const size of sizes.filter((size) => size < 4096)) {
    fill();
    memory.copyWithin(right, left, left + size + 1);
    memory[right + size]! ^= 255;
    assert.equal(functions.memcmp(left, right, size), 0, `${size} equal bytes`);
    for (let at = 0; at < size; at += size > 100 ? 7 : 1) {
      const was = memory[right + at]!;
      memory[right + at] = was ^ 0x80;
      if (at + 1 < size) memory[right + at + 1]! ^= 0x40;
      assert.equal(Math.sign(functions.memcmp(left, right, size)), was < 128 ? -1 : 1, `${at} of ${size}`);
      memory.copyWithin(right + at, left + at, left + Math.min(size, at + 2));
    }
  }
});

test("memchr: the first of them, and none behind the end", () => {
  for (const size of sizes) {
    memory.fill(0x41, base, base + room);
    memory[base + size] = 0xe9;
    assert.equal(functions.memchr(base, 0xe9, size), 0, `none in ${size}`);
    for (let at = size - 1; at >= 0; at -= size > 100 ? 7 : 1) {
      memory[base + at] = 0xe9;
      assert.equal(functions.memchr(base, 0x1e9, size), base + at, `${at} of ${size}`);
    }
  }
});

// How a module is given its input: bytes in its own memory.

/** A module that makes room for its input. */
export interface Room {
  readonly HEAPU8: Uint8Array;
  /** Gives the address of so many bytes. What was written to them before stays. */
  reserveInput(size: number): number;
}

/** In UTF-8, of a unit of UTF-16. */
const mostBytesOfUnit = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

/**
 * Text is encoded in the module's memory, where bytes of its own would be one more copy. Writes from `start` on and gives
 * the place after the last byte. Every call may grow the memory, which puts a new array in HEAPU8's place.
 */
function write(room: Room, input: string | Uint8Array, start: number): number {
  if (typeof input === "string") return writeText(room, input, start);
  const end = start + input.length;
  const address = room.reserveInput(end);
  room.HEAPU8.set(input, address + start);
  return end;
}

function writeText(room: Room, text: string, start: number): number {
  // Most of a page is its markup, of a byte each. Only where the rest says otherwise is there room for the worst case.
  let end = start + text.length;
  const address = room.reserveInput(end);
  const {read, written} = encoder.encodeInto(text, room.HEAPU8.subarray(address + start, address + end));
  end = start + written;
  return read === text.length ? end : writeRest(room, text.slice(read), end);
}

function writeRest(room: Room, text: string, start: number): number {
  const most = start + text.length * mostBytesOfUnit;
  const address = room.reserveInput(most);
  return start + encoder.encodeInto(text, room.HEAPU8.subarray(address + start, address + most)).written;
}

/** Writes a call's input, its parts one right after the other, and gives their sizes. */
export function writeParts(room: Room, parts: readonly (string | Uint8Array)[]): number[] {
  let end = 0;
  const sizes = parts.map((part) => {
    const start = end;
    end = write(room, part, start);
    return end - start;
  });
  room.reserveInput(end);
  return sizes;
}

export function textAt({HEAPU8}: Room, address: number, size: number): string {
  return decoder.decode(HEAPU8.subarray(address, address + size));
}

/** A memory that grew larger than this for one page is given back. */
const mostBytesToKeep = 192 * 2 ** 20;

export function isTooLarge({HEAPU8}: Room): boolean {
  return HEAPU8.length > mostBytesToKeep;
}

// A ZIP archive of small files, stored without compression: what EPUB is made of. The same files give the
// same bytes.

export interface ZipEntry {
  name: string;
  data: Uint8Array;
}

const kTable = Uint32Array.from({length: 256}, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) value = (value >>> 8) ^ (kTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the first day that the format knows. */
const kDate = 0x21;
const kVersion = 20;
const kUtf8Names = 0x0800;

export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files = entries.map(({name, data}) => ({name: new TextEncoder().encode(name), data, crc: crc32(data)}));
  const local = files.reduce((sum, {name, data}) => sum + 30 + name.length + data.length, 0);
  const central = files.reduce((sum, {name}) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(local + central + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put = (size: 2 | 4, ...values: number[]): void => {
    for (const value of values) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
  };
  const append = (data: Uint8Array): void => {
    bytes.set(data, at);
    at += data.length;
  };

  const offsets: number[] = [];
  for (const {name, data, crc} of files) {
    offsets.push(at);
    put(4, 0x04034b50);
    put(2, kVersion, kUtf8Names, 0, 0, kDate);
    put(4, crc, data.length, data.length);
    put(2, name.length, 0);
    append(name);
    append(data);
  }
  for (const [index, {name, data, crc}] of files.entries()) {
    put(4, 0x02014b50);
    put(2, kVersion, kVersion, kUtf8Names, 0, 0, kDate);
    put(4, crc, data.length, data.length);
    put(2, name.length, 0, 0, 0, 0);
    put(4, 0, offsets[index] ?? 0);
    append(name);
  }
  put(4, 0x06054b50);
  put(2, 0, 0, files.length, files.length);
  put(4, central, local);
  put(2, 0);
  return bytes;
}

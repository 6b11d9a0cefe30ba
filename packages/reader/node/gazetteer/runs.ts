import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import type { Entry } from "./entries.ts";

/** Before each entry's bytes in a run: the three numbers and the length. */
const HEAD_BYTES = 14;
const BLOCK = 1 << 20;

/** Writes entries that are in order as a run; the file is there only when it is whole. Gives its size. */
export function writeRun(path: string, entries: Iterable<Entry>): number {
  const half = `${path}.half`;
  const fd = openSync(half, "w");
  const block = Buffer.allocUnsafe(BLOCK + HEAD_BYTES + 0xffff);
  let used = 0;
  let size = 0;
  try {
    for (const { a, b, c, bytes } of entries) {
      used = block.writeUInt32LE(a, used);
      used = block.writeUInt32LE(b, used);
      used = block.writeUInt32LE(c, used);
      used = block.writeUInt16LE(bytes.length, used);
      block.set(bytes, used);
      used += bytes.length;
      if (used < BLOCK) continue;
      writeSync(fd, block, 0, used);
      size += used;
      used = 0;
    }
    writeSync(fd, block, 0, used);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(half, path);
  return size + used;
}

/** A run being read: the entry it stands at, or null at its end. */
export interface RunReader {
  readonly entry: Entry | null;
  /** Where in the file that entry begins. */
  readonly at: number;
  next(): void;
  close(): void;
}

/** Reads a run from a place in it where an entry begins; holds one block of it. */
export function openRun(path: string, from = 0): RunReader {
  const fd = openSync(path, "r");
  let block = Buffer.allocUnsafe(BLOCK);
  let blockAt = from;
  let filled = readSync(fd, block, 0, block.length, blockAt);
  let at = 0;
  let entry: Entry | null = null;
  let length = 0;
  const has = (bytes: number): boolean => {
    if (at + bytes <= filled) return true;
    blockAt += at;
    at = 0;
    if (bytes > block.length) block = Buffer.allocUnsafe(bytes);
    filled = readSync(fd, block, 0, block.length, blockAt);
    return bytes <= filled;
  };
  const read = (): void => {
    if (!has(HEAD_BYTES)) {
      entry = null;
      length = 0;
      return;
    }
    length = HEAD_BYTES + block.readUInt16LE(at + 12);
    if (!has(length)) throw new Error(`${path}: ends inside an entry`);
    const bytes = block.subarray(at + HEAD_BYTES, at + length);
    entry = { a: block.readUInt32LE(at), b: block.readUInt32LE(at + 4), c: block.readUInt32LE(at + 8), bytes };
  };
  read();
  return {
    get entry() {
      return entry;
    },
    get at() {
      return blockAt + at;
    },
    next() {
      at += length;
      read();
    },
    close: () => closeSync(fd),
  };
}

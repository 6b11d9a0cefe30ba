import { createHash } from "node:crypto";
import {
  BUCKET_ALIGN,
  bucketOf,
  DIGEST_BYTES,
  HEAD,
  HEAD_BYTES,
  LAYOUT_VERSION,
  MAGIC,
} from "../../src/place/layout.ts";
import type { Entry } from "./entries.ts";
import { putVarint } from "./place-row.ts";

/** Where an index goes: memory or a file. */
export interface Sink {
  write(at: number, bytes: Uint8Array): void;
}

/** What is known of an index before its entries come. */
export interface IndexPlan {
  readonly places: number;
  readonly bucketBits: number;
  readonly isList: boolean;
  readonly codes: Uint8Array;
}

/** How far an index is written; a writer begun from it goes on there. */
export interface IndexState {
  /** The bucket that comes next. */
  readonly bucket: number;
  /** Bytes of buckets written. */
  readonly data: number;
  readonly digest: string;
}

export const NOTHING_WRITTEN: IndexState = { bucket: 0, data: 0, digest: "" };

/** Writes an index from entries in the order of their hashes. */
export interface IndexWriter {
  /** The first number is the first hash, the second the other one, the third falls as population rises. */
  add(entry: Entry): void;
  /** Writes what is left and the head; gives the size of the whole. */
  finish(): number;
}

/** Entries a bucket has, about. */
const USUAL_ENTRIES = 6;

/** Buckets for so many entries, as a power of two. */
export function bucketBitsFor(entries: number): number {
  return Math.min(28, Math.max(0, Math.round(Math.log2(Math.max(1, entries / USUAL_ENTRIES)))));
}

/** Buckets that are written and hashed together. */
const BLOCK = 4096;

/** Where a writer goes on from, and who is told of each block that is in the sink, before the entry that comes then. */
export interface IndexProgress {
  readonly from?: IndexState;
  readonly onBlock?: (state: IndexState) => void;
}

export function indexWriter(
  sink: Sink,
  plan: IndexPlan,
  { from = NOTHING_WRITTEN, onBlock }: IndexProgress = {},
): IndexWriter {
  const { bucketBits, codes } = plan;
  const buckets = 2 ** bucketBits;
  const tableAt = HEAD_BYTES + Math.ceil(codes.length / 4) * 4;
  const dataAt = tableAt + 4 * (buckets + 1);
  const key = new KeyBuffer();
  const data = new Growing();
  const table = new Uint32Array(BLOCK);
  let { bucket, data: written, digest } = from;
  let blockAt = bucket;

  const closeBlock = (): void => {
    const bytes = data.bytes();
    sink.write(dataAt + written, bytes);
    sink.write(tableAt + 4 * blockAt, bytesOf(table.subarray(0, bucket - blockAt)));
    digest = createHash("sha256").update(digest).update(bytes).digest("hex");
    written += bytes.length;
    blockAt = bucket;
    data.clear();
    onBlock?.({ bucket, data: written, digest });
  };
  /** Ends the current bucket and all empty ones before `next`. */
  const moveTo = (next: number): void => {
    key.into(data);
    while (bucket < next) {
      data.pad(BUCKET_ALIGN);
      bucket += 1;
      if (bucket - blockAt === BLOCK) closeBlock();
      if (bucket < buckets) table[bucket - blockAt] = (written + data.length) / BUCKET_ALIGN;
    }
  };
  table[0] = written / BUCKET_ALIGN;

  return {
    add({ a, b, bytes }) {
      const at = bucketOf(a, bucketBits);
      if (at > bucket) moveTo(at);
      if (!key.isOf(a, b)) key.into(data);
      key.add(a, b, bytes);
    },
    finish() {
      moveTo(buckets);
      if (bucket > blockAt) closeBlock();
      const end = new Uint32Array([written / BUCKET_ALIGN]);
      sink.write(tableAt + 4 * buckets, bytesOf(end));
      sink.write(HEAD_BYTES, codes);
      sink.write(0, headOf(plan, { tableAt, size: dataAt + written, digest }));
      return dataAt + written;
    },
  };
}

function headOf(
  { places, bucketBits, isList, codes }: IndexPlan,
  { tableAt, size, digest }: { readonly tableAt: number; readonly size: number; readonly digest: string },
): Uint8Array {
  const head = new Uint32Array(HEAD_BYTES / 4);
  head[HEAD.magic] = MAGIC;
  head[HEAD.version] = LAYOUT_VERSION;
  head[HEAD.places] = places;
  head[HEAD.bucketBits] = bucketBits;
  head[HEAD.isList] = isList ? 1 : 0;
  head[HEAD.codesAt] = HEAD_BYTES;
  head[HEAD.codesLength] = codes.length;
  head[HEAD.tableAt] = tableAt;
  head[HEAD.sizeLow] = size % 2 ** 32;
  head[HEAD.sizeHigh] = Math.floor(size / 2 ** 32);
  const bytes = bytesOf(head);
  // the codes belong to what the index says
  const whole = createHash("sha256").update(digest).update(codes).digest().subarray(0, DIGEST_BYTES);
  bytes.set(whole, 4 * HEAD.digest);
  return bytes;
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Bytes that grow by doubling. */
class Growing {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  append(bytes: Uint8Array): void {
    this.#ensure(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  pad(to: number): void {
    this.#ensure(to);
    while (this.length % to !== 0) this.#bytes[this.length++] = 0;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #ensure(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** The places of the key that is being written. */
class KeyBuffer {
  readonly #places = new Growing();
  readonly #head = Buffer.alloc(24);
  #a = 0;
  #b = 0;
  #count = 0;

  isOf(a: number, b: number): boolean {
    return this.#count > 0 && this.#a === a && this.#b === b;
  }

  add(a: number, b: number, place: Uint8Array): void {
    this.#a = a;
    this.#b = b;
    this.#count += 1;
    this.#places.append(place);
  }

  /** Moves the key with its places, if there are any. */
  into(data: Growing): void {
    if (this.#count === 0) return;
    let at = this.#head.writeUInt32LE(this.#b, 0);
    at = putVarint(this.#head, at, this.#count);
    at = putVarint(this.#head, at, this.#places.length);
    data.append(this.#head.subarray(0, at));
    data.append(this.#places.bytes());
    this.#places.clear();
    this.#count = 0;
  }
}

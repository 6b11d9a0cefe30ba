import { hashOf, keyOf } from "../src/place/key.ts";
import {
  FEATURES,
  type Feature,
  HEAD_NUMBERS,
  LAYOUT_VERSION,
  MAGIC,
  SECTIONS,
  type Section,
} from "../src/place/layout.ts";

/** A row to be written; `names` are all names it is found by, the first one shown. */
export interface GazetteerRow {
  readonly names: readonly string[];
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly lat: number;
  readonly lon: number;
  readonly id: number | null;
  readonly population: number;
  readonly feature: Feature;
}

/** Collects rows and gives the bytes of an index. Rows are kept as numbers, so that millions fit. */
export interface GazetteerWriter {
  add(row: GazetteerRow): void;
  readonly size: number;
  finish(): Uint8Array;
}

/** A list of numbers that grows by doubling. */
class Growing<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array> {
  #array: T;
  length = 0;

  constructor(array: T) {
    this.#array = array;
  }

  push(value: number): void {
    this.#ensure(1);
    this.#array[this.length++] = value;
  }

  append(bytes: Uint8Array): void {
    this.#ensure(bytes.length);
    this.#array.set(bytes, this.length);
    this.length += bytes.length;
  }

  get(i: number): number {
    return this.#array[i] ?? 0;
  }

  done(): T {
    return this.#array.subarray(0, this.length) as T;
  }

  #ensure(more: number): void {
    if (this.length + more <= this.#array.length) return;
    const Kind = this.#array.constructor as new (n: number) => T;
    const larger = new Kind(Math.max(this.#array.length * 2, this.length + more));
    larger.set(this.#array as never);
    this.#array = larger;
  }
}

/** A writer of the index that {@link openGazetteer} reads. */
export function gazetteerWriter(): GazetteerWriter {
  const rows = newColumns();
  const countries = new Codes("");
  const divisions = new Codes("");
  const seconds = new Codes("");
  const encoder = new TextEncoder();
  return {
    add(row) {
      const i = rows.lat.length;
      rows.lat.push(Math.round(row.lat * 1e5));
      rows.lon.push(Math.round(row.lon * 1e5));
      rows.id.push(row.id ?? 0);
      rows.population.push(row.population);
      rows.country.push(countries.of(row.country, 255));
      rows.admin1.push(divisions.of(row.admin1, 65_535));
      rows.admin2.push(seconds.of(row.admin2, 65_535));
      rows.feature.push(FEATURES.indexOf(row.feature));
      rows.nameAt.push(rows.names.length);
      rows.names.append(encoder.encode(row.names[0] ?? ""));
      for (const key of new Set(row.names.map(keyOf))) if (key !== "") addKey(rows, key, i);
    },
    get size() {
      return rows.lat.length;
    },
    finish() {
      rows.nameAt.push(rows.names.length);
      const codes = encoder.encode(`${countries.list.join(" ")}\n${divisions.list.join(" ")}`);
      return bytesOf(rows, codes);
    },
  };
}

interface Columns {
  readonly lat: Growing<Int32Array>;
  readonly lon: Growing<Int32Array>;
  readonly id: Growing<Uint32Array>;
  readonly population: Growing<Uint32Array>;
  readonly country: Growing<Uint8Array>;
  readonly admin1: Growing<Uint16Array>;
  readonly admin2: Growing<Uint16Array>;
  readonly feature: Growing<Uint8Array>;
  readonly nameAt: Growing<Uint32Array>;
  readonly names: Growing<Uint8Array>;
  /** One triple a name: both hashes and the row. */
  readonly keyA: Growing<Uint32Array>;
  readonly keyB: Growing<Uint32Array>;
  readonly keyRow: Growing<Uint32Array>;
}

function newColumns(): Columns {
  const u32 = (): Growing<Uint32Array> => new Growing(new Uint32Array(1024));
  return {
    lat: new Growing(new Int32Array(1024)),
    lon: new Growing(new Int32Array(1024)),
    id: u32(),
    population: u32(),
    country: new Growing(new Uint8Array(1024)),
    admin1: new Growing(new Uint16Array(1024)),
    admin2: new Growing(new Uint16Array(1024)),
    feature: new Growing(new Uint8Array(1024)),
    nameAt: u32(),
    names: new Growing(new Uint8Array(1024)),
    keyA: u32(),
    keyB: u32(),
    keyRow: u32(),
  };
}

function addKey(rows: Columns, key: string, i: number): void {
  const [a, b] = hashOf(key);
  rows.keyA.push(a);
  rows.keyB.push(b);
  rows.keyRow.push(i);
}

/** Codes as numbers by first use; what is beyond the limit counts as unknown. */
class Codes {
  readonly list: string[];
  readonly #known = new Map<string, number>();

  constructor(none: string) {
    this.list = [none];
    this.#known.set(none, 0);
  }

  of(code: string, limit: number): number {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    if (this.list.length > limit) return 0;
    this.#known.set(code, this.list.length);
    return this.list.push(code) - 1;
  }
}

/** Names of one key together, most populous place first: counted in a first pass over the keys, put in a second. */
function indexOf(rows: Columns): { readonly slots: Uint32Array; readonly postings: Uint32Array } {
  const n = rows.keyRow.length;
  let size = 16;
  while (size < n * 1.4) size *= 2;
  const slots = new Uint32Array(size * 2);
  const used = new Uint8Array(size);
  const counts = new Uint32Array(size);
  const slotAt = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const slot = slotFor(slots, used, [rows.keyA.get(i), rows.keyB.get(i)]);
    slotAt[i] = slot;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const { postings, next } = emptyPostings(slots, counts);
  for (let i = 0; i < n; i++) {
    const slot = slotAt[i] ?? 0;
    const at = next[slot] ?? 0;
    postings[at] = rows.keyRow.get(i);
    next[slot] = at + 1;
  }
  for (let slot = 0; slot < size; slot++) {
    const count = counts[slot] ?? 0;
    const from = slots[2 * slot + 1] ?? 0;
    if (count > 1) sortByPopulation(postings.subarray(from, from + count), rows);
  }
  return { slots, postings };
}

/** The slot that holds a key, taken for it where none does yet. */
function slotFor(slots: Uint32Array, used: Uint8Array, [a, b]: readonly [number, number]): number {
  const mask = used.length - 1;
  let slot = a & mask;
  while (used[slot] === 1 && slots[2 * slot] !== b) slot = (slot + 1) & mask;
  used[slot] = 1;
  slots[2 * slot] = b;
  return slot;
}

/** Room for each list with its length before it; `next` is where each slot's next place goes. */
function emptyPostings(
  slots: Uint32Array,
  counts: Uint32Array,
): { readonly postings: Uint32Array; readonly next: Uint32Array } {
  let total = 0;
  for (const count of counts) if (count > 0) total += count + 1;
  const postings = new Uint32Array(total);
  const next = new Uint32Array(counts.length);
  let at = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    postings[at] = count;
    slots[2 * slot + 1] = at + 1;
    next[slot] = at + 1;
    at += count + 1;
  }
  return { postings, next };
}

function sortByPopulation(list: Uint32Array, rows: Columns): void {
  list.sort((x, y) => rows.population.get(y) - rows.population.get(x) || x - y);
}

function bytesOf(rows: Columns, codes: Uint8Array): Uint8Array {
  const { slots, postings } = indexOf(rows);
  const sections: Readonly<Record<Section, ArrayBufferView>> = {
    lat: rows.lat.done(),
    lon: rows.lon.done(),
    id: rows.id.done(),
    population: rows.population.done(),
    nameAt: rows.nameAt.done(),
    slots,
    postings,
    admin1: rows.admin1.done(),
    admin2: rows.admin2.done(),
    country: rows.country.done(),
    feature: rows.feature.done(),
    names: rows.names.done(),
    codes,
  };
  const head = new Uint32Array(HEAD_NUMBERS);
  head.set([MAGIC, LAYOUT_VERSION, rows.lat.length, slots.length / 2]);
  let at = HEAD_NUMBERS * 4;
  SECTIONS.forEach((name, i) => {
    head.set([at, sections[name].byteLength], 4 + 2 * i);
    at += Math.ceil(sections[name].byteLength / 4) * 4;
  });
  const bytes = new Uint8Array(at);
  bytes.set(new Uint8Array(head.buffer));
  SECTIONS.forEach((name, i) => {
    const view = sections[name];
    bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), head[4 + 2 * i] ?? 0);
  });
  return bytes;
}

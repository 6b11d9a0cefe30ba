import { hashOf, keyOf } from "./key.ts";
import {
  BUCKET_ALIGN,
  bucketOf,
  DIGEST_BYTES,
  FEATURE_MASK,
  FEATURES,
  type Feature,
  HAS,
  HEAD,
  HEAD_BYTES,
  LAYOUT_VERSION,
  MAGIC,
} from "./layout.ts";
import { looseOf } from "./loose-key.ts";

/** A place of the gazetteer. */
export interface GazetteerPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** GeoNames code of the first-level division with its country, "US.OH"; "" where unknown. */
  readonly admin1: string;
  /** A number shared by places of one second-level division; 0 where unknown. */
  readonly admin2: number;
  readonly lat: number;
  readonly lon: number;
  /** GeoNames id, or null. */
  readonly id: number | null;
  readonly population: number;
  readonly feature: Feature;
}

/** Look-up by name over an index, which is never held as a whole. */
export interface Gazetteer {
  readonly size: number;
  /** Whether it is somebody's own list of places and no dump of all there are: its places are then meant. */
  readonly isList: boolean;
  /** SHA-256 over what is in it, in hexadecimal digits. */
  readonly digest: string;
  /** The places of a name, however it is accented or hyphenated; most populous first, at most {@link MOST_FOUND}. */
  find(name: string): readonly GazetteerPlace[];
  /** The same by another transliteration ("Hudaida" for "Al Hudaydah"), for names that `find` does not know. */
  findLoose(name: string): readonly GazetteerPlace[];
  /** Whether `find` would give anything. */
  has(name: string): boolean;
}

/** Where an index's bytes come from: memory, or a file of which only what is asked for is read. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `at` on; they may be overwritten by the next call. */
  read(at: number, length: number): Uint8Array;
}

/** Places of one name that are given at most. */
export const MOST_FOUND = 64;

/** Opens an index, reading only its head; null where the bytes are none of this version, or cut. */
export function openGazetteer(from: Uint8Array | ByteSource): Gazetteer | null {
  const source = from instanceof Uint8Array ? inMemory(from) : from;
  const index = indexOf(source);
  if (index === null) return null;
  const found = (key: string): readonly GazetteerPlace[] => {
    const listed = listedAt(index, key);
    return listed === null ? [] : placesIn(index, listed);
  };
  return {
    size: index.places,
    isList: index.isList,
    digest: index.digest,
    find: (name) => found(keyOf(name)),
    findLoose: (name) => found(looseOf(keyOf(name))),
    has: (name) => listedAt(index, keyOf(name)) !== null,
  };
}

function inMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.byteLength, read: (at, length) => bytes.subarray(at, at + length) };
}

interface Index {
  readonly source: ByteSource;
  readonly places: number;
  readonly isList: boolean;
  readonly digest: string;
  readonly bits: number;
  readonly tableAt: number;
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
}

function indexOf(source: ByteSource): Index | null {
  if (source.size < HEAD_BYTES) return null;
  const head = Uint8Array.from(source.read(0, HEAD_BYTES));
  const number = (field: Exclude<keyof typeof HEAD, "digest">): number => u32(head, 4 * HEAD[field]);
  if (number("magic") !== MAGIC || number("version") !== LAYOUT_VERSION) return null;
  if (number("sizeLow") + 2 ** 32 * number("sizeHigh") !== source.size) return null;
  const digest = head.subarray(4 * HEAD.digest, 4 * HEAD.digest + DIGEST_BYTES);
  const [countries = "", divisions = ""] = utf8(source.read(number("codesAt"), number("codesLength"))).split("\n");
  return {
    source,
    places: number("places"),
    isList: number("isList") === 1,
    digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    bits: number("bucketBits"),
    tableAt: number("tableAt"),
    countries: countries.split(" "),
    divisions: divisions.split(" "),
  };
}

/** Where the places of a key stand. */
interface Listed {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly count: number;
}

/** A bucket is a list of keys: the second hash, how many places, how many bytes they take, the places. */
function listedAt(index: Index, key: string): Listed | null {
  if (key === "") return null;
  const [a, b] = hashOf(key);
  const bytes = bucketAt(index, bucketOf(a, index.bits));
  const cursor: Cursor = { bytes, at: 0 };
  // padding behind the last key is shorter than a key
  while (cursor.at + 6 <= bytes.length) {
    const hash = u32(bytes, cursor.at);
    cursor.at += 4;
    const count = varint(cursor);
    const length = varint(cursor);
    if (hash === b) return { bytes, at: cursor.at, count };
    cursor.at += length;
  }
  return null;
}

function bucketAt({ source, tableAt, bits }: Index, bucket: number): Uint8Array {
  const places = source.read(tableAt + 4 * bucket, 8);
  const dataAt = tableAt + 4 * (2 ** bits + 1);
  const [from, to] = [u32(places, 0) * BUCKET_ALIGN, u32(places, 4) * BUCKET_ALIGN];
  return source.read(dataAt + from, to - from);
}

/** A place in bytes that moves on as they are read. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function placesIn(index: Index, { bytes, at, count }: Listed): readonly GazetteerPlace[] {
  const cursor: Cursor = { bytes, at };
  const places: GazetteerPlace[] = [];
  for (let i = 0; i < Math.min(count, MOST_FOUND); i++) places.push(placeAt(index, cursor));
  return places;
}

function placeAt(index: Index, cursor: Cursor): GazetteerPlace {
  const { bytes } = cursor;
  const flags = byte(cursor);
  const country = index.countries[byte(cursor)] ?? "";
  const admin1 = flags & HAS.admin1 ? byte(cursor) | (byte(cursor) << 8) : 0;
  const admin2 = flags & HAS.admin2 ? next32(cursor) : 0;
  const lat = (next32(cursor) | 0) / 1e5;
  const lon = (next32(cursor) | 0) / 1e5;
  const id = flags & HAS.id ? next32(cursor) : null;
  const population = flags & HAS.population ? varint(cursor) : 0;
  const length = byte(cursor);
  const name = utf8(bytes.subarray(cursor.at, cursor.at + length));
  cursor.at += length;
  const feature = FEATURES[flags & FEATURE_MASK] ?? "place";
  return { name, country, admin1: index.divisions[admin1] ?? "", admin2, lat, lon, id, population, feature };
}

function byte(cursor: Cursor): number {
  const value = cursor.bytes[cursor.at] ?? 0;
  cursor.at += 1;
  return value;
}

function next32(cursor: Cursor): number {
  const value = u32(cursor.bytes, cursor.at);
  cursor.at += 4;
  return value;
}

function u32(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return (low | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}

/** A number in groups of seven bits, the lowest first; the top bit says that more follow. */
function varint(cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; scale < 2 ** 42; scale *= 128) {
    const b = byte(cursor);
    value += (b & 127) * scale;
    if (b < 128) break;
  }
  return value;
}

/** Well-formed UTF-8 as a string: plain JavaScript has no decoder of its own. */
function utf8(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (let k = 1; k <= more; k++) code = (code << 6) | ((bytes[i + k] ?? 0) & 0x3f);
    text += String.fromCodePoint(code);
    i += more + 1;
  }
  return text;
}

import { hashOf, keyOf } from "./key.ts";
import { FEATURES, type Feature, HEAD_NUMBERS, LAYOUT_VERSION, MAGIC, SECTIONS, type Section } from "./layout.ts";

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

/** Look-up by name over the bytes of an index; opening it reads only the head. */
export interface Gazetteer {
  readonly size: number;
  /** All places of a name, however it is accented or hyphenated; most populous first. */
  find(name: string): readonly GazetteerPlace[];
  /** Whether `find` would give anything. */
  has(name: string): boolean;
}

interface Tables {
  readonly count: number;
  readonly slots: Uint32Array;
  readonly postings: Uint32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly id: Uint32Array;
  readonly population: Uint32Array;
  readonly nameAt: Uint32Array;
  readonly admin1: Uint16Array;
  readonly admin2: Uint16Array;
  readonly country: Uint8Array;
  readonly feature: Uint8Array;
  readonly names: Uint8Array;
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
}

/** Opens an index; null where the bytes are none of this version. */
export function openGazetteer(bytes: Uint8Array): Gazetteer | null {
  const tables = tablesOf(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());
  if (tables === null) return null;
  return {
    size: tables.count,
    find: (name) => postingsOf(tables, keyOf(name)).map((i) => placeOf(tables, i)),
    has: (name) => slotOf(tables, keyOf(name)) >= 0,
  };
}

function tablesOf(bytes: Uint8Array): Tables | null {
  if (bytes.byteLength < HEAD_NUMBERS * 4) return null;
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_NUMBERS);
  if (head[0] !== MAGIC || head[1] !== LAYOUT_VERSION) return null;
  const at = (s: Section): readonly [number, number] => {
    const i = 4 + 2 * SECTIONS.indexOf(s);
    return [bytes.byteOffset + (head[i] ?? 0), head[i + 1] ?? 0];
  };
  const u32 = (s: Section): Uint32Array => new Uint32Array(bytes.buffer, at(s)[0], at(s)[1] / 4);
  const i32 = (s: Section): Int32Array => new Int32Array(bytes.buffer, at(s)[0], at(s)[1] / 4);
  const u16 = (s: Section): Uint16Array => new Uint16Array(bytes.buffer, at(s)[0], at(s)[1] / 2);
  const u8 = (s: Section): Uint8Array => new Uint8Array(bytes.buffer, at(s)[0], at(s)[1]);
  const [countries = "", divisions = ""] = utf8(u8("codes")).split("\n");
  return {
    count: head[2] ?? 0,
    slots: u32("slots"),
    postings: u32("postings"),
    lat: i32("lat"),
    lon: i32("lon"),
    id: u32("id"),
    population: u32("population"),
    nameAt: u32("nameAt"),
    admin1: u16("admin1"),
    admin2: u16("admin2"),
    country: u8("country"),
    feature: u8("feature"),
    names: u8("names"),
    countries: countries.split(" "),
    divisions: divisions.split(" "),
  };
}

/** The slot of a key, or -1: open addressing, two numbers a slot (second hash, posting). */
function slotOf(t: Tables, key: string): number {
  const size = t.slots.length / 2;
  if (size === 0 || key === "") return -1;
  const [a, b] = hashOf(key);
  for (let slot = a & (size - 1), n = 0; n < size; slot = (slot + 1) & (size - 1), n++) {
    const posting = t.slots[2 * slot + 1] ?? 0;
    if (posting === 0) return -1;
    if (t.slots[2 * slot] === b) return slot;
  }
  return -1;
}

/** A posting list is its length, then the places; slot values are one above their place in the list. */
function postingsOf(t: Tables, key: string): readonly number[] {
  const slot = slotOf(t, key);
  if (slot < 0) return [];
  const at = (t.slots[2 * slot + 1] ?? 1) - 1;
  const length = t.postings[at] ?? 0;
  return Array.from(t.postings.subarray(at + 1, at + 1 + length));
}

function nameOf(t: Tables, i: number): string {
  return utf8(t.names.subarray(t.nameAt[i] ?? 0, t.nameAt[i + 1] ?? 0));
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

function placeOf(t: Tables, i: number): GazetteerPlace {
  const id = t.id[i] ?? 0;
  return {
    name: nameOf(t, i),
    country: t.countries[t.country[i] ?? 0] ?? "",
    admin1: t.divisions[t.admin1[i] ?? 0] ?? "",
    admin2: t.admin2[i] ?? 0,
    lat: (t.lat[i] ?? 0) / 1e5,
    lon: (t.lon[i] ?? 0) / 1e5,
    id: id === 0 ? null : id,
    population: t.population[i] ?? 0,
    feature: FEATURES[t.feature[i] ?? 0] ?? "place",
  };
}

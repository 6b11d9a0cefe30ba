import { hashOf, keyOf } from "../../src/place/key.ts";
import { FEATURES, type Feature, HAS, MOST_NAME_BYTES } from "../../src/place/layout.ts";
import { looseOf } from "../../src/place/loose-key.ts";
import type { Codes } from "./codes.ts";
import type { Entry } from "./entries.ts";

/** A place to be written; `names` are all names it is found by, the first one shown. */
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

/** Most keys by which one place is found. */
const MOST_KEYS = 60;

/** Where names come from other scripts or have no settled spelling, so that texts write them in several ways. */
const TRANSLITERATED: ReadonlySet<string> = new Set(
  (
    "AE AF AM AZ BD BH BY CM DJ DZ EG EH ER ET GE IL IN IQ IR JO KG KM KW KZ LB LK LY MA ML MM MR NE NG NP OM PK PS QA " +
    "RU SA SD SN SO SS SY TD TJ TM TN UA UZ XK YE"
  ).split(" "),
);

/** Features whose names texts are likely to spell in another way; waters and mountains are too many to be worth it. */
const LOOSE_TOO: ReadonlySet<Feature> = new Set([
  "place",
  "seat",
  "admin2-seat",
  "admin1-seat",
  "capital",
  "admin2",
  "admin1",
]);

/** Whether a place is also found by other transliterations of its names. */
export function isFoundLoosely({ country, feature }: GazetteerRow, isList: boolean): boolean {
  return isList || (TRANSLITERATED.has(country) && LOOSE_TOO.has(feature));
}

/** The keys under which a place with these names is looked up, each once. */
export function keysOf(names: readonly string[], isLoose: boolean): Set<string> {
  const keys = new Set<string>();
  addKeys(keys, names, isLoose);
  return keys;
}

/** Adds the keys of further names, up to the most that a place may have. */
export function addKeys(keys: Set<string>, names: readonly string[], isLoose: boolean): void {
  for (const name of names) {
    if (keys.size >= MOST_KEYS) return;
    const key = keyOf(name);
    if (key === "" || key.length > MOST_NAME_BYTES) continue;
    keys.add(key);
    const loose = isLoose ? looseOf(key) : "";
    if (loose !== "") keys.add(loose);
  }
}

/** The entries of an index for a place: one a key, more populous places first. */
export function placeEntries(keys: Iterable<string>, population: number, bytes: Uint8Array): readonly Entry[] {
  const c = 0xffff_ffff - Math.min(population, 0xffff_ffff);
  return Array.from(keys, (key) => {
    const [a, b] = hashOf(key);
    return { a, b, c, bytes };
  });
}

const scratch = Buffer.alloc(32 + MOST_NAME_BYTES);

/** A place's bytes as they stand in the index; valid until the next call. */
export function placeBytes(row: GazetteerRow, codes: Codes): Uint8Array {
  const country = codes.country(row.country);
  const admin1 = codes.division(row.admin1);
  const admin2 = row.admin2 === "" ? 0 : shortHash(row.admin2);
  let at = 2;
  let flags = FEATURES.indexOf(row.feature);
  if (admin1 !== 0) {
    flags |= HAS.admin1;
    at = scratch.writeUInt16LE(admin1, at);
  }
  if (admin2 !== 0) {
    flags |= HAS.admin2;
    at = scratch.writeUInt32LE(admin2, at);
  }
  at = scratch.writeInt32LE(Math.round(row.lat * 1e5), at);
  at = scratch.writeInt32LE(Math.round(row.lon * 1e5), at);
  if (row.id !== null && row.id > 0 && row.id <= 0xffff_ffff) {
    flags |= HAS.id;
    at = scratch.writeUInt32LE(row.id, at);
  }
  if (row.population > 0) {
    flags |= HAS.population;
    at = putVarint(scratch, at, Math.min(row.population, 2 ** 40));
  }
  const length = writeName(row.names[0] ?? "", at + 1);
  scratch[at] = length;
  scratch[0] = flags;
  scratch[1] = country;
  return scratch.subarray(0, at + 1 + length);
}

/** Buffer.write cuts between characters, never inside one. */
function writeName(name: string, at: number): number {
  return scratch.write(name, at, MOST_NAME_BYTES, "utf8");
}

/** Writes a number in groups of seven bits; gives where it ends. */
export function putVarint(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  let rest = value;
  while (rest >= 128) {
    bytes[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at++] = rest;
  return at;
}

/** A number for a second-level division's code, never 0. */
function shortHash(code: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) h = Math.imul(h ^ code.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0 || 1;
}

import { hashOf, join } from "./hash.ts";

/** What a word or phrase is known as: bits of a mask. */
export const BITS = {
  first: 0x1,
  last: 0x2,
  country: 0x4,
  group: 0x8,
  city: 0x10,
  town: 0x20,
  region: 0x40,
  district: 0x80,
  org: 0x100,
  orgWord: 0x200,
  facilityWord: 0x400,
  geoWord: 0x800,
  title: 0x1000,
  eventWord: 0x2000,
  calendar: 0x4000,
  other: 0x8000,
  particle: 0x10000,
  said: 0x20000,
  inPlace: 0x40000,
  orgNoun: 0x80000,
  geoNoun: 0x100000,
  armed: 0x200000,
  media: 0x400000,
  person: 0x800000,
  event: 0x1000000,
  facility: 0x2000000,
  peopleNoun: 0x4000000,
  /** A longer entry begins with this. */
  prefix: 0x8000000,
} as const;

export type GazetteerClass = keyof typeof BITS;

/** The bits that say what a phrase is; above them stands how often the word is written small, 0 (unknown) to 7 (always). */
export const CLASS_BITS = 28;
export const SMALL_SHIFT: number = CLASS_BITS;
export const CLASS_MASK: number = BITS.prefix - 1;

/** Phrases by hash: an open-addressed table. */
export interface Gazetteer {
  readonly keys: Uint32Array;
  readonly masks: Uint32Array;
}

/** What the gazetteer knows of the phrase with this key; 0 for nothing. */
export function lookup(gazetteer: Gazetteer, key: number): number {
  const { keys, masks } = gazetteer;
  const mask = keys.length - 1;
  for (let at = key & mask; ; at = (at + 1) & mask) {
    const found = keys[at];
    if (found === key) return masks[at] ?? 0;
    if (found === 0 || found === undefined) return 0;
  }
}

/** Adds bits to a phrase's mask. The table must have room. */
export function addBits(gazetteer: Gazetteer, key: number, bits: number): void {
  const { keys, masks } = gazetteer;
  const mask = keys.length - 1;
  let at = key & mask;
  while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  keys[at] = key;
  masks[at] = ((masks[at] ?? 0) | bits) >>> 0;
}

/** An empty table with room for `entries`. */
export function emptyGazetteer(entries: number): Gazetteer {
  let size = 1024;
  while (size < entries * 1.8) size *= 2;
  return { keys: new Uint32Array(size), masks: new Uint32Array(size) };
}

/** Adds a phrase with its class; its beginnings are marked as such. */
export function addPhrase(gazetteer: Gazetteer, phrase: string, bits: number): void {
  const parts = partsOf(phrase);
  let key = 0;
  for (let i = 0; i < parts.length; i++) {
    key = i === 0 ? (parts[0] ?? 0) : join(key, parts[i] ?? 0);
    addBits(gazetteer, key, i === parts.length - 1 ? bits : BITS.prefix);
  }
}

/** Hashes of a word's parts: small letters without accents, cut at hyphens, apostrophes and spaces. */
export function partsOf(phrase: string): readonly number[] {
  const plain = fold(phrase);
  const parts: number[] = [];
  let from = 0;
  for (let i = 0; i <= plain.length; i++) {
    if (i < plain.length && !isCut(plain.charCodeAt(i))) continue;
    if (i > from) parts.push(hashOf(plain, from, i) || 1);
    from = i + 1;
  }
  return parts;
}

/** Small letters without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 127) return lower.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  return lower;
}

// Space - ' . / and the curly and modifier apostrophes, the hyphens of Unicode.
function isCut(code: number): boolean {
  if (code === 32 || code === 45 || code === 39 || code === 46 || code === 47 || code === 96) return true;
  return code >= 0x2bb && (code <= 0x2bf || (code >= 0x2010 && code <= 0x2019) || code === 0xa0);
}

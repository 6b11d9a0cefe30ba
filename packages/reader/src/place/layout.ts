/** The gazetteer's file: a head, the codes, a table of where each bucket begins, then the buckets. All numbers are little-endian. */
export const MAGIC = 0x4754_4c44;
/** Raised with every change of the layout or of what is written into it. */
export const LAYOUT_VERSION = 4;

/**
 * The head's 32-bit numbers by their place in it. Offsets are bytes from the start of the file. `sizeLow` and `sizeHigh`
 * are the file's whole size, so that a cut file is known. `digest` takes eight numbers.
 */
export const HEAD = {
  magic: 0,
  version: 1,
  places: 2,
  bucketBits: 3,
  isList: 4,
  codesAt: 5,
  codesLength: 6,
  tableAt: 7,
  sizeLow: 8,
  sizeHigh: 9,
  digest: 10,
} as const;
export const HEAD_BYTES = 128;
export const DIGEST_BYTES = 32;

/** Buckets begin at multiples of so many bytes: 32-bit places in the table then reach 16 GB. */
export const BUCKET_ALIGN = 4;

/** Most bytes of a name that is shown. */
export const MOST_NAME_BYTES = 255;

/** What a place is, as a number in the file. */
export const FEATURES = [
  "place",
  "seat",
  "admin2-seat",
  "admin1-seat",
  "capital",
  "quarter",
  "admin2",
  "site",
  "admin1",
  "country",
  "water",
  "area",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Bits of a place's first byte above its feature: which of its fields follow. */
export const HAS = { population: 16, admin1: 32, admin2: 64, id: 128 } as const;
export const FEATURE_MASK = 15;

/** The bucket that a key with this first hash is in. */
export function bucketOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}

/** The gazetteer's file: a head of 32-bit numbers, then sections, each at a multiple of four bytes. */
export const MAGIC = 0x4754_4c44;
/** Raised with every change of the layout or of what is written into it. */
export const LAYOUT_VERSION = 3;

/** Sections in file order. `names` and `codes` are UTF-8; all else are little-endian numbers. */
export const SECTIONS = [
  "lat",
  "lon",
  "id",
  "population",
  "nameAt",
  "slots",
  "postings",
  "admin1",
  "admin2",
  "country",
  "feature",
  "names",
  "codes",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Magic, version, number of places, number of slots, then offset and length of each section. */
export const HEAD_NUMBERS: number = 4 + SECTIONS.length * 2;

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

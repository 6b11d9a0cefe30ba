import { addBits, addPhrase, BITS, emptyGazetteer, type Gazetteer, type GazetteerClass } from "./gazetteer.ts";

/** First number of a gazetteer file. */
export const GAZETTEER_MAGIC = 0x4e474131;

/**
 * The gazetteer from its file and the lexicons' rows (phrase, classes joined by "+"). The file: magic, number of entries,
 * number of distinct masks, 0 (4 bytes each), the distinct masks (uint32), the keys (uint32), the place of each one's mask (uint16).
 */
export function readGazetteer(file: Uint8Array | null, rows: readonly (readonly string[])[]): Gazetteer {
  const bytes = file === null ? new Uint8Array(16) : file.slice();
  const [magic, count = 0, distinct = 0] = new Uint32Array(bytes.buffer, 0, 4);
  if (file !== null && magic !== GAZETTEER_MAGIC)
    throw new Error("names-gazetteer.bin is not a gazetteer of this version");
  const masks = new Uint32Array(bytes.buffer, 16, distinct);
  const keys = new Uint32Array(bytes.buffer, 16 + 4 * distinct, count);
  const places = new Uint16Array(bytes.buffer, 16 + 4 * (distinct + count), count);
  const gazetteer = emptyGazetteer(count + 3 * rows.length);
  for (let i = 0; i < count; i++) addBits(gazetteer, keys[i] ?? 0, masks[places[i] ?? 0] ?? 0);
  for (const [phrase, classes] of rows) {
    if (phrase !== undefined && classes !== undefined) addPhrase(gazetteer, phrase, bitsOf(classes));
  }
  return gazetteer;
}

/** The mask of classes as a lexicon writes them ("city+region"). Throws on a class that there is not. */
export function bitsOf(classes: string): number {
  let bits = 0;
  for (const name of classes.split("+")) {
    if (!(name in BITS)) throw new Error(`a names lexicon has the class ${name}, which there is not`);
    bits |= BITS[name as GazetteerClass];
  }
  return bits;
}

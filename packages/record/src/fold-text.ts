const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Lower case, without accents, spaces made one: texts that a person takes for the same name become equal. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Words of a text, folded; "Parly's" gives "parly". */
export function wordsIn(text: string): readonly string[] {
  return (folded(text).match(WORDS) ?? []).map((w) => w.replace(/['’](s)?$|['’]s$/u, "").replace(/['’]/gu, ""));
}

/** A number of 32 bits that follows from a text (FNV-1a with a final mix). */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

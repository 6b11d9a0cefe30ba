import type { Tag } from "./tag.ts";

/** Lemmas learned from the corpora: whole words first, then the longest known ending. */
export interface Lemmas {
  /** Irregular forms by "form group" (see `groupOf`). */
  readonly words: ReadonlyMap<string, string>;
  /** Ending and group to what replaces it: "ied v" gives "y". */
  readonly endings: ReadonlyMap<string, string>;
}

/** Longest ending that a rule looks at. */
export const LONGEST_ENDING = 6;

/** Tags whose words are inflected alike share a group; the empty group is left as it is. */
export function groupOf({ upos, xpos }: Tag): string {
  if (upos === "VERB" || upos === "AUX")
    return xpos === "VBD" || xpos === "VBN" ? "d" : xpos === "VBG" ? "g" : xpos === "VBZ" ? "z" : "v";
  if (xpos === "NNS" || xpos === "NNPS") return "s";
  if (xpos === "JJR" || xpos === "RBR") return "r";
  if (xpos === "JJS" || xpos === "RBS") return "t";
  return upos === "PRON" || upos === "PART" || upos === "DET" || upos === "ADV" ? "p" : "";
}

/** The dictionary form of a word; names keep their capitals. */
export function lemmaOf(word: string, tag: Tag, lemmas: Lemmas): string {
  const plain = word.replace(/[’ʼ`]/g, "'");
  if (tag.upos === "PROPN" && tag.xpos !== "NNPS") return plain;
  const lower = plain.toLowerCase();
  const group = groupOf(tag);
  if (group === "") return tag.upos === "NUM" || tag.upos === "X" || tag.upos === "SYM" ? plain : lower;
  const known = lemmas.words.get(`${lower} ${group}`);
  if (known !== undefined) return tag.upos === "PROPN" ? capitalised(known) : known;
  const found = byEnding(lower, group, lemmas.endings);
  return tag.upos === "PROPN" ? capitalised(found) : found;
}

function byEnding(lower: string, group: string, endings: ReadonlyMap<string, string>): string {
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length >= 0; length--) {
    const cut = lower.length - length;
    const replacement = endings.get(`${lower.slice(cut)} ${group}`);
    if (replacement !== undefined) return lower.slice(0, cut) + replacement;
  }
  return lower;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The inflected forms of a regular verb with their groups. */
export function formsOf(base: string, doubles: boolean): readonly (readonly [string, string])[] {
  const stem = doubles ? base + base.slice(-1) : base;
  if (/[^aeiou]y$/.test(base)) {
    const short = base.slice(0, -1);
    return [
      [`${short}ied`, "d"],
      [`${base}ing`, "g"],
      [`${short}ies`, "z"],
    ];
  }
  const ing = /(?:ee|oe|ye)$/.test(base) ? base : stem.replace(/e$/, "");
  const s = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return [
    [`${stem.replace(/e$/, "")}ed`, "d"],
    [`${ing}ing`, "g"],
    [s, "z"],
  ];
}

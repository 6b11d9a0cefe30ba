import { CLASS_MASK, type Gazetteer, lookup, partsOf, SMALL_SHIFT } from "./gazetteer.ts";
import { hashOf, join } from "./hash.ts";
import { classesOf, type WordClasses } from "./word-classes.ts";

/** How a word is written. */
export const CASE = { small: 0, initial: 1, capitals: 2, mixed: 3, number: 4, mark: 5, caseless: 6 } as const;

/** What is known of words before a report is read. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly classes: WordClasses;
}

/** What does not depend on a word's surroundings; one for each distinct spelling in a report. */
export interface Word {
  readonly lower: string;
  readonly textHash: number;
  readonly lowerHash: number;
  readonly shape: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  readonly case: number;
  /** Gazetteer keys of its parts ("al-Qaida" has two). */
  readonly parts: readonly number[];
  /** What the gazetteer knows of the word alone (of a hyphened word: as a phrase). */
  readonly known: number;
  /** How often the word is written small in running text: 0 unknown, 1 never, up to 7 always. */
  readonly small: number;
  /** Its classes by use in plain text (see `classesOf`); 0 where unknown. */
  readonly classes: number;
}

// Longer words are looked at only this far: a million letters without a space must cost little.
const LONGEST = 64;

/** The attributes of a word as it is spelled. */
export function wordOf(text: string, lower: string, { gazetteer, classes }: Knowledge): Word {
  const spelled = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const small = lower.length > LONGEST ? lower.slice(0, LONGEST) : lower;
  const parts = partsOf(spelled);
  let key = parts[0] ?? 0;
  for (let i = 1; i < parts.length; i++) key = join(key, parts[i] ?? 0);
  const mask = parts.length === 0 ? 0 : lookup(gazetteer, key);
  const n = small.length;
  return {
    lower: small,
    textHash: hashOf(spelled),
    lowerHash: hashOf(small),
    shape: shapeOf(spelled),
    prefixes: [2, 3, 4].filter((k) => n > k).map((k) => hashOf(small, 0, k)),
    suffixes: [1, 2, 3, 4].filter((k) => n > k).map((k) => hashOf(small, n - k, n)),
    case: caseOf(spelled),
    parts,
    known: mask & CLASS_MASK,
    small: mask >>> SMALL_SHIFT,
    classes: classesOf(classes, spelled, small),
  };
}

/** Whether a word begins like a name: a capital first, or one inside ("al-Qaida", "iPhone"). */
export function isCapital(word: Word): boolean {
  return word.case === CASE.initial || word.case === CASE.capitals || word.case === CASE.mixed;
}

function caseOf(text: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let caseless = 0;
  let first = 0;
  for (const c of text) {
    const what = letterOf(c);
    if (what === 1) {
      upper++;
      if (lower === 0 && digits === 0) first = 1;
    } else if (what === 2) lower++;
    else if (what === 3) digits++;
    else if (what === 4) caseless++;
  }
  if (upper === 0)
    return lower > 0
      ? digits > 0
        ? CASE.number
        : CASE.small
      : digits > 0
        ? CASE.number
        : caseless > 0
          ? CASE.caseless
          : CASE.mark;
  if (lower === 0) return upper > 1 || digits > 0 ? CASE.capitals : CASE.initial;
  return upper === 1 && first === 1 ? CASE.initial : CASE.mixed;
}

// 1 capital, 2 small, 3 digit, 4 other letter, 0 mark.
function letterOf(c: string): number {
  const code = c.charCodeAt(0);
  if (code < 128) {
    if (code >= 97 && code <= 122) return 2;
    if (code >= 65 && code <= 90) return 1;
    return code >= 48 && code <= 57 ? 3 : 0;
  }
  if (c.toLowerCase() !== c) return 1;
  if (c.toUpperCase() !== c) return 2;
  return code >= 0x2000 && code < 0x2c00 ? 0 : 4;
}

// "Abu" Xx, "AQIM" X, "al-Qaida" x-Xx, "U.S." X.X., "M23" Xd.
function shapeOf(text: string): number {
  let shape = "";
  let last = "";
  for (const c of text) {
    const what = letterOf(c);
    const mark = what === 1 ? "X" : what === 2 ? "x" : what === 3 ? "d" : what === 4 ? "c" : c;
    if (mark !== last) shape += mark;
    last = mark;
    if (shape.length > 10) break;
  }
  return hashOf(shape);
}

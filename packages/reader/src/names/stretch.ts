import type { Sentence } from "../doc.ts";
import { BITS } from "./gazetteer.ts";
import { STYLE } from "./style.ts";
import type { View } from "./view.ts";
import { CASE, isCapital, type Word } from "./word.ts";

/** Tokens `from` up to `to` that may hold names; all tokens outside of stretches are outside of names. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

// At most so many small words between two capitals ("Front for the Liberation of Oromia").
const GAP = 3;
// A stretch is cut here: a text all in capitals without end must not grow the decoder's tables.
const LONGEST = 256;

/** The stretches of a report: runs of capitals with the small words, particles and numbers that may belong to them. */
export function stretches(view: View): readonly Stretch[] {
  const found: Stretch[] = [];
  view.sentences.forEach((sentence, n) => {
    add(view, sentence, n, found);
  });
  return found;
}

function add(view: View, sentence: Sentence, n: number, found: Stretch[]): void {
  const style = view.styles[n] ?? STYLE.text;
  let i = sentence.from;
  while (i < sentence.to) {
    if (!opens(view.words[i], style)) {
      i++;
      continue;
    }
    const floor = Math.max(sentence.from, found.at(-1)?.to ?? 0);
    const from = reachBack(view, i, floor);
    const to = reachOn(view, i, Math.min(sentence.to, from + LONGEST), style);
    found.push({ from, to, sentence: n });
    i = to;
  }
}

function opens(word: Word | undefined, style: number): boolean {
  if (word === undefined || !isCapital(word)) return false;
  if (word.lower === "i") return false;
  return style !== STYLE.capitals || word.small < 7;
}

function reachOn(view: View, start: number, limit: number, style: number): number {
  let to = start + 1;
  for (let j = to; j < limit && j - to <= GAP; j++) {
    const word = view.words[j];
    if (word === undefined || isBreak(word) || isSpacedDash(view, j)) break;
    if (opens(word, style)) to = j + 1;
  }
  if (to + 1 < limit && isGlued(view, to)) to += 2;
  const next = view.words[to];
  return to < limit && next !== undefined && next.case === CASE.number ? to + 1 : to;
}

// "ATLANTA - A former leader": a hyphen that stands for a dash.
function isSpacedDash(view: View, i: number): boolean {
  const [before, dash, after] = [view.tokens[i - 1], view.tokens[i], view.tokens[i + 1]];
  if (dash === undefined || dash.text !== "-") return false;
  return (before !== undefined && before.end < dash.start) || (after !== undefined && dash.end < after.start);
}

// "Ban Ki-moon": a small part tied on by a hyphen.
function isGlued(view: View, i: number): boolean {
  const [before, hyphen, after] = [view.tokens[i - 1], view.tokens[i], view.tokens[i + 1]];
  if (before === undefined || hyphen === undefined || after === undefined) return false;
  return hyphen.text === "-" && before.end === hyphen.start && hyphen.end === after.start;
}

function isBreak(word: Word): boolean {
  return word.case === CASE.mark && /^[,;:()[\]{}!?…—–|]|^\.\.+$|^--+$/.test(word.lower);
}

// Particles ("al-", "bin", "de la") and a number ("3rd Brigade") right before.
function reachBack(view: View, start: number, floor: number): number {
  let from = start;
  for (let j = start - 1; j >= floor && j >= start - 4; j--) {
    const word = view.words[j];
    if (word === undefined) break;
    if ((word.known & BITS.particle) !== 0 && word.case === CASE.small) from = j;
    else if (word.case === CASE.number && j === start - 1) from = j;
    else if (!(word.case === CASE.mark && /^['’‘`-]$/.test(word.lower))) break;
  }
  return from;
}

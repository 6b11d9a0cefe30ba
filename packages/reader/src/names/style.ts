import type { Sentence } from "../doc.ts";
import { CASE, isCapital, type Word } from "./word.ts";

/** How a sentence is written: running text, a headline With Capitals, or ALL IN CAPITALS. */
export const STYLE = { text: 0, titleCase: 1, capitals: 2 } as const;

/** The style of a sentence, one of `STYLE`. */
export function styleOf(words: readonly Word[], { from, to }: Sentence): number {
  let letters = 0;
  let capitals = 0;
  let long = 0;
  let initial = 0;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined || word.case === CASE.mark || word.case === CASE.number || word.lower.length < 2) continue;
    letters++;
    if (word.case === CASE.capitals) capitals++;
    if (word.lower.length < 4) continue;
    long++;
    if (isCapital(word)) initial++;
  }
  if (letters >= 3 && capitals >= 0.75 * letters) return STYLE.capitals;
  return long >= 4 && initial >= 0.8 * long ? STYLE.titleCase : STYLE.text;
}

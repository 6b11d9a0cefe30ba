import { BITS } from "./gazetteer.ts";
import { join } from "./hash.ts";
import type { Stretch } from "./stretch.ts";
import type { View } from "./view.ts";
import { CASE, isCapital, type Word } from "./word.ts";

/** A run of capitals without small words (particles apart), and what stands around it. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly left: Word | undefined;
  readonly right: Word | undefined;
  readonly first: Word | undefined;
  readonly last: Word | undefined;
  /** Last word of the run before, joined by "of", "for", "the": "Ministry" for "Defence". */
  readonly headBefore: Word | undefined;
  readonly headAfter: Word | undefined;
  readonly shape: number;
  /** What the gazetteer knows of any of its words. */
  readonly known: number;
}

/** The runs of a stretch, in order; the small words between them are runs of one. */
export function runsOf(view: View, stretch: Stretch): readonly Run[] {
  const runs: Run[] = [];
  let i = stretch.from;
  while (i < stretch.to) {
    let to = i + 1;
    if (joins(view.words[i])) while (to < stretch.to && joins(view.words[to])) to++;
    runs.push(runOf(view, i, to, stretch.sentence));
    i = to;
  }
  return runs;
}

function joins(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (isCapital(word) || word.case === CASE.number) return true;
  if (word.case === CASE.mark) return /^['’‘`.&/-]$/.test(word.lower);
  return (word.known & BITS.particle) !== 0;
}

function runOf(view: View, from: number, to: number, n: number): Run {
  const sentence = view.sentences[n];
  const start = sentence?.from ?? from;
  const end = sentence?.to ?? to;
  const word = (i: number): Word | undefined => (i >= start && i < end ? view.words[i] : undefined);
  let shape = 0;
  let known = 0;
  for (let i = from; i < to; i++) {
    known |= view.words[i]?.known ?? 0;
    if (i - from < 6) shape = join(shape, view.words[i]?.case ?? 0);
  }
  const left = word(from - 1);
  const right = word(to);
  return {
    from,
    to,
    sentence: n,
    left,
    right,
    first: view.words[from],
    last: view.words[to - 1],
    headBefore: links(left) ? headBefore(word, from - 2) : undefined,
    headAfter: links(right) ? headAfter(word, to + 1) : undefined,
    shape,
    known,
  };
}

function links(word: Word | undefined): boolean {
  return word !== undefined && /^(of|for|the|and|in|on|to|&|against|de|e|y|et)$/.test(word.lower);
}

function headBefore(word: (i: number) => Word | undefined, at: number): Word | undefined {
  const here = word(at);
  if (here !== undefined && isCapital(here)) return here;
  const before = links(here) ? word(at - 1) : undefined;
  return before !== undefined && isCapital(before) ? before : undefined;
}

function headAfter(word: (i: number) => Word | undefined, at: number): Word | undefined {
  const here = word(at);
  if (here !== undefined && isCapital(here)) return here;
  const after = links(here) ? word(at + 1) : undefined;
  return after !== undefined && isCapital(after) ? after : undefined;
}

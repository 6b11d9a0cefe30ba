import type { Sentence, SentenceKind } from "../doc.ts";
import { CLASS_BITS } from "./gazetteer.ts";
import { join } from "./hash.ts";
import { Row } from "./row.ts";
import type { Run } from "./run.ts";
import { STYLE } from "./style.ts";
import { syntaxFeatures } from "./syntax.ts";
import type { View } from "./view.ts";
import { CASE, type Word } from "./word.ts";
import { NARROW, WIDE } from "./word-classes.ts";

// Hashes that stand for the words before the first and after the last of a sentence.
const EDGE = [0x1234567, 0x2345678, 0x3456789, 0x456789a] as const;

const SENTENCE_KINDS: readonly SentenceKind[] = ["text", "heading", "dateline", "credit"];

/** Writes the feature hashes of token `i` into `out`; gives how many. `run` is the run of capitals it stands in. */
export function featuresOf(view: View, i: number, run: Run, out: Uint32Array): number {
  const row = new Row(out);
  const sentence = view.sentences[run.sentence];
  const word = view.words[i];
  if (sentence === undefined || word === undefined) return 0;
  const at = (k: number): Word | undefined =>
    i + k >= sentence.from && i + k < sentence.to ? view.words[i + k] : undefined;
  const style = view.styles[run.sentence] ?? STYLE.text;
  const initial = isInitial(view, i, sentence.from);
  spelling(row, word, style, initial);
  neighbours(row, at);
  known(row, view, i, at);
  fromReport(row, view, i, word, initial);
  fromRun(row, i, run);
  fromCompound(row, view, i, sentence);
  classFeatures(row, at, run);
  syntaxFeatures(row, view, i, run);
  row.add(90, join(SENTENCE_KINDS.indexOf(sentence.kind), style));
  return row.n;
}

function spelling(row: Row, word: Word, style: number, initial: number): void {
  row.add(0, 0);
  row.add(1, word.lowerHash);
  row.add(2, word.textHash);
  row.add(3, word.shape);
  row.add(4, join(word.case, join(style, initial)));
  row.add(5, join(word.small, join(word.case, join(style, initial))));
  word.prefixes.forEach((hash, k) => {
    row.add(6 + k, hash);
  });
  word.suffixes.forEach((hash, k) => {
    row.add(10 + k, hash);
  });
  if (initial !== 0) row.add(14, word.lowerHash);
}

function neighbours(row: Row, at: (k: number) => Word | undefined): void {
  const word = at(0);
  const hash = (k: number): number => at(k)?.lowerHash ?? EDGE[k + 2 > 2 ? k + 1 : k + 2] ?? 0;
  const shape = (k: number): number => at(k)?.shape ?? 5;
  const here = word?.lowerHash ?? 0;
  row.add(20, hash(-1));
  row.add(21, hash(1));
  row.add(22, hash(-2));
  row.add(23, hash(2));
  row.add(24, join(hash(-1), here));
  row.add(25, join(here, hash(1)));
  row.add(26, join(hash(-2), hash(-1)));
  row.add(27, join(hash(1), hash(2)));
  row.add(28, shape(-1));
  row.add(29, shape(1));
  row.add(30, join(shape(-1), shape(0)));
  row.add(31, join(shape(0), shape(1)));
  row.add(32, join(shape(-1), join(shape(0), shape(1))));
  row.add(33, join(hash(-1), join(word?.shape ?? 0, hash(1))));
  row.add(34, at(-1)?.suffixes[2] ?? 0);
  row.add(35, at(1)?.suffixes[2] ?? 0);
  row.add(36, join(hash(-1), hash(1)));
}

const NAME_CLASSES = (1 << CLASS_BITS) - 1;

function known(row: Row, view: View, i: number, at: (k: number) => Word | undefined): void {
  const here = at(0)?.known ?? 0;
  const before = at(-1)?.known ?? 0;
  const after = at(1)?.known ?? 0;
  row.bits(40, here);
  row.add(41, here);
  row.bits(42, before);
  row.bits(43, after);
  row.add(44, join(before & NAME_CLASSES, here));
  row.add(45, join(here, after & NAME_CLASSES));
  row.bits(46, at(-2)?.known ?? 0);
  row.bits(47, at(2)?.known ?? 0);
  const place = view.phrasePlaces[i] ?? 0;
  if (place !== 0) {
    const phrase = view.phrases[i] ?? 0;
    for (let rest = phrase; rest !== 0; rest &= rest - 1) row.add(48, join(place, rest & -rest));
    row.add(49, join(place, phrase));
  }
  if (at(1) !== undefined && (view.phrasePlaces[i + 1] ?? 0) === 1) row.add(50, view.phrases[i + 1] ?? 0);
  if (at(-1) !== undefined && (view.phrasePlaces[i - 1] ?? 0) === 3) row.add(51, view.phrases[i - 1] ?? 0);
}

function fromReport(row: Row, view: View, i: number, word: Word, initial: number): void {
  const told = view.evidence[i] ?? 0;
  row.bits(55, told);
  row.add(56, join(initial, told & 3));
  row.add(57, join(word.case, told & 3));
}

function fromRun(row: Row, i: number, run: Run): void {
  const { left, right, first, last } = run;
  const fromStart = Math.min(3, i - run.from);
  const fromEnd = Math.min(3, run.to - 1 - i);
  row.add(60, join(fromStart, fromEnd));
  row.add(61, join(Math.min(6, run.to - run.from), fromStart));
  const leftHash = left?.lowerHash ?? EDGE[0];
  const rightHash = right?.lowerHash ?? EDGE[3];
  row.add(62, leftHash);
  row.add(63, rightHash);
  row.add(64, join(leftHash, fromStart));
  row.add(65, join(rightHash, fromEnd));
  row.bits(66, left?.known ?? 0);
  row.bits(67, right?.known ?? 0);
  if (first !== undefined && fromStart > 0) {
    row.add(68, first.lowerHash);
    row.bits(69, first.known);
  }
  if (last !== undefined && fromEnd > 0) {
    row.add(70, last.lowerHash);
    row.bits(71, last.known);
    row.add(72, last.suffixes[2] ?? 0);
  }
  if (run.headBefore !== undefined) {
    row.add(73, join(run.headBefore.lowerHash, leftHash));
    row.bits(74, run.headBefore.known);
  }
  if (run.headAfter !== undefined) {
    row.add(75, join(run.headAfter.lowerHash, rightHash));
    row.bits(76, run.headAfter.known);
  }
  row.add(77, join(leftHash, rightHash));
  row.add(78, run.shape);
  row.add(79, join(run.shape, fromStart));
  row.bits(80, run.known);
}

// Hyphens stand as tokens of their own: what is said of "al-Baghdadi" and what stands beside it, seen from each of its parts.
function fromCompound(row: Row, view: View, i: number, { from, to }: Sentence): void {
  let first = i;
  let last = i;
  while (first > from && i - first < 6 && isGlued(view, first - 1)) first--;
  while (last + 1 < to && last - i < 6 && isGlued(view, last)) last++;
  if (first === last) return;
  let whole = 0;
  let known = 0;
  for (let j = first; j <= last; j++) {
    whole = join(whole, view.words[j]?.lowerHash ?? 0);
    known |= view.words[j]?.known ?? 0;
  }
  const before = first > from ? view.words[first - 1] : undefined;
  const after = last + 1 < to ? view.words[last + 1] : undefined;
  const place = Math.min(3, i - first) * 4 + Math.min(3, last - i);
  row.add(81, whole);
  row.add(82, join(place, view.words[last]?.case ?? 0));
  row.add(83, before?.lowerHash ?? EDGE[0]);
  row.add(84, after?.lowerHash ?? EDGE[3]);
  row.bits(85, before?.known ?? 0);
  row.bits(86, after?.known ?? 0);
  row.bits(87, known);
  row.add(88, join(place, view.words[last]?.lowerHash ?? 0));
  row.add(89, join(place, view.words[first]?.lowerHash ?? 0));
}

// Whether token `i` and the next are written together with a hyphen, dash or apostrophe at one of them.
function isGlued(view: View, i: number): boolean {
  const here = view.tokens[i];
  const next = view.tokens[i + 1];
  if (here === undefined || next === undefined || here.end !== next.start) return false;
  return isHyphen(here.text) || isHyphen(next.text);
}

function isHyphen(text: string): boolean {
  return text === "-" || text === "\u2010" || text === "\u2011" || text === "\u2013";
}

// 1 at the first word of the sentence, 2 after a quote mark or colon inside it, else 0.
function isInitial(view: View, i: number, from: number): number {
  let j = i - 1;
  while (j >= from && view.words[j]?.case === CASE.mark && view.words[j]?.lower !== ",") j--;
  if (j < from) return 1;
  const before = view.words[i - 1];
  return before !== undefined && before.case === CASE.mark && /^["“«:‘'`]/.test(before.lower) ? 2 : 0;
}

// The word's class in plain text, its neighbours' and those of what stands around the run: narrow, and wide where two are joined.
function classFeatures(row: Row, at: (k: number) => Word | undefined, run: Run): void {
  const narrow = (word: Word | undefined): number => (word?.classes ?? 0) & NARROW;
  const wide = (word: Word | undefined): number => (word?.classes ?? 0) >>> WIDE;
  for (let k = -2; k <= 2; k++) {
    const word = at(k);
    if (word === undefined || word.classes === 0) continue;
    row.add(120 + k, narrow(word));
    row.add(126 + k, wide(word));
  }
  const here = wide(at(0));
  row.add(130, join(wide(at(-1)), here));
  row.add(131, join(here, wide(at(1))));
  row.add(132, join(wide(at(-2)), wide(at(-1))));
  row.add(133, join(wide(at(1)), wide(at(2))));
  row.add(134, join(at(0)?.shape ?? 0, join(wide(at(-1)), wide(at(1)))));
  row.add(135, narrow(run.left));
  row.add(136, narrow(run.right));
  row.add(137, join(narrow(run.left), narrow(run.right)));
  row.add(138, narrow(run.last));
  row.add(139, narrow(run.headBefore));
}

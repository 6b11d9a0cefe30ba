import { join } from "./hash.ts";
import { BEGIN, INSIDE, LAST, OUTSIDE, placeOf, UNIT } from "./labels.ts";
import type { Stretch } from "./stretch.ts";
import type { View } from "./view.ts";
import { CASE, isCapital } from "./word.ts";

/** Labels of a stretch, as a first reading of the report has set them. */
export interface Labelled {
  readonly stretch: Stretch;
  readonly labels: Uint8Array;
}

/** What the first reading says of the same words elsewhere in the report. */
export interface Votes {
  /** For each type of word, how often it stands outside of names and in each place of each kind (`LABELS` counts a type). */
  readonly counts: ReadonlyMap<number, Uint16Array>;
  /** The first label of each token; outside where it is in no stretch. */
  readonly labels: Uint8Array;
  /** Where the token stands in a longer name that is read as one elsewhere: `1 + 3 × kind + place` (first, inside, last); 0 in none. */
  readonly phrases: Uint8Array;
  /** The kind (plus 1) of the name that the token is the acronym of. */
  readonly acronyms: Uint8Array;
}

const KINDS = 7;

interface LongName {
  readonly hashes: readonly number[];
  readonly kind: number;
  count: number;
}

/** Counts what the first reading says of each word, longer name and acronym. */
export function votesOf(view: View, read: readonly Labelled[]): Votes {
  const labels = new Uint8Array(view.words.length);
  const counts = new Map<number, Uint16Array>();
  for (const { stretch, labels: row } of read) {
    row.forEach((label, k) => {
      const i = stretch.from + k;
      labels[i] = label;
      const word = view.words[i];
      if (word === undefined || !isCapital(word)) return;
      const type = view.types[i] ?? 0;
      const found = counts.get(type) ?? new Uint16Array(1 + 4 * KINDS);
      found[label] = Math.min(60_000, (found[label] ?? 0) + 1);
      counts.set(type, found);
    });
  }
  const names = longNames(view, read);
  return { counts, labels, phrases: phrasesOf(view, read, names), acronyms: acronymsOf(view, read, names) };
}

// A name of more tokens than this is not looked for elsewhere.
const LONGEST = 8;

function longNames(view: View, read: readonly Labelled[]): ReadonlyMap<number, LongName[]> {
  const names = new Map<number, LongName[]>();
  for (const { stretch, labels } of read) {
    let from = 0;
    labels.forEach((label, k) => {
      if (label === OUTSIDE) return;
      const place = placeOf(label);
      if (place === BEGIN || place === UNIT) from = k;
      if (place !== LAST || k - from >= LONGEST) return;
      const hashes = Array.from(
        { length: k + 1 - from },
        (_, n) => view.words[stretch.from + from + n]?.lowerHash ?? 0,
      );
      note(names, hashes, (label - 1) >> 2);
    });
  }
  return names;
}

function note(names: Map<number, LongName[]>, hashes: readonly number[], kind: number): void {
  const first = hashes[0] ?? 0;
  const known = names.get(first) ?? [];
  const same = known.find(
    (n) => n.kind === kind && n.hashes.length === hashes.length && n.hashes.every((h, k) => h === hashes[k]),
  );
  if (same !== undefined) same.count++;
  // So many names that begin alike are few in any real report.
  else if (known.length < 12) known.push({ hashes, kind, count: 1 });
  names.set(first, known);
}

function phrasesOf(view: View, read: readonly Labelled[], names: ReadonlyMap<number, LongName[]>): Uint8Array {
  const phrases = new Uint8Array(view.words.length);
  for (const { stretch, labels } of read) {
    for (let i = stretch.from; i < stretch.to; i++) {
      const name = longestAt(view, i, stretch.to, names.get(view.words[i]?.lowerHash ?? 0) ?? []);
      if (name === undefined) continue;
      const n = name.hashes.length;
      if (name.count < 2 && isReadSo(labels, i - stretch.from, n, name.kind)) continue;
      for (let k = 0; k < n; k++) phrases[i + k] = 1 + 3 * name.kind + (k === 0 ? 0 : k === n - 1 ? 2 : 1);
      i += n - 1;
    }
  }
  return phrases;
}

function longestAt(view: View, i: number, to: number, names: readonly LongName[]): LongName | undefined {
  let best: LongName | undefined;
  for (const name of names) {
    const n = name.hashes.length;
    if (i + n > to) continue;
    if (best !== undefined && (n < best.hashes.length || (n === best.hashes.length && name.count <= best.count)))
      continue;
    if (name.hashes.every((h, k) => view.words[i + k]?.lowerHash === h)) best = name;
  }
  return best;
}

function isReadSo(labels: Uint8Array, at: number, n: number, kind: number): boolean {
  const first = labels[at] ?? OUTSIDE;
  return (
    first === 1 + 4 * kind + BEGIN &&
    labels[at + n - 1] === 1 + 4 * kind + LAST &&
    (n < 3 || labels[at + 1] === 1 + 4 * kind + INSIDE)
  );
}

function acronymsOf(view: View, read: readonly Labelled[], names: ReadonlyMap<number, LongName[]>): Uint8Array {
  const acronyms = new Uint8Array(view.words.length);
  if (names.size === 0) return acronyms;
  const initials = new Map<string, number>();
  for (const { stretch, labels } of read) noteInitials(view, stretch, labels, initials);
  for (const { stretch } of read) {
    for (let i = stretch.from; i < stretch.to; i++) {
      const word = view.words[i];
      if (word === undefined || (word.case !== CASE.capitals && word.case !== CASE.mixed)) continue;
      const letters = word.lower.replaceAll(".", "");
      if (letters.length >= 2 && letters.length <= 8) acronyms[i] = initials.get(letters) ?? 0;
    }
  }
  return acronyms;
}

function noteInitials(view: View, stretch: Stretch, labels: Uint8Array, initials: Map<string, number>): void {
  let all = "";
  let large = "";
  labels.forEach((label, k) => {
    const word = view.words[stretch.from + k];
    if (label === OUTSIDE || word === undefined) return;
    const place = placeOf(label);
    if (place === BEGIN) all = large = "";
    const letter = /[\p{L}\d]/u.test(word.lower[0] ?? "") ? (word.lower[0] ?? "") : "";
    all += letter;
    if (isCapital(word)) large += letter;
    if (place !== LAST) return;
    for (const short of [all, large]) if (short.length >= 2) initials.set(short, 1 + ((label - 1) >> 2));
  });
}

/** Writes the hashes of what the votes say of token `i` into `out` from `at` on; gives the new number. */
export function voteFeatures(view: View, votes: Votes, i: number, out: Uint32Array, at: number): number {
  let n = at;
  const add = (template: number, value: number): void => {
    out[n++] = join(Math.imul(template + 1, 0x3c6ef372), value);
  };
  add(100, 0);
  const phrase = votes.phrases[i] ?? 0;
  if (phrase !== 0) add(101, phrase);
  const acronym = votes.acronyms[i] ?? 0;
  if (acronym !== 0) add(102, acronym);
  const counts = votes.counts.get(view.types[i] ?? 0);
  if (counts === undefined) return n;
  const word = view.words[i];
  const own = word !== undefined && isCapital(word) ? (votes.labels[i] ?? OUTSIDE) : -1;
  let all = 0;
  let best = -1;
  let most = 0;
  const kinds = new Uint16Array(KINDS);
  for (let label = 0; label < counts.length; label++) {
    const count = (counts[label] ?? 0) - (label === own ? 1 : 0);
    if (count <= 0) continue;
    all += count;
    if (label > 0) kinds[(label - 1) >> 2] = (kinds[(label - 1) >> 2] ?? 0) + count;
    add(103, label);
    if (count > most) {
      most = count;
      best = label;
    }
  }
  if (all === 0) {
    add(104, 0);
    return n;
  }
  const share = most * 4 >= all * 3 ? 2 : most * 2 >= all ? 1 : 0;
  add(105, join(best, share));
  add(106, join(best, Math.min(4, all)));
  add(107, join(best, word?.case ?? 0));
  const kind = kinds.indexOf(Math.max(...kinds));
  const outside = all - kinds.reduce((a, b) => a + b, 0);
  add(108, join(kind, join(share, outside * 2 > all ? 1 : 0)));
  return n;
}

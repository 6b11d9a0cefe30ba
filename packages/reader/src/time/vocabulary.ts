import type { Atom } from "./atoms.ts";

/** A word or phrase of time with what it stands for: `september MONTH 9`. */
export interface Entry {
  readonly words: readonly string[];
  readonly category: string;
  readonly value: string;
  /** Must be written with a capital ("May", "March"). */
  readonly capital: boolean;
}

export interface Vocabulary {
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
}

/** From rows of `words, category, value[, "capital"]`. Longer phrases come first. */
export function vocabularyOf(rows: readonly (readonly string[])[]): Vocabulary {
  const byFirst = new Map<string, Entry[]>();
  for (const [phrase = "", category = "", value = "", flag = ""] of rows) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    const entries = byFirst.get(first) ?? [];
    entries.push({ words, category, value, capital: flag === "capital" });
    byFirst.set(first, entries);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** The longest phrase of a category at atom `i`. */
export function entryAt(
  vocabulary: Vocabulary,
  atoms: readonly Atom[],
  at: { readonly i: number; readonly category: string },
): Entry | undefined {
  const first = atoms[at.i];
  if (first === undefined) return undefined;
  return vocabulary.byFirst
    .get(first.lower)
    ?.find((e) => e.category === at.category && fits(e, atoms, at.i) && (!e.capital || isCapital(first)));
}

function fits(entry: Entry, atoms: readonly Atom[], i: number): boolean {
  for (let k = 1; k < entry.words.length; k++) {
    const atom = atoms[i + k];
    if (atom === undefined || atom.breaks) return false;
    const word = atom.lower === "’s" ? "'s" : atom.lower;
    if (word !== entry.words[k]) return false;
  }
  return true;
}

function isCapital(atom: Atom): boolean {
  return atom.text !== atom.lower;
}

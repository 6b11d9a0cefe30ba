import { type Atom, atomsOf } from "./atoms.ts";
import { categoryAt, type Sight } from "./categories.ts";
import type { Expression } from "./expression.ts";
import { NUMBER_WORDS } from "./number.ts";
import { type Finder, matchAt, type Taken } from "./pattern.ts";
import type { Rule } from "./rule.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A phrase of time: atoms `from` up to, not including, `to`, and what it says. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly expression: Expression;
}

/** Rules by the words they may start with. */
export interface Grammar {
  readonly byAtom: {
    readonly words: ReadonlyMap<string, readonly Rule[]>;
    readonly number: readonly Rule[];
    readonly mark: readonly Rule[];
  };
  readonly vocabulary: Vocabulary;
}

const NESTED: ReadonlySet<string> = new Set(["BASE", "DATE"]);

/** Indexes the rules. */
export function grammarOf(rules: readonly Rule[], vocabulary: Vocabulary): Grammar {
  const byStart = new Map<string, number[]>();
  rules.forEach((r, k) => {
    for (const start of new Set(startsOf(r, rules))) {
      const listed = byStart.get(start);
      if (listed === undefined) byStart.set(start, [k]);
      else listed.push(k);
    }
  });
  const those = (of: readonly string[]): readonly Rule[] =>
    [...new Set(of.flatMap((start) => byStart.get(start) ?? []))].sort((a, b) => a - b).flatMap((k) => rules[k] ?? []);
  const words = new Map<string, readonly Rule[]>();
  const literal = [...byStart.keys()].filter((s) => !/^[A-Z][A-Z0-9_]+$/.test(s));
  for (const word of new Set([...literal, ...vocabulary.byFirst.keys(), ...NUMBER_WORDS])) {
    const entries = vocabulary.byFirst.get(word) ?? [];
    const categories = entries.flatMap((e) => STANDS_FOR[e.category] ?? [e.category]);
    if (/^\d/.test(word)) categories.push(...NUMERIC);
    words.set(word, those([word, ...categories, ...(isNumberWord(word) ? SPELLED : [])]));
  }
  return { byAtom: { words, number: those(NUMERIC), mark: those(MARKED) }, vocabulary };
}

function startsOf(r: Rule, rules: readonly Rule[]): readonly string[] {
  return r.pattern.starts.flatMap((s) =>
    s === "BASE" ? rules.filter((x) => x.level === "base").flatMap((x) => x.pattern.starts) : [s],
  );
}

interface Search {
  readonly sight: Sight;
  readonly grammar: Grammar;
  readonly memo: Map<string, Taken | null>;
  readonly find: Finder;
}

/** All phrases of time in a text, left to right, none inside another. */
export function phrasesOf(
  text: string,
  grammar: Grammar,
): { readonly atoms: readonly Atom[]; readonly phrases: readonly Phrase[] } {
  const atoms = atomsOf(text);
  const search: Search = {
    sight: { atoms, vocabulary: grammar.vocabulary },
    grammar,
    memo: new Map(),
    find: (category, i) => findAt(search, category, i),
  };
  const phrases: Phrase[] = [];
  let i = 0;
  while (i < atoms.length) {
    const found = longestAt(search, i, LEVELS);
    if (found === null) i += 1;
    else {
      phrases.push({ ...found, from: i, start: atoms[i]?.start ?? 0, end: atoms[found.to - 1]?.end ?? 0 });
      i = found.to;
    }
    if (search.memo.size > 5000) search.memo.clear();
  }
  return { atoms, phrases };
}

const LEVELS: readonly Rule["level"][] = ["base", "date", "any"];

function longestAt(
  search: Search,
  i: number,
  levels: readonly Rule["level"][],
): { readonly to: number; readonly rule: string; readonly expression: Expression } | null {
  const { atoms } = search.sight;
  let best: { to: number; rule: string; expression: Expression } | null = null;
  for (const r of candidatesAt(search, i)) {
    if (!levels.includes(r.level)) continue;
    const m = matchAt(r.pattern, atoms, { i, find: search.find });
    if (m === null || (best !== null && m.to <= best.to)) continue;
    if (r.fits && !r.fits({ atoms, from: i, to: m.to })) continue;
    const expression = r.read(m.captures);
    if (expression !== null) best = { to: m.to, rule: r.name, expression };
  }
  return best;
}

const NONE: readonly Rule[] = [];

/** The rules that may begin at an atom; most words begin none, and cost one look-up. */
function candidatesAt(search: Search, i: number): readonly Rule[] {
  const atom = search.sight.atoms[i];
  if (atom === undefined) return NONE;
  const { byAtom } = search.grammar;
  if (atom.kind === "number") return byAtom.words.get(atom.lower) ?? byAtom.number;
  if (/^['’‘`]$/.test(atom.text)) return byAtom.mark;
  return byAtom.words.get(atom.lower) ?? NONE;
}

/** Vocabulary categories that simple categories of another name are read from. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  MONTHABBR: ["MONTH"],
  UNIT: ["UNIT", "UNITX"],
  UNITS: ["UNITS", "UNITX"],
  VAGUENUM: ["QTY", "VAGUENUM"],
  ARTICLENUM: ["QTY"],
};
const NUMERIC = [
  "NUM",
  "QTY",
  "ORD",
  "DAYNUM",
  "YEAR",
  "OTHERYEAR",
  "DECADEDIGITS",
  "ISODATE",
  "NUMDATE",
  "CLOCKTIME",
  "HOUR",
  "MILITARY",
];
const SPELLED = ["NUM", "QTY", "ORD", "DAYNUM", "SPELLEDYEAR", "HOUR"];
const MARKED = ["SHORTYEAR", "DECADEDIGITS"];

const SPELT: ReadonlySet<string> = new Set(NUMBER_WORDS);

function isNumberWord(word: string): boolean {
  return SPELT.has(word);
}

/** A simple category, or the longest nested date. */
function findAt(search: Search, category: string, i: number): Taken | null {
  if (!NESTED.has(category)) return categoryAt(search.sight, category, i);
  const key = `${category}${i}`;
  const known = search.memo.get(key);
  if (known !== undefined) return known;
  search.memo.set(key, null);
  const found = longestAt(search, i, category === "BASE" ? ["base"] : ["base", "date"]);
  const taken = found && { to: found.to, expression: found.expression };
  search.memo.set(key, taken);
  return taken;
}

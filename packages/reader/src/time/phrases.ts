import { type Atom, atomsOf } from "./atoms.ts";
import { categoryAt, type Sight } from "./categories.ts";
import type { Expression } from "./expression.ts";
import { matchAt, type Taken } from "./pattern.ts";
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

/** Rules by the words and categories they may start with, so that most words cost one look-up. */
export interface Grammar {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly byCategory: ReadonlyMap<string, readonly Rule[]>;
  readonly vocabulary: Vocabulary;
}

const NESTED: ReadonlySet<string> = new Set(["BASE", "DATE"]);

/** Indexes the rules. */
export function grammarOf(rules: readonly Rule[], vocabulary: Vocabulary): Grammar {
  const byWord = new Map<string, Rule[]>();
  const byCategory = new Map<string, Rule[]>();
  for (const r of rules) {
    for (const start of startsOf(r, rules)) {
      const map = /^[A-Z][A-Z0-9_]+$/.test(start) ? byCategory : byWord;
      const listed = map.get(start) ?? [];
      if (!listed.includes(r)) listed.push(r);
      map.set(start, listed);
    }
  }
  return { byWord, byCategory, vocabulary };
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
}

/** All phrases of time in a text, left to right, none inside another. */
export function phrasesOf(
  text: string,
  grammar: Grammar,
): { readonly atoms: readonly Atom[]; readonly phrases: readonly Phrase[] } {
  const atoms = atomsOf(text);
  const search: Search = { sight: { atoms, vocabulary: grammar.vocabulary }, grammar, memo: new Map() };
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
    const m = matchAt(r.pattern, atoms, { i, find: (category, at) => findAt(search, category, at) });
    if (m === null || (best !== null && m.to <= best.to)) continue;
    if (r.fits && !r.fits({ atoms, from: i, to: m.to })) continue;
    const expression = r.read(m.captures);
    if (expression !== null) best = { to: m.to, rule: r.name, expression };
  }
  return best;
}

function candidatesAt(search: Search, i: number): readonly Rule[] {
  const atom = search.sight.atoms[i];
  if (atom === undefined) return [];
  const { byWord, byCategory, vocabulary } = search.grammar;
  const found = new Set<Rule>(byWord.get(atom.lower));
  const take = (category: string): void => {
    for (const r of byCategory.get(category) ?? []) found.add(r);
  };
  for (const entry of vocabulary.byFirst.get(atom.lower) ?? [])
    for (const c of STANDS_FOR[entry.category] ?? [entry.category]) take(c);
  if (atom.kind === "number") NUMERIC.forEach(take);
  else if (isNumberWord(atom.lower)) SPELLED.forEach(take);
  else if (/^['’‘`]$/.test(atom.text)) MARKED.forEach(take);
  return [...found];
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

const NUMBER_WORD =
  /^(a|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth)$/;

function isNumberWord(word: string): boolean {
  return word.length < 13 && NUMBER_WORD.test(word);
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

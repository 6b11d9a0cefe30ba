import type { Token } from "../doc.ts";

/** The parse of a report seen from above: who depends on whom. Built once for a report. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** The dependents of each token in text order, at most 48: hostile text hangs thousands on one word. */
  readonly kids: readonly (readonly Token[])[];
}

const MOST_KIDS = 48;
const MOST_STEPS = 40;
const NONE: readonly Token[] = [];

/** The tree over a report's tokens. */
export function treeOf(tokens: readonly Token[]): Tree {
  const kids: Token[][] = new Array(tokens.length);
  for (const t of tokens) {
    if (t.head < 0 || t.head === t.i) continue;
    const list = kids[t.head];
    if (list === undefined) kids[t.head] = [t];
    else if (list.length < MOST_KIDS) list.push(t);
  }
  return { tokens, kids };
}

export function kidsOf(tree: Tree, i: number): readonly Token[] {
  return tree.kids[i] ?? NONE;
}

/** The relation without its subtype: `nsubj` of `nsubj:pass`. */
export function relation(t: Token): string {
  const at = t.deprel.indexOf(":");
  return at < 0 ? t.deprel : t.deprel.slice(0, at);
}

/** The first dependent with this relation (with or without a subtype). */
export function kidBy(tree: Tree, i: number, rel: string): Token | undefined {
  return kidsOf(tree, i).find((k) => k.deprel === rel || (rel.indexOf(":") < 0 && relation(k) === rel));
}

function kidsBy(tree: Tree, i: number, rel: string): readonly Token[] {
  return kidsOf(tree, i).filter((k) => k.deprel === rel || (rel.indexOf(":") < 0 && relation(k) === rel));
}

export function headOf(tree: Tree, t: Token): Token | undefined {
  return t.head < 0 ? undefined : tree.tokens[t.head];
}

/** The tokens above `t`, nearest first, not `t` itself; bounded. */
export function above(tree: Tree, t: Token): readonly Token[] {
  const path: Token[] = [];
  let at = headOf(tree, t);
  while (at !== undefined && path.length < MOST_STEPS && at !== t) {
    path.push(at);
    at = headOf(tree, at);
  }
  return path;
}

/** The tokens below `t` and `t` itself, in text order; `skip` leaves out a branch. At most 80. */
export function branch(tree: Tree, t: Token, skip: (kid: Token) => boolean = () => false): readonly Token[] {
  const found: Token[] = [t];
  for (let at = 0; at < found.length && found.length < 80; at += 1) {
    const next = found[at];
    if (next === undefined) break;
    for (const kid of kidsOf(tree, next.i)) if (!skip(kid)) found.push(kid);
  }
  return found.sort((a, b) => a.i - b.i);
}

/** The preposition of a nominal in lower case ("by", "in", "because of"), or "" without one. */
export function prepositionOf(tree: Tree, t: Token): string {
  const marks = kidsOf(tree, t.i).filter((k) => k.i < t.i && (k.deprel === "case" || k.deprel === "mark"));
  const first =
    marks.find((k) => k.upos === "ADP" || k.upos === "SCONJ" || k.xpos === "IN" || k.xpos === "TO") ??
    beforeQuantity(tree, t);
  if (first === undefined) return "";
  const fixed = kidsBy(tree, first.i, "fixed").map((k) => k.lower);
  return [first.lower, ...fixed].join(" ");
}

/** "of at least six women": the parse hangs "of" on "least". */
function beforeQuantity(tree: Tree, t: Token): Token | undefined {
  const number = kidsOf(tree, t.i).find((k) => k.deprel === "nummod" && k.i < t.i);
  const least = number && kidsOf(tree, number.i).find((k) => k.lower === "least" || k.lower === "most");
  const cases = least === undefined ? [] : kidsOf(tree, least.i).filter((k) => k.deprel === "case");
  return cases.find((k) => k.lower !== "at");
}

/** The words joined to `t` by "and" or commas, `t` first. At most 24. */
export function coordinated(tree: Tree, t: Token, isActor: (kid: Token) => boolean = () => false): readonly Token[] {
  const found: Token[] = [t];
  for (let at = 0; at < found.length && found.length < 24; at += 1) {
    const next = found[at];
    if (next === undefined) break;
    for (const kid of kidsOf(tree, next.i))
      if (relation(kid) === "conj" ? isNominal(kid) || isActor(kid) : isBeforeAnd(tree, kid, next)) found.push(kid);
  }
  return found.slice(0, 24);
}

/** "the Chadian Army and local partners": the parse makes the first a part of the second's name. */
function isBeforeAnd(tree: Tree, kid: Token, t: Token): boolean {
  if (relation(kid) !== "compound" || kid.i > t.i || !/^(?:NOUN|PROPN)$/.test(kid.upos)) return false;
  const and = tree.tokens[kid.i + 1];
  return and?.head === t.i && and.deprel === "cc" && t.i - and.i <= 4;
}

/** Nouns and what stands for them: "five", "several of his men". */
export function isNominal(t: Token): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM)$/.test(t.upos) || t.xpos === "CD" || STANDS_ALONE.test(t.lower);
}

const STANDS_ALONE = /^(?:several|many|few|some|most|others|both)$/;

/** A verb, or a participle that the tagger took for one. */
export function isVerb(t: Token): boolean {
  return t.upos === "VERB" || (t.upos === "AUX" && t.deprel !== "aux" && t.deprel !== "aux:pass" && t.deprel !== "cop");
}

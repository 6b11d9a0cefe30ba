import type { Token } from "../doc.ts";

/** Tokens `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The parse seen from above: dependents of each token and how far each branch reaches. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly kids: readonly (readonly Token[])[];
  /** The first and last token of the branch below each token. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const NONE: readonly Token[] = [];
/** Hostile text hangs thousands of words on one: the rest of them is left out. */
const MOST_KIDS = 64;

/** The tree over a report's tokens, in time linear in their number. */
export function treeOf(tokens: readonly Token[]): Tree {
  const kids: Token[][] = new Array(tokens.length);
  const open = new Int32Array(tokens.length);
  for (const t of tokens) {
    if (t.head < 0 || t.head === t.i) continue;
    open[t.head] = (open[t.head] ?? 0) + 1;
    const list = kids[t.head];
    if (list === undefined) kids[t.head] = [t];
    else if (list.length < MOST_KIDS) list.push(t);
  }
  const first = Int32Array.from(tokens, (t) => t.i);
  const last = Int32Array.from(tokens, (t) => t.i);
  const ready = tokens.filter((t) => open[t.i] === 0).map((t) => t.i);
  for (let at = 0; at < ready.length; at += 1) {
    const i = ready[at] ?? 0;
    const head = tokens[i]?.head ?? -1;
    if (head < 0 || head === i) continue;
    first[head] = Math.min(first[head] ?? head, first[i] ?? i);
    last[head] = Math.max(last[head] ?? head, last[i] ?? i);
    open[head] = (open[head] ?? 1) - 1;
    if (open[head] === 0) ready.push(head);
  }
  return { tokens, kids, first, last };
}

export function kidsOf(tree: Tree, i: number): readonly Token[] {
  return tree.kids[i] ?? NONE;
}

/** The whole branch below a token. */
export function branchOf(tree: Tree, i: number): Stretch {
  return { from: tree.first[i] ?? i, to: (tree.last[i] ?? i) + 1 };
}

/** The relation without its subtype. */
export function relationOf(t: Token): string {
  const at = t.deprel.indexOf(":");
  return at < 0 ? t.deprel : t.deprel.slice(0, at);
}

/** The first dependent whose relation, subtype aside, is one of these. */
export function kidBy(tree: Tree, i: number, ...relations: readonly string[]): Token | undefined {
  return kidsOf(tree, i).find((k) => relations.includes(k.deprel) || relations.includes(relationOf(k)));
}

export function headOf(tree: Tree, t: Token): Token | undefined {
  return t.head < 0 || t.head === t.i ? undefined : tree.tokens[t.head];
}

/** The words that bring in a nominal or a clause ("according to", "about"), in lower case; "" without any. */
export function markOf(tree: Tree, t: Token): string {
  const mark = kidsOf(tree, t.i).find((k) => k.i < t.i && (k.deprel === "case" || k.deprel === "mark"));
  if (mark === undefined) return "";
  const fixed = kidsOf(tree, mark.i).filter((k) => k.deprel === "fixed");
  return [mark.lower, ...fixed.map((k) => k.lower)].join(" ");
}

export function isEmpty(s: Stretch): boolean {
  return s.from >= s.to;
}

/** What is left of a stretch without another: none, one or two stretches. */
export function without(s: Stretch, hole: Stretch): readonly Stretch[] {
  if (hole.to <= s.from || hole.from >= s.to) return [s];
  return [
    { from: s.from, to: hole.from },
    { from: hole.to, to: s.to },
  ].filter((x) => !isEmpty(x));
}

/** The smallest stretch over all of these. */
export function over(stretches: readonly Stretch[]): Stretch {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const s of stretches) {
    from = Math.min(from, s.from);
    to = Math.max(to, s.to);
  }
  return { from, to };
}

export function holds(s: Stretch, i: number): boolean {
  return s.from <= i && i < s.to;
}

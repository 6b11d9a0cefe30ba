import type { Atom } from "./atoms.ts";
import type { Expression } from "./expression.ts";

/** What one element of a pattern took: up to atom `to`, with a value of one of three sorts. */
export interface Taken {
  readonly to: number;
  readonly text?: string;
  readonly number?: number | null;
  readonly expression?: Expression;
}

/** Finds a category of the pattern language ("MONTH", "NUM", "DATE") at an atom. */
export type Finder = (category: string, i: number) => Taken | null;

/** One step of a compiled pattern; `maybe` tries what follows and else goes on at `skip`. */
type Node =
  | { readonly kind: "words"; readonly name: string | null; readonly words: ReadonlySet<string> }
  | { readonly kind: "category"; readonly name: string | null; readonly categories: readonly string[] }
  | { readonly kind: "maybe"; readonly skip: number };

export interface Pattern {
  readonly nodes: readonly Node[];
  /** Words and categories one of which stands first in every match. */
  readonly starts: readonly string[];
}

/** What a match captured by name; the last capture of a name counts. */
export interface Captures {
  has(name: string): boolean;
  text(name: string): string;
  /** Null where the number is untold ("several") or not captured. */
  number(name: string): number | null;
  expression(name: string): Expression | null;
}

/**
 * Reads a pattern: `word|word`, `CATEGORY`, `CATEGORY|CATEGORY`, `name=…`, `…?` for optional, `( … )?` for groups.
 * There is no repetition, so that matching is bounded.
 */
export function patternOf(source: string): Pattern {
  const nodes: Node[] = [];
  compile(source.split(/\s+/), 0, nodes);
  return { nodes, starts: startsOf(nodes, 0) };
}

/** Compiles parts up to a closing bracket or the end; gives where it stopped. */
function compile(parts: readonly string[], from: number, nodes: Node[]): number {
  let i = from;
  while (i < parts.length) {
    const part = parts[i] ?? "";
    if (part === ")" || part === ")?") return i;
    if (part === "(") {
      const inner: Node[] = [];
      const base = nodes.length + 1;
      const end = compile(parts, i + 1, inner);
      const optional = parts[end] === ")?";
      if (optional) nodes.push({ kind: "maybe", skip: base + inner.length });
      nodes.push(...inner.map((n) => (n.kind === "maybe" ? { ...n, skip: n.skip + nodes.length } : n)));
      i = end + 1;
    } else {
      const optional = part.length > 1 && part.endsWith("?");
      if (optional) nodes.push({ kind: "maybe", skip: nodes.length + 2 });
      nodes.push(nodeOf(optional ? part.slice(0, -1) : part));
      i += 1;
    }
  }
  return i;
}

function nodeOf(body: string): Node {
  const equals = body.indexOf("=");
  const name = equals > 0 ? body.slice(0, equals) : null;
  const choices = (equals > 0 ? body.slice(equals + 1) : body).split("|");
  if (/^[A-Z][A-Z0-9_]+$/.test(choices[0] ?? "")) return { kind: "category", name, categories: choices };
  return { kind: "words", name, words: new Set(choices) };
}

function startsOf(nodes: readonly Node[], pc: number): readonly string[] {
  const node = nodes[pc];
  if (node === undefined) return [];
  if (node.kind === "words") return [...node.words];
  if (node.kind === "category") return node.categories;
  return [...startsOf(nodes, pc + 1), ...startsOf(nodes, node.skip)];
}

interface Run {
  readonly nodes: readonly Node[];
  readonly atoms: readonly Atom[];
  readonly start: number;
  readonly find: Finder;
  /** Captures in order; a failed branch takes its own back. */
  readonly names: string[];
  readonly taken: Taken[];
}

/** The first way to match at atom `i`, trying optional elements present before absent. */
export function matchAt(
  pattern: Pattern,
  atoms: readonly Atom[],
  start: { readonly i: number; readonly find: Finder },
): { readonly to: number; readonly captures: Captures } | null {
  const run: Run = { nodes: pattern.nodes, atoms, start: start.i, find: start.find, names: [], taken: [] };
  const to = go(run, 0, start.i);
  return to <= start.i ? null : { to, captures: capturesOf(run) };
}

/** The atom after a match from node `pc` on, or -1. */
function go(run: Run, from: number, at: number): number {
  let pc = from;
  let i = at;
  for (;;) {
    const node = run.nodes[pc];
    if (node === undefined) return i;
    if (node.kind === "maybe") {
      const to = attempt(run, pc + 1, i);
      if (to >= 0) return to;
      pc = node.skip;
      continue;
    }
    const atom = run.atoms[i];
    if (atom === undefined || (atom.breaks && i !== run.start)) return -1;
    if (node.kind === "words") {
      const word = plain(atom);
      if (!node.words.has(word)) return -1;
      if (node.name !== null) capture(run, node.name, { to: i + 1, text: word });
      i += 1;
    } else {
      const last = node.categories.length - 1;
      for (let k = 0; k < last; k++) {
        const to = attemptCategory(run, { pc, i, category: node.categories[k] ?? "" }, node.name);
        if (to >= 0) return to;
      }
      const got = run.find(node.categories[last] ?? "", i);
      if (got === null) return -1;
      if (node.name !== null) capture(run, node.name, got);
      i = got.to;
    }
    pc += 1;
  }
}

function attempt(run: Run, pc: number, i: number): number {
  const kept = run.names.length;
  const to = go(run, pc, i);
  if (to < 0) forget(run, kept);
  return to;
}

function attemptCategory(
  run: Run,
  at: { readonly pc: number; readonly i: number; readonly category: string },
  name: string | null,
): number {
  const got = run.find(at.category, at.i);
  if (got === null) return -1;
  const kept = run.names.length;
  if (name !== null) capture(run, name, got);
  const to = go(run, at.pc + 1, got.to);
  if (to < 0) forget(run, kept);
  return to;
}

function capture(run: Run, name: string, got: Taken): void {
  run.names.push(name);
  run.taken.push(got);
}

function forget(run: Run, kept: number): void {
  if (run.names.length === kept) return;
  run.names.length = kept;
  run.taken.length = kept;
}

function capturesOf(run: Run): Captures {
  const get = (name: string): Taken | undefined => run.taken[run.names.lastIndexOf(name)];
  return {
    has: (name) => run.names.includes(name),
    text: (name) => get(name)?.text ?? "",
    number: (name) => get(name)?.number ?? null,
    expression: (name) => get(name)?.expression ?? null,
  };
}

/** Curly apostrophes and dashes of any length as their plain forms. */
function plain(atom: Atom): string {
  if (atom.kind !== "mark") return atom.lower;
  if (atom.lower.startsWith("’")) return `'${atom.lower.slice(1)}`;
  return /^[‐‑–—]$/.test(atom.lower) ? "-" : atom.lower;
}

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

type Element =
  | {
      readonly kind: "words";
      readonly name: string | null;
      readonly words: ReadonlySet<string>;
      readonly optional: boolean;
    }
  | {
      readonly kind: "category";
      readonly name: string | null;
      readonly categories: readonly string[];
      readonly optional: boolean;
    }
  | { readonly kind: "group"; readonly elements: readonly Element[]; readonly optional: boolean };

export interface Pattern {
  readonly elements: readonly Element[];
  /** Words and categories one of which stands first in every match. */
  readonly starts: readonly string[];
}

/** What a match captured by name. */
export class Captures {
  readonly #taken: Readonly<Record<string, Taken>>;

  constructor(taken: Readonly<Record<string, Taken>>) {
    this.#taken = taken;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#taken, name);
  }

  text(name: string): string {
    return this.#taken[name]?.text ?? "";
  }

  /** Null where the number is untold ("several") or not captured. */
  number(name: string): number | null {
    return this.#taken[name]?.number ?? null;
  }

  expression(name: string): Expression | null {
    return this.#taken[name]?.expression ?? null;
  }
}

/**
 * Reads a pattern: `word|word`, `CATEGORY`, `CATEGORY|CATEGORY`, `name=…`, `…?` for optional, `( … )?` for groups.
 * There is no repetition, so that matching is bounded.
 */
export function patternOf(source: string): Pattern {
  const { elements } = readElements(source.split(/\s+/), 0);
  return { elements, starts: startsOf(elements) };
}

function readElements(parts: readonly string[], from: number): { readonly elements: Element[]; readonly to: number } {
  const elements: Element[] = [];
  let i = from;
  while (i < parts.length) {
    const part = parts[i] ?? "";
    if (part === ")" || part === ")?") return { elements, to: i };
    if (part === "(") {
      const inner = readElements(parts, i + 1);
      elements.push({ kind: "group", elements: inner.elements, optional: parts[inner.to] === ")?" });
      i = inner.to + 1;
    } else {
      elements.push(elementOf(part));
      i += 1;
    }
  }
  return { elements, to: i };
}

function elementOf(part: string): Element {
  const optional = part.length > 1 && part.endsWith("?");
  const body = optional ? part.slice(0, -1) : part;
  const equals = body.indexOf("=");
  const name = equals > 0 ? body.slice(0, equals) : null;
  const choices = (equals > 0 ? body.slice(equals + 1) : body).split("|");
  if (/^[A-Z][A-Z0-9_]+$/.test(choices[0] ?? "")) return { kind: "category", name, categories: choices, optional };
  return { kind: "words", name, words: new Set(choices), optional };
}

function startsOf(elements: readonly Element[]): readonly string[] {
  const starts: string[] = [];
  for (const e of elements) {
    if (e.kind === "words") starts.push(...e.words);
    else if (e.kind === "category") starts.push(...e.categories);
    else starts.push(...startsOf(e.elements));
    if (!e.optional) break;
  }
  return starts;
}

/** The first way to match at atom `i`, trying optional elements present before absent. */
export function matchAt(
  pattern: Pattern,
  atoms: readonly Atom[],
  start: { readonly i: number; readonly find: Finder },
): { readonly to: number; readonly captures: Captures } | null {
  const taken: Record<string, Taken> = {};
  let end = -1;
  const run = (queue: readonly Element[], i: number): boolean => {
    const [element, ...rest] = queue;
    if (element === undefined) {
      end = i;
      return i > start.i;
    }
    if (atoms[i] !== undefined && (i === start.i || atoms[i]?.breaks === false)) {
      if (element.kind === "group") {
        if (run([...element.elements, ...rest], i)) return true;
      } else {
        for (const got of takes(element, atoms, { i, find: start.find })) {
          const before = element.name === null ? undefined : taken[element.name];
          if (element.name !== null) taken[element.name] = got;
          if (run(rest, got.to)) return true;
          if (element.name !== null) {
            if (before === undefined) delete taken[element.name];
            else taken[element.name] = before;
          }
        }
      }
    }
    return element.optional && run(rest, i);
  };
  return run(pattern.elements, start.i) ? { to: end, captures: new Captures(taken) } : null;
}

function takes(
  element: Exclude<Element, { kind: "group" }>,
  atoms: readonly Atom[],
  at: { readonly i: number; readonly find: Finder },
): readonly Taken[] {
  if (element.kind === "words") {
    const raw = atoms[at.i]?.lower ?? "";
    const word = raw.startsWith("’") ? `'${raw.slice(1)}` : /^[‐‑–—]$/.test(raw) ? "-" : raw;
    return element.words.has(word) ? [{ to: at.i + 1, text: word }] : [];
  }
  const got: Taken[] = [];
  for (const category of element.categories) {
    const one = at.find(category, at.i);
    if (one !== null) got.push(one);
  }
  return got;
}

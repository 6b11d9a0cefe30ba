import type { Atom } from "./atoms.ts";
import type { Expression } from "./expression.ts";
import { type Captures, type Pattern, patternOf } from "./pattern.ts";

/** A kind of phrase: how it is written, what it means, and an example that the tests run. */
export interface Rule {
  readonly name: string;
  readonly example: string;
  /** `base` dates may stand inside `date`s, these inside all others. */
  readonly level: "base" | "date" | "any";
  readonly pattern: Pattern;
  readonly read: (c: Captures) => Expression | null;
  /** Whether the phrase may stand among the atoms around it. */
  readonly fits?: ((at: Around) => boolean) | undefined;
}

/** A match and what stands around it. */
export interface Around {
  readonly atoms: readonly Atom[];
  readonly from: number;
  readonly to: number;
}

export type RuleSource = Omit<Rule, "pattern"> & { readonly pattern: string };

export function rule(source: RuleSource): Rule {
  return { ...source, pattern: patternOf(source.pattern) };
}

/** The lower-case word `steps` atoms before the match, "" where there is none or a blank line stands between. */
export function before(at: Around, steps = 1): string {
  for (let k = 0; k < steps; k++) if (at.atoms[at.from - k]?.breaks !== false) return "";
  return at.atoms[at.from - steps]?.lower ?? "";
}

/** The lower-case word after the match. */
export function after(at: Around, steps = 1): string {
  for (let k = 0; k < steps; k++) if (at.atoms[at.to + k]?.breaks !== false) return "";
  return at.atoms[at.to + steps - 1]?.lower ?? "";
}

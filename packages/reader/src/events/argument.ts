import type { Token } from "../doc.ts";
import { headOf, type Tree } from "./tree.ts";

/** How an argument was found: with its verb, or supplied by grammar from further away. */
export type Bond = "own" | "by" | "relative" | "shared" | "controlled" | "implied";

/** A word that fills a place of a frame. */
export interface Argument {
  readonly token: Token;
  readonly bond: Bond;
}

export interface Oblique extends Argument {
  /** Lower case; "" for a bare adverbial noun. */
  readonly prep: string;
}

/** Who does what to whom as grammar tells it, passives undone. */
export interface Frame {
  readonly verb: Token;
  readonly passive: boolean;
  readonly subject: Argument | null;
  readonly object: Argument | null;
  readonly indirect: Argument | null;
  readonly obliques: readonly Oblique[];
  readonly particle: Token | null;
  /** An infinitive or a clause that completes the verb. */
  readonly complement: { readonly form: "inf" | "that" | "ing"; readonly head: Token } | null;
}

/** The word as an argument; a relative pronoun gives the noun that it stands for. */
export function argument(tree: Tree, kid: Token): Argument {
  const antecedent = isRelative(kid) ? antecedentOf(tree, kid) : undefined;
  return antecedent === undefined ? { token: kid, bond: "own" } : { token: antecedent, bond: "relative" };
}

function isRelative(t: Token): boolean {
  return t.xpos === "WP" || t.xpos === "WDT" || (t.upos === "PRON" && (t.lower === "who" || t.lower === "which"));
}

/** The noun that "who", "which" or "that" stands for. */
export function antecedentOf(tree: Tree, pronoun: Token): Token | undefined {
  let at: Token | undefined = pronoun;
  for (let steps = 0; at !== undefined && steps < 8; steps += 1) {
    if (at.deprel === "acl:relcl") return headOf(tree, at);
    at = headOf(tree, at);
  }
  return undefined;
}

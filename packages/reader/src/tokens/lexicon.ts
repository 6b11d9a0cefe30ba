import { type Resources, rowsOf } from "../resources.ts";

/** How an abbreviation behaves; see `data/tokens/abbreviations.tsv`. */
export type AbbreviationKind =
  | "title"
  | "place"
  | "road"
  | "ending"
  | "month"
  | "day"
  | "number"
  | "state"
  | "latin"
  | "unit";

/** Abbreviations without their last point, as written and in capitals. */
export type Abbreviations = ReadonlyMap<string, AbbreviationKind>;

/** The abbreviations of `data/tokens`. */
export function abbreviationsOf(resources: Resources): Abbreviations {
  const kinds = new Map<string, AbbreviationKind>();
  for (const [form, kind] of rowsOf(resources, "tokens/abbreviations")) {
    if (form === undefined || kind === undefined) continue;
    kinds.set(form, kind as AbbreviationKind);
    if (form.length > 1 && !kinds.has(form.toUpperCase())) kinds.set(form.toUpperCase(), kind as AbbreviationKind);
  }
  return kinds;
}

/** What this layer looks up: built once for a reader. */
export interface TokensData {
  readonly layer: "tokens";
  readonly abbreviations: Abbreviations;
  /** Prefixes whose hyphen stays inside the word. */
  readonly prefixes: ReadonlySet<string>;
  /** Words written as one that are several, with the places of the cuts. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
}

export function tokensData(resources: Resources): TokensData {
  const cuts = rowsOf(resources, "tokens/contractions").map(
    ([form = "", at = ""]) => [form, at.split(",").map(Number)] as const,
  );
  return {
    layer: "tokens",
    abbreviations: abbreviationsOf(resources),
    prefixes: new Set(rowsOf(resources, "tokens/prefixes").map(([form = ""]) => form)),
    cuts: new Map(cuts),
  };
}

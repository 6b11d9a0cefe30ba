import type { Counted } from "@dateline/model";
import type { Facet } from "./facets.ts";

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

/** A field that holds a number: of the event, or what a claim counts. */
export type NumberField = "origins" | "reports" | Counted;

export const DATE_FIELDS = ["since", "until", "said-since", "said-until"] as const;
/** When it happened; when it was published. Both inclusive. */
export type DateField = (typeof DATE_FIELDS)[number];

export const FLAGS = ["disputed", "denied", "placed"] as const;
export type Flag = (typeof FLAGS)[number];

/** One condition of a search. */
export type Condition =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "phrase"; readonly words: readonly string[] }
  /** Any of the values; each value is all of its words. */
  | { readonly kind: "facet"; readonly anyOf: readonly FacetValue[] }
  | { readonly kind: "number"; readonly field: NumberField; readonly is: Comparison; readonly than: number }
  | { readonly kind: "date"; readonly field: DateField; readonly day: string }
  | { readonly kind: "flag"; readonly flag: Flag }
  | { readonly kind: "id"; readonly of: "event" | "report"; readonly id: string };

/** All of `words`, each a `facet:word`. */
export type FacetValue = readonly string[];

export type Term = Condition & { readonly negated: boolean };

/** A search as read: all terms hold together, those on claims for one and the same claim. */
export type Search = readonly Term[];

/** Reads names of countries: ISO 3166 two-letter code, or undefined. */
export type CountryOf = (name: string) => string | undefined;

/** The fields that are names or words, with what they look at. */
export const FACET_FIELDS: Readonly<Record<string, readonly Facet[]>> = {
  type: ["type"],
  mode: ["mode"],
  context: ["context"],
  status: ["status"],
  by: ["by"],
  to: ["to"],
  actor: ["by", "to"],
  says: ["says"],
  via: ["via"],
  publisher: ["publisher"],
  in: ["in", "land"],
};

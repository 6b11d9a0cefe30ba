import type { PlaceLevel } from "@dateline/model";

/** Where in or from a place something lies. */
export type Shape =
  | { readonly kind: "whole" }
  /** "northern Mali", "the south of the country". */
  | { readonly kind: "part"; readonly bearing: number | null }
  /** "40 km south of Gao", "north of Gao"; kilometres null where untold. */
  | { readonly kind: "away"; readonly bearing: number | null; readonly km: number | null }
  /** "the border regions of Chad, Niger and Nigeria", "the Gao-Kidal road". */
  | { readonly kind: "between"; readonly others: readonly string[]; readonly line: "border" | "road" | "several" }
  /** "the Malian capital". */
  | { readonly kind: "capital" };

/** A stretch of text that tells a place. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  /** The name to look up, without modifiers. */
  readonly toponym: string;
  readonly shape: Shape;
  /** The level that a word of kind tells ("Kidal region", "the town of X"), or null. */
  readonly level: PlaceLevel | null;
  /** What stands after a comma right behind: "Texas" in "Paris, Texas". */
  readonly within: string | null;
  /** Where the text holds one name in several places: in which of them this one is, by its key. */
  readonly sense?: string;
  /** Whether the words alone make it a place ("in X", "the town of X"), so that it stands even if no table knows it. */
  readonly sure: boolean;
  /** Whether it acts: "Paris rejected". A country or capital is then its government. */
  readonly acts: boolean;
}

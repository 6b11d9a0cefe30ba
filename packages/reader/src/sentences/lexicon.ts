import { type Resources, rowsOf } from "../resources.ts";
import { type Abbreviations, abbreviationsOf } from "../tokens/lexicon.ts";

/** What this layer looks up: built once for a reader. */
export interface SentencesData {
  readonly layer: "sentences";
  readonly abbreviations: Abbreviations;
  /** Words that, with a capital after an abbreviation, begin a sentence. */
  readonly starters: ReadonlySet<string>;
  /** Agencies and papers whose name stands in datelines and credit lines, in small letters. */
  readonly agencies: ReadonlySet<string>;
}

export function sentencesData(resources: Resources): SentencesData {
  const words = (path: string): ReadonlySet<string> => new Set(rowsOf(resources, path).map(([form = ""]) => form));
  return {
    layer: "sentences",
    abbreviations: abbreviationsOf(resources),
    starters: words("sentences/starters"),
    agencies: words("sentences/agencies"),
  };
}

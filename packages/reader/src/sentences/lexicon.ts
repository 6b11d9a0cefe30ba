import { type Resources, rowsOf, weightsOf } from "../resources.ts";
import { type Abbreviations, abbreviationsOf } from "../tokens/lexicon.ts";
import { type SparseModel, unpackModel } from "./sparse-model.ts";

/** What this layer looks up: built once for a reader. */
export interface SentencesData {
  readonly layer: "sentences";
  readonly abbreviations: Abbreviations;
  /** Words that, with a capital after an abbreviation, begin a sentence. */
  readonly starters: ReadonlySet<string>;
  /** Agencies and papers whose name stands in datelines and credit lines, in small letters. */
  readonly agencies: ReadonlySet<string>;
  /** The learned model of where sentences end; null where its weights are not among the resources: the rules then decide. */
  readonly boundaries: () => SparseModel | null;
}

export function sentencesData(resources: Resources): SentencesData {
  const words = (path: string): ReadonlySet<string> => new Set(rowsOf(resources, path).map(([form = ""]) => form));
  const file = weightsOf(resources, "tags-boundaries");
  let made: { readonly model: SparseModel | null } | null = null;
  return {
    layer: "sentences",
    boundaries: () => {
      made ??= { model: file === null ? null : unpackModel(file) };
      return made.model;
    },
    abbreviations: abbreviationsOf(resources),
    starters: words("sentences/starters"),
    agencies: words("sentences/agencies"),
  };
}

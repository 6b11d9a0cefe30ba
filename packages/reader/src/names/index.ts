import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import { type Resources, rowsOf, weightsOf } from "../resources.ts";
import { findMentions } from "./find.ts";
import { readGazetteer } from "./known.ts";
import { type NameModel, readModel } from "./model.ts";
import type { Knowledge } from "./word.ts";
import { readWordClasses } from "./word-classes.ts";

/** What this layer looks up: built once for a reader. */
export interface NamesData extends Knowledge {
  /** Null where the weights are not among the resources: no names are found then. */
  readonly model: NameModel | null;
}

export function namesData(resources: Resources): NamesData {
  const weights = weightsOf(resources, "names");
  const rows = LEXICONS.flatMap((path) => (path in resources.lexicons ? rowsOf(resources, path) : []));
  return {
    gazetteer: readGazetteer(weightsOf(resources, "names-gazetteer"), rows),
    classes: readWordClasses(weightsOf(resources, "names-classes")),
    model: weights === null ? null : readModel(weights),
  };
}

/** The lexicons of this layer. */
export const LEXICONS: readonly string[] = [
  "names/words",
  "names/groups",
  "names/organizations",
  "names/places",
  "names/people",
  "names/bodies",
  "names/works",
];

/** Proper names and their kinds. */
export function findNames(doc: Doc, ctx: Context): Doc {
  const { model } = ctx.names;
  if (model === null) return doc;
  return { ...doc, names: findMentions(doc, model, ctx.names) };
}

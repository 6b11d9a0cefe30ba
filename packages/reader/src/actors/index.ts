import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface ActorsData {
  readonly layer: "actors";
}

export function actorsData(_resources: Resources): ActorsData {
  return { layer: "actors" };
}

/** Entities: mentions put together, kinds, countries, roles, links to the actor list. */
export function readActors(doc: Doc, _ctx: Context): Doc {
  return doc;
}

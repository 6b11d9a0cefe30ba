import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import { type Resources, rowsOf } from "../resources.ts";
import { atlasOf } from "./atlas.ts";
import { atlasKeys, atlasRows, KEPT_KEYS, type KeptKeys, keptKeys } from "./atlas-keys.ts";
import type { Lookup } from "./candidates.ts";
import { choose } from "./choose.ts";
import { withCompounds } from "./compound.ts";
import { withCoordinated } from "./coordinated.ts";
import { findPlaces } from "./find.ts";
import { openGazetteer } from "./gazetteer.ts";
import { placesOf } from "./places.ts";
import { withSenses } from "./senses.ts";
import { settingOf } from "./setting.ts";

/** What this layer looks up: its tables are indexed at first use. */
export interface PlaceData {
  readonly layer: "place";
  readonly lookup: () => Lookup;
}

export function placeData(resources: Resources): PlaceData {
  let kept: Lookup | null = null;
  return {
    layer: "place",
    lookup: () => {
      kept ??= lookupOf(resources);
      return kept;
    },
  };
}

function lookupOf(resources: Resources): Lookup {
  const rows = atlasRows((table) => rowsOf(resources, table));
  return {
    atlas: atlasOf(rows, atlasKeys(keysOf(resources.lexicons) ?? keptKeys(rows))),
    gazetteer: resources.gazetteer === null ? null : openGazetteer(resources.gazetteer),
    own: resources.places ?? null,
  };
}

/** The keys that the build made of these tables, or null: they are then made anew. */
function keysOf(lexicons: Resources["lexicons"]): KeptKeys | null {
  return (lexicons[KEPT_KEYS] as KeptKeys | undefined) ?? null;
}

/** Places, resolved to the gazetteer. */
export function readPlaces(doc: Doc, ctx: Context): Doc {
  const lookup = ctx.place.lookup();
  const named = withCoordinated(doc, findPlaces(doc, lookup), lookup);
  const setting = settingOf(doc, named, lookup);
  const mentions = withSenses(withCompounds(doc, named, { lookup, setting }), lookup);
  const choices = choose(mentions, lookup, setting);
  const places = placesOf(doc.text, mentions, choices);
  if (ctx.trace !== null) {
    for (const p of places) {
      for (const span of p.mentions)
        ctx.trace.add({ step: "place", rule: p.rule, span, gave: `${p.name} ${p.country ?? ""}` });
    }
  }
  return { ...doc, places };
}

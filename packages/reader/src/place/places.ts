import type { Place, PlaceAlternative } from "@dateline/model";
import type { Candidate } from "./atlas.ts";
import { type Choice, nameIdOf } from "./choose.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";
import { locate } from "./shape.ts";

/** Mentions with their readings as places; mentions of one place with one shape are one. */
export function placesOf(
  text: string,
  mentions: readonly PlaceMention[],
  choices: ReadonlyMap<string, Choice>,
): readonly Place[] {
  const groups = new Map<string, { place: Omit<Place, "id" | "mentions">; spans: { start: number; end: number }[] }>();
  for (const m of mentions) {
    const choice = choices.get(nameIdOf(m)) ?? { chosen: null, others: [], rule: "" };
    if (choice.chosen === null && !m.sure) continue;
    const place = placeOf(text, m, choice);
    const key = groupKey(m, place, choice.chosen);
    const span = { start: m.start, end: m.end };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { place, spans: [span] });
    else group.spans.push(span);
  }
  return [...groups.values()].map(({ place, spans }, i) => ({ ...place, id: `p${i + 1}`, mentions: spans }));
}

function groupKey(m: PlaceMention, place: Omit<Place, "id" | "mentions">, c: Candidate | null): string {
  if (c === null) return `?${keyOf(place.name)}`;
  if (m.shape.kind !== "whole" || place.level !== c.level) return keyOf(place.name);
  return `${c.from}|${c.name}|${c.lat}|${c.lon}`;
}

function placeOf(text: string, m: PlaceMention, choice: Choice): Omit<Place, "id" | "mentions"> {
  const name = text.slice(m.start, m.end).replace(/\s+/g, " ");
  const c = choice.chosen;
  if (c === null) {
    const level = m.level ?? "site";
    return {
      name,
      country: null,
      level,
      lat: null,
      lon: null,
      radiusKm: null,
      geonames: null,
      rule: choice.rule,
      alternatives: [],
    };
  }
  const at = locate(m, c);
  return {
    name,
    country: c.country,
    level: at.level,
    lat: at.lat,
    lon: at.lon,
    radiusKm: at.radiusKm,
    geonames: m.shape.kind === "whole" ? c.geonames : null,
    rule: c.claims === null ? choice.rule : `${choice.rule}; disputed (${c.claims})`,
    alternatives: choice.others.map(alternativeOf),
  };
}

function alternativeOf({ name, country, lat, lon, geonames }: Candidate): PlaceAlternative {
  return { name, country, lat, lon, geonames };
}

import type { Place, PlaceAlternative } from "@dateline/model";
import type { Candidate } from "./atlas.ts";
import { kmBetween } from "./candidates.ts";
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
    if (m.acts && choice.chosen !== null && isGovernment(choice.chosen)) continue;
    const place = joined(placeOf(text, m, choice), m, choices);
    const key = groupKey(m, place, choice.chosen);
    const span = { start: m.start, end: m.end };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { place, spans: [span] });
    else group.spans.push(span);
  }
  const home = commonCountry([...groups.values()]);
  return [...groups.values()].map(({ place, spans }, i) => ({
    ...(place.lat === null && home !== null ? { ...place, country: home, rule: COUNTRY_OF_OTHERS } : place),
    id: `p${i + 1}`,
    mentions: spans,
  }));
}

/** Countries and capitals stand for their governments. */
function isGovernment(c: Candidate): boolean {
  return c.from === "country" || (c.level === "city" && c.prior >= CAPITAL);
}

/** The prior of capitals begins here. */
const CAPITAL = 7.2;

/** A stretch between places lies in their middle; its country is theirs if they have but one. */
function joined(
  place: Omit<Place, "id" | "mentions">,
  m: PlaceMention,
  choices: ReadonlyMap<string, Choice>,
): Omit<Place, "id" | "mentions"> {
  if (m.shape.kind !== "between") return place;
  const ends = [m.toponym, ...m.shape.others].flatMap((name) => choices.get(`${keyOf(name)}|`)?.chosen ?? []);
  const first = ends[0];
  if (first === undefined) return place;
  const mean = (of: (c: Candidate) => number): number =>
    Math.round((ends.reduce((s, c) => s + of(c), 0) / ends.length) * 100) / 100;
  const middle = { lat: mean((c) => c.lat), lon: mean((c) => c.lon) };
  const reach = Math.max(...ends.map((c) => kmBetween(c, middle)), 10);
  const isInOne = ends.every((c) => c.country === first.country) && (m.shape.line !== "border" || ends.length === 1);
  const country = isInOne ? first.country : null;
  return {
    ...place,
    ...middle,
    country,
    radiusKm: Math.round(ends.length === 1 ? first.radiusKm : reach),
    geonames: null,
    alternatives: [],
  };
}

const COUNTRY_OF_OTHERS = "not in the gazetteer; country of the report's other places";

interface Group {
  readonly place: Pick<Place, "country" | "level">;
  readonly spans: readonly unknown[];
}

/** The country of at least three quarters of a report's towns and divisions, else of all its places. */
function commonCountry(groups: readonly Group[]): string | null {
  const fine = groups.filter(({ place }) => place.level !== "country" && place.level !== "region");
  return mostly(fine, 1) ?? mostly(groups, 2);
}

function mostly(groups: readonly Group[], least: number): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { place, spans } of groups) {
    if (place.country === null) continue;
    counts.set(place.country, (counts.get(place.country) ?? 0) + spans.length);
    total += spans.length;
  }
  for (const [country, n] of counts) if (n >= least && n >= 0.75 * total) return country;
  return null;
}

function groupKey(m: PlaceMention, place: Omit<Place, "id" | "mentions">, c: Candidate | null): string {
  if (c === null) return `?${keyOf(place.name)}`;
  if (m.shape.kind !== "whole" || place.level !== c.level) return keyOf(place.name);
  return `${c.from}|${c.name}|${c.lat}|${c.lon}`;
}

/** The words; of "North and South Korea" the first place is named in full though "North" alone tells it. */
function nameOf(words: string, toponym: string): string {
  return toponym.startsWith(`${words} `) ? toponym : words;
}

function placeOf(text: string, m: PlaceMention, choice: Choice): Omit<Place, "id" | "mentions"> {
  const name = nameOf(text.slice(m.start, m.end).replace(/\s+/g, " "), m.toponym);
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

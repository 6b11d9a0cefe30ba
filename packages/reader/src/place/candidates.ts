import type { Atlas, Candidate } from "./atlas.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import { keyOf } from "./key.ts";
import type { Feature } from "./layout.ts";

/** Own tables and gazetteer together. */
export interface Lookup {
  readonly atlas: Atlas;
  readonly gazetteer: Gazetteer | null;
}

/** No name has so many likely places that more would help. */
const MOST = 40;

/** All places a name may stand for, likeliest first; the gazetteer's copy of a place of our own tables is left out. */
export function candidatesOf(lookup: Lookup, name: string): readonly Candidate[] {
  const own = lookup.atlas.find(keyOf(name));
  const found = (lookup.gazetteer?.find(name) ?? []).slice(0, MOST).map(candidateOf);
  const merged = own.map((c) => withGazetteer(c, found));
  const rest = found.filter((f) => !own.some((c) => isSame(c, f)));
  return [...merged, ...rest].sort((a, b) => b.prior - a.prior);
}

/** A town of our own takes the GeoNames id, division and prominence of its copy in the gazetteer. */
function withGazetteer(c: Candidate, found: readonly Candidate[]): Candidate {
  const copy = found.find((f) => isSame(c, f));
  if (copy === undefined) return c;
  const { geonames, admin1, admin2 } = copy;
  return { ...c, geonames, admin1, admin2, prior: Math.max(c.prior, copy.prior) };
}

function isSame(c: Candidate, f: Candidate): boolean {
  return c.from === "town" && f.level === "city" && c.country === f.country && kmBetween(c, f) < 40;
}

const BONUS: Readonly<Record<Feature, number>> = {
  place: 0,
  seat: 0.1,
  "admin2-seat": 0.3,
  "admin1-seat": 0.8,
  capital: 1,
  quarter: -0.8,
  admin2: -0.2,
  site: -0.5,
  admin1: 0.8,
  country: 2,
  water: 0,
  area: 0,
};

function candidateOf(p: GazetteerPlace): Candidate {
  const isDivision = p.feature === "admin2" || p.feature === "admin1";
  return {
    name: p.name,
    country: p.country === "" ? null : p.country,
    level: isDivision ? "admin" : p.feature === "site" ? "site" : "city",
    lat: p.lat,
    lon: p.lon,
    radiusKm: isDivision ? 40 : Math.max(2, Math.round(Math.sqrt(p.population) / 60)),
    geonames: p.id,
    admin1: p.admin1,
    admin2: p.admin2,
    prior: Math.log10(p.population + 100) + BONUS[p.feature],
    from: "gazetteer",
    claims: null,
  };
}

const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres. */
export function kmBetween(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const s = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(s)));
}

import type { PlaceRef } from "@dateline/model";
import { folded } from "../fold-text.ts";

/** Kilometres between two points given in degrees, on a sphere. */
function kmBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How two told places stand to each other. `a-wider`: a holds b. */
export type PlaceRelation = "same" | "a-wider" | "b-wider" | "compatible" | "apart";

const WIDTH = { site: 0, city: 1, admin: 2, country: 3, region: 4 } as const;
/** Where a gazetteer gives no radius: kilometres. */
const RADIUS = { site: 3, city: 15, admin: 150, country: 600, region: 1500 } as const;

/** Compares places by gazetteer id, name, country, level and distance. */
export function placeRelation(a: PlaceRef, b: PlaceRef): PlaceRelation {
  if (a.geonames !== null && a.geonames === b.geonames) return "same";
  if (folded(a.name) === folded(b.name) && (a.country === b.country || a.country === null || b.country === null))
    return "same";
  if (a.country !== null && b.country !== null && a.country !== b.country) return "apart";
  const [wa, wb] = [WIDTH[a.level], WIDTH[b.level]];
  if (holdsCountry(a, b)) return "a-wider";
  if (holdsCountry(b, a)) return "b-wider";
  const km = distance(a, b);
  if (km === undefined) return wa === wb ? "compatible" : wa > wb ? "a-wider" : "b-wider";
  const [ra, rb] = [a.radiusKm ?? RADIUS[a.level], b.radiusKm ?? RADIUS[b.level]];
  if (wa > wb) return km <= ra + rb ? "a-wider" : "apart";
  if (wb > wa) return km <= ra + rb ? "b-wider" : "apart";
  return km <= Math.min(ra, rb) ? "compatible" : "apart";
}

function holdsCountry(wide: PlaceRef, narrow: PlaceRef): boolean {
  return (
    wide.level === "country" &&
    narrow.level !== "country" &&
    narrow.level !== "region" &&
    wide.country === narrow.country
  );
}

function distance(a: PlaceRef, b: PlaceRef): number | undefined {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined;
  return kmBetween({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
}

import type { PlaceLevel } from "@dateline/model";
import type { Candidate } from "./atlas.ts";
import type { PlaceMention } from "./mention.ts";

/** Where a mention lies: its candidate's place, moved by the words around the name. */
export interface Located {
  readonly level: PlaceLevel;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
}

/** Applies a mention's shape to the place it is told from. */
export function locate(m: PlaceMention, c: Candidate): Located {
  const { lat, lon, radiusKm } = c;
  switch (m.shape.kind) {
    case "whole":
    case "capital":
      return { level: levelOf(m, c), lat, lon, radiusKm };
    case "part": {
      const at = m.shape.bearing === null ? { lat, lon } : moved(c, m.shape.bearing, radiusKm / 2);
      return { level: c.level === "country" ? "admin" : c.level, ...at, radiusKm: Math.round(radiusKm * 0.6) };
    }
    case "away": {
      const km = m.shape.km ?? Math.max(15, radiusKm);
      if (m.shape.bearing === null) return { level: "site", lat, lon, radiusKm: km };
      const side = m.shape.km === null ? "region" : "site";
      return { level: side, ...moved(c, m.shape.bearing, km), radiusKm: Math.max(3, Math.round(km / 4)) };
    }
    case "between":
      return { level: m.shape.line === "road" ? "site" : "region", lat, lon, radiusKm };
    default:
      return m.shape satisfies never;
  }
}

/** "Rafah crossing" is a site though it lies at the town's coordinates. */
function levelOf(m: PlaceMention, c: Candidate): PlaceLevel {
  if (m.level === null || c.from !== "gazetteer") return m.level === "site" ? "site" : c.level;
  return m.level;
}

const KM_A_DEGREE = 111.2;

function moved(
  c: { readonly lat: number; readonly lon: number },
  bearing: number,
  km: number,
): { lat: number; lon: number } {
  const angle = (bearing * Math.PI) / 180;
  const lat = Math.max(-90, Math.min(90, c.lat + (km * Math.cos(angle)) / KM_A_DEGREE));
  const wide = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const lon = ((c.lon + (km * Math.sin(angle)) / (KM_A_DEGREE * wide) + 540) % 360) - 180;
  return { lat: Math.round(lat * 1000) / 1000, lon: Math.round(lon * 1000) / 1000 };
}

import type { PlaceLevel } from "@dateline/model";
import type { Atlas, Candidate } from "./atlas.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import { keyOf } from "./key.ts";
import type { Feature } from "./layout.ts";

/** Own tables, embedded gazetteer and the user's one together. */
export interface Lookup {
  readonly atlas: Atlas;
  readonly gazetteer: Gazetteer | null;
  /** The user's own places: added to ours, and they win. */
  readonly own: Gazetteer | null;
}

/** No name has so many likely places that more would help. */
const MOST = 40;

/** Whether a gazetteer has the name. */
export function isListed({ gazetteer, own }: Lookup, name: string): boolean {
  return (gazetteer?.has(name) ?? false) || (own?.has(name) ?? false);
}

/** All places a name may stand for, likeliest first; a place that several lists have is told once. */
export function candidatesOf(lookup: Lookup, name: string): readonly Candidate[] {
  const theirs = (lookup.own?.find(name) ?? []).slice(0, MOST).map((p) => candidateOf(p, lookup.own?.isList ?? false));
  const found = (lookup.gazetteer?.find(name) ?? []).slice(0, MOST).map((p) => candidateOf(p, false));
  const tables = lookup.atlas.find(keyOf(name)).map((c) => withGazetteer(c, [...found, ...theirs]));
  const ours = [...tables, ...found.filter((f) => !tables.some((c) => isSame(c, f)))];
  if (theirs.length === 0) return ours.sort(byPrior);
  const rest = ours.filter((c) => !theirs.some((t) => isReplaced(c, t)));
  return [...theirs.map((t) => withOurs(t, ours)), ...rest].sort(byPrior);
}

/** Places of the name's other transliterations, where no list has it as it is written. */
export function looseCandidatesOf(lookup: Lookup, name: string): readonly Candidate[] {
  if (name.length < LEAST_LOOSE) return [];
  const theirs = (lookup.own?.findLoose(name) ?? []).map((p) => candidateOf(p, lookup.own?.isList ?? false));
  const found = (lookup.gazetteer?.findLoose(name) ?? []).map((p) => candidateOf(p, false));
  return [...theirs, ...found]
    .slice(0, MOST)
    .map((c) => ({ ...c, prior: c.prior - LOOSE_COST }))
    .sort(byPrior);
}

/** Shorter names have too little in them to be told by their sounds. */
const LEAST_LOOSE = 5;
const LOOSE_COST = 0.7;

function byPrior(a: Candidate, b: Candidate): number {
  return b.prior - a.prior;
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

/** Whether the user's list has our place in its own way: of one level, near by, and of no other country. */
function isReplaced(ours: Candidate, theirs: Candidate): boolean {
  if (ours.from !== "town" && ours.from !== "gazetteer") return false;
  const isOneCountry = theirs.country === null || ours.country === theirs.country;
  return isOneCountry && ours.level === theirs.level && kmBetween(ours, theirs) < SAME_KM;
}

/** Lists put one town so far apart at most. */
const SAME_KM = 25;

/** What the user's list does not say of a place is taken from ours. */
function withOurs(theirs: Candidate, ours: readonly Candidate[]): Candidate {
  const copy = ours.find((c) => isReplaced(c, theirs));
  if (copy === undefined) return theirs;
  return {
    ...theirs,
    country: theirs.country ?? copy.country,
    geonames: theirs.geonames ?? copy.geonames,
    admin1: theirs.admin1 === "" ? copy.admin1 : theirs.admin1,
    admin2: theirs.admin2 === 0 ? copy.admin2 : theirs.admin2,
    prior: Math.max(theirs.prior, copy.prior),
  };
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

const LEVEL: Readonly<Record<Feature, PlaceLevel>> = {
  place: "city",
  seat: "city",
  "admin2-seat": "city",
  "admin1-seat": "city",
  capital: "city",
  quarter: "city",
  admin2: "admin",
  site: "site",
  admin1: "admin",
  country: "country",
  water: "region",
  area: "region",
};

/** A place that somebody put on a list of his own is about as likely to be meant as a well-known town. */
const LISTED_PRIOR = 7;

function candidateOf(p: GazetteerPlace, isList: boolean): Candidate {
  const prior = Math.log10(p.population + 100) + BONUS[p.feature];
  const level = LEVEL[p.feature];
  return {
    name: p.name,
    country: p.country === "" ? null : p.country,
    level,
    lat: p.lat,
    lon: p.lon,
    radiusKm: level === "admin" || level === "region" ? 40 : Math.max(2, Math.round(Math.sqrt(p.population) / 60)),
    geonames: p.id,
    admin1: p.admin1,
    admin2: p.admin2,
    prior: isList ? Math.max(prior, LISTED_PRIOR) : prior,
    from: isList ? "list" : "gazetteer",
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

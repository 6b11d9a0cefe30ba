import type { PlaceLevel } from "@dateline/model";
import { type AtlasKeys, type AtlasRows, DIVISION_KIND, type RowRef, splitList } from "./atlas-keys.ts";

/** A place a name may stand for. */
export interface Candidate {
  readonly name: string;
  readonly country: string | null;
  readonly level: PlaceLevel;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly geonames: number | null;
  /** Code of the first-level division it lies in or is, "US.OH"; "" where unknown. */
  readonly admin1: string;
  readonly admin2: number;
  /** How likely the name means it where nothing else is known: about the logarithm of its population. */
  readonly prior: number;
  readonly from: "country" | "division" | "region" | "town" | "gazetteer" | "list";
  /** Who holds or claims it, where that is disputed. */
  readonly claims: string | null;
}

export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly name: string;
  readonly capital: string;
}

/** The project's own tables by key: countries, first-level divisions, regions, towns. */
export interface Atlas {
  /** Empty where the name is in none of the tables. */
  find(key: string): readonly Candidate[];
  /** The country of a demonym ("Malian"), or undefined. */
  demonym(word: string): string | undefined;
  /** The capital of a country as a place, or undefined. */
  capital(alpha2: string): Candidate | undefined;
  country(alpha2: string): Candidate | undefined;
  /** Keys are of at most so many words. */
  readonly longest: number;
}

const PRIOR = {
  country: 9,
  state: 8,
  division: 5.2,
  smallDivision: 4.2,
  knownDivision: 6.6,
  region: 7.5,
  town: 6.4,
  capital: 7.2,
  part: 5.6,
} as const;

/** Opens the tables: a row becomes a place when its name is asked for. */
export function atlasOf(rows: AtlasRows, keys: AtlasKeys): Atlas {
  const tables = tablesOf(rows);
  const found = new Map<string, readonly Candidate[]>();
  const rowOf = new Map(rows.countries.map((row) => [row[0] ?? "", row]));
  const demonyms = new Map<string, string>();
  for (const [alpha2 = "", , , , words = ""] of rows.countries)
    for (const d of splitList(words)) if (!demonyms.has(d)) demonyms.set(d, alpha2);
  return {
    find(key) {
      const kept = found.get(key);
      if (kept !== undefined) return kept;
      const refs = keys.refs(key);
      if (refs.length === 0) return NONE;
      const places = withoutCopies(refs.map((ref) => placeAt(tables, ref)));
      found.set(key, places);
      return places;
    },
    demonym: (word) => demonyms.get(word),
    capital(alpha2) {
      const row = rowOf.get(alpha2);
      return row === undefined || !hasSeat(row) ? undefined : seatOf(row);
    },
    country(alpha2) {
      const row = rowOf.get(alpha2);
      return row === undefined ? undefined : countryOf(row, tables);
    },
    longest: keys.longest,
  };
}

const NONE: readonly Candidate[] = [];

function withoutCopies(places: readonly Candidate[]): readonly Candidate[] {
  return places.filter(
    (c, i) => places.findIndex((x) => x.from === c.from && x.country === c.country && x.name === c.name) === i,
  );
}

interface Tables {
  readonly rows: AtlasRows;
  readonly claims: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** The least reach of a division, by country; counted when the first one is asked for. */
  usual(country: string): number;
}

function tablesOf(rows: AtlasRows): Tables {
  let radii: ReadonlyMap<string, number> | null = null;
  return {
    rows,
    claims: new Map(rows.disputed.map(([name = "", who = ""]) => [name, who.replaceAll("|", ", ")])),
    own: new Map(rows.admin1Own.map((row) => [row[0] ?? "", row])),
    usual(country) {
      radii ??= usualRadii(rows);
      return radii.get(country) ?? 0;
    },
  };
}

function placeAt(tables: Tables, { table, row: i }: RowRef): Candidate {
  const row = tables.rows[table === "seats" ? "countries" : table][i] ?? [];
  switch (table) {
    case "countries":
      return countryOf(row, tables);
    case "seats":
      return seatOf(row);
    case "regions":
      return regionOf(row, tables);
    case "admin1":
      return divisionOf(row, tables);
    case "towns":
      return townOf(row);
    default:
      return table satisfies never;
  }
}

const BARE = { geonames: null, admin1: "", admin2: 0, claims: null } as const;

function countryOf(row: readonly string[], { claims }: Tables): Candidate {
  const [alpha2 = "", , name = "", , , , lat, lon, radius] = row;
  return {
    ...BARE,
    name,
    country: alpha2,
    level: "country",
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: Number(radius),
    prior: PRIOR.country,
    from: "country",
    claims: claims.get(name) ?? null,
  };
}

/** Whether a country's row tells its capital with coordinates. */
function hasSeat(row: readonly string[]): boolean {
  return (row[5] ?? "") !== "" && (row[9] ?? "") !== "";
}

function seatOf(row: readonly string[]): Candidate {
  const [alpha2 = "", , , , , capital = "", , , , lat, lon] = row;
  return {
    ...BARE,
    name: capital,
    country: alpha2,
    level: "city",
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: 15,
    prior: PRIOR.capital,
    from: "town",
  };
}

function regionOf(row: readonly string[], { claims }: Tables): Candidate {
  const [name = "", , country = "", level = "region", lat, lon, radius] = row;
  return {
    ...BARE,
    name,
    country: country === "" ? null : country,
    level: level as PlaceLevel,
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: Number(radius),
    prior: level === "city" || level === "site" ? PRIOR.part : PRIOR.region,
    from: "region",
    claims: claims.get(name) ?? null,
  };
}

/** Countries whose divisions are told like countries. */
const STATES: ReadonlySet<string> = new Set(["US", "CA", "GB", "AU"]);

function divisionOf(row: readonly string[], { own, claims, usual }: Tables): Candidate {
  const [code = "", name = "", lat, lon, radius] = row;
  const [, , ownLat = "", ownLon = "", ownRadius = ""] = own.get(code) ?? [];
  const country = code.split(".")[0] ?? "";
  return {
    ...BARE,
    name,
    country,
    level: "admin",
    lat: Number(ownLat === "" ? lat : ownLat),
    lon: Number(ownLon === "" ? lon : ownLon),
    radiusKm: ownRadius === "" ? Math.max(Number(radius), usual(country)) : Number(ownRadius),
    admin1: code,
    prior: divisionPrior(country, own.has(code), Number(radius)),
    from: "division",
    claims: claims.get(name.replace(DIVISION_KIND, "")) ?? null,
  };
}

function divisionPrior(country: string, isKnown: boolean, radius: number): number {
  if (STATES.has(country)) return PRIOR.state;
  if (isKnown) return PRIOR.knownDivision;
  return radius < 40 ? PRIOR.smallDivision : PRIOR.division;
}

/** Half of what a country's divisions would have if all were alike: a division of which one town is known has no less. */
function usualRadii({ countries, admin1 }: AtlasRows): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [code = ""] of admin1) {
    const country = code.split(".")[0] ?? "";
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return new Map(
    countries.map((row) => {
      const [country = ""] = row;
      return [country, Math.round(Number(row[8]) / Math.sqrt(counts.get(country) ?? 1) / 2)];
    }),
  );
}

function townOf(row: readonly string[]): Candidate {
  const [names = "", country = "", level = "city", lat, lon] = row;
  return {
    ...BARE,
    name: splitList(names)[0] ?? "",
    country,
    level: level as PlaceLevel,
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: level === "site" ? 3 : level === "city" ? 8 : 60,
    prior: PRIOR.town,
    from: "town",
  };
}

import type { PlaceLevel } from "@dateline/model";
import { keyOf } from "./key.ts";

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

type Rows = readonly (readonly string[])[];

/** The tables as they stand in `data/place`. */
export interface AtlasRows {
  readonly countries: Rows;
  readonly admin1: Rows;
  readonly admin1Own: Rows;
  readonly regions: Rows;
  readonly towns: Rows;
  readonly disputed: Rows;
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

/** Indexes the tables; takes some tens of milliseconds. */
export function atlasOf(rows: AtlasRows): Atlas {
  const byKey = new Map<string, Candidate[]>();
  const claims = new Map(rows.disputed.map(([name = "", who = ""]) => [name, who.replaceAll("|", ", ")]));
  let longest = 1;
  const put = (name: string, c: Candidate): void => {
    const key = keyOf(name);
    if (key === "") return;
    longest = Math.max(longest, key.split(" ").length);
    const listed = byKey.get(key);
    if (listed === undefined) byKey.set(key, [c]);
    else if (!listed.some((x) => x.from === c.from && x.country === c.country && x.name === c.name)) listed.push(c);
  };
  const countries = new Map<string, Candidate>();
  const capitals = new Map<string, Candidate>();
  const demonyms = new Map<string, string>();
  for (const row of rows.countries) addCountry(row, { put, countries, capitals, demonyms, claims });
  for (const row of rows.regions) addRegion(row, put, claims);
  addDivisions(rows, put, claims);
  for (const row of rows.towns) addTown(row, put);
  return {
    find: (key) => byKey.get(key) ?? [],
    demonym: (word) => demonyms.get(word),
    capital: (alpha2) => capitals.get(alpha2),
    country: (alpha2) => countries.get(alpha2),
    longest,
  };
}

interface Sinks {
  readonly put: (name: string, c: Candidate) => void;
  readonly countries: Map<string, Candidate>;
  readonly capitals: Map<string, Candidate>;
  readonly demonyms: Map<string, string>;
  readonly claims: ReadonlyMap<string, string>;
}

const BARE = { geonames: null, admin1: "", admin2: 0, claims: null } as const;

function addCountry(row: readonly string[], to: Sinks): void {
  const [alpha2 = "", , name = "", aliases = "", demonyms = "", capital = "", lat, lon, radius, capLat, capLon] = row;
  const country: Candidate = {
    ...BARE,
    name,
    country: alpha2,
    level: "country",
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: Number(radius),
    prior: PRIOR.country,
    from: "country",
    claims: to.claims.get(name) ?? null,
  };
  to.countries.set(alpha2, country);
  for (const n of [name, ...split(aliases)]) to.put(n, country);
  for (const d of split(demonyms)) if (!to.demonyms.has(d)) to.demonyms.set(d, alpha2);
  if (capital === "" || capLat === undefined || capLat === "") return;
  const seat: Candidate = {
    ...country,
    name: capital,
    level: "city",
    lat: Number(capLat),
    lon: Number(capLon),
    radiusKm: 15,
    prior: PRIOR.capital,
    from: "town",
    claims: null,
  };
  to.capitals.set(alpha2, seat);
  to.put(capital, seat);
}

function split(list: string): readonly string[] {
  return list === "" ? [] : list.split("|");
}

function addRegion(row: readonly string[], put: Sinks["put"], claims: ReadonlyMap<string, string>): void {
  const [name = "", aliases = "", country = "", level = "region", lat, lon, radius] = row;
  const region: Candidate = {
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
  for (const n of [name, ...split(aliases)]) put(n, region);
}

/** Words of kind that come with the names of divisions and are left out in running text. */
const KIND =
  / (province|region|governorate|state|department|district|oblast|krai|kray|republic|prefecture|county|municipality|regional state|parish|voivodeship|city)$/i;

const ARTICLE = /^(?:al|el|as|ad|ash|an|ar)[- ]/i;

function addDivisions(rows: AtlasRows, put: Sinks["put"], claims: ReadonlyMap<string, string>): void {
  const own = new Map(rows.admin1Own.map((row) => [row[0] ?? "", row]));
  const usual = usualRadii(rows);
  for (const [code = "", name = "", lat, lon, radius] of rows.admin1) {
    const [, aliases = "", ownLat = "", ownLon = "", ownRadius = ""] = own.get(code) ?? [];
    const country = code.split(".")[0] ?? "";
    const bare = name.replace(KIND, "");
    const division: Candidate = {
      ...BARE,
      name,
      country,
      level: "admin",
      lat: Number(ownLat === "" ? lat : ownLat),
      lon: Number(ownLon === "" ? lon : ownLon),
      radiusKm: ownRadius === "" ? Math.max(Number(radius), usual.get(country) ?? 0) : Number(ownRadius),
      admin1: code,
      prior: /^(US|CA|GB|AU)$/.test(country)
        ? PRIOR.state
        : own.has(code)
          ? PRIOR.knownDivision
          : Number(radius) < 40
            ? PRIOR.smallDivision
            : PRIOR.division,
      from: "division",
      claims: claims.get(bare) ?? null,
    };
    put(name, division);
    if (bare !== name) put(bare, division);
    if (ARTICLE.test(bare)) put(bare.replace(ARTICLE, ""), division);
    for (const n of split(aliases)) put(n, division);
  }
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

function addTown(row: readonly string[], put: Sinks["put"]): void {
  const [names = "", country = "", level = "city", lat, lon] = row;
  const all = split(names);
  const town: Candidate = {
    ...BARE,
    name: all[0] ?? "",
    country,
    level: level as PlaceLevel,
    lat: Number(lat),
    lon: Number(lon),
    radiusKm: level === "site" ? 3 : level === "city" ? 8 : 60,
    prior: PRIOR.town,
    from: "town",
  };
  for (const n of all) put(n, town);
}

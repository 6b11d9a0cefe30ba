import { DatelineError } from "@dateline/model";
import type { Feature } from "../../src/place/layout.ts";
import { isOnEarth } from "./own-list.ts";
import type { GazetteerRow } from "./place-row.ts";
import type { Where } from "./where.ts";

/** What of a GeoNames dump is kept. */
export interface GeonamesOptions {
  /** Rows with fewer people are left out, save capitals and seats; 0 keeps all. */
  readonly minPopulation: number;
  /** Feature classes to keep. */
  readonly classes: string;
}

/** Columns by which a dump is known: all up to the population. */
const LEAST_COLUMNS = 15;

/** A row of a dump (allCountries.txt, cities500.txt), or null where it is left out. */
export function geonamesRow(line: string, where: Where, options: GeonamesOptions): GazetteerRow | null {
  if (line === "" || line.startsWith("#")) return null;
  const f = line.split("\t");
  if (f.length < LEAST_COLUMNS)
    throw new DatelineError("gazetteer/format", `${where()}: ${f.length} columns where a GeoNames dump has 19`);
  const [id, name = "", ascii = "", others = "", lat, lon, kind = "", code = "", country = ""] = f;
  const population = Number(f[14]) || 0;
  const isSeat = SEATS.test(code);
  if (!options.classes.includes(kind) || (population < options.minPopulation && !isSeat)) return null;
  if (!isOnEarth(Number(lat), Number(lon)))
    throw new DatelineError("gazetteer/format", `${where()}: no coordinates in columns 5 and 6`);
  return {
    names: [
      name,
      ...(ascii === name ? [] : [ascii]),
      ...(others === "" ? [] : latinNames(others, population > 0 ? 12 : 3)),
    ],
    country,
    admin1: country === "" ? "" : `${country}.${f[10] ?? ""}`,
    admin2: f[11] === "" || f[11] === undefined ? "" : `${country}.${f[10]}.${f[11]}`,
    lat: Number(lat),
    lon: Number(lon),
    id: Number(id) || null,
    population,
    feature: featureOf(kind, code),
  };
}

const SEATS = /^(?:PPLC|PPLA\d?|ADM1|PCL\w*)$/;

/** Alternate names in Latin letters, at most so many: the rest are other scripts and codes. */
function latinNames(others: string, most: number): readonly string[] {
  return others.split(",").filter(isLatinName).slice(0, most);
}

const LATIN = /^[\p{Script=Latin}\p{M}\s'’.-]+$/u;

function isLatinName(name: string): boolean {
  return name.length > 2 && name.length < 60 && LATIN.test(name);
}

/** Languages of alternateNamesV2.txt that are none: links, codes of airports, posts and lists. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(
  "link post iata icao faac tcid unlc wkdt phon piny abbr fr_1793 uicn".split(" "),
);

/** A row of alternateNamesV2.txt: the place's id and its name, or null where it is a link, a code or of another script. */
export function alternateName(
  line: string,
  where: Where,
): { readonly id: number; readonly name: string; readonly isPreferred: boolean } | null {
  if (line === "") return null;
  const [, id, language = "", name = "", preferred] = line.split("\t", 5);
  if (id === undefined || !/^\d+$/.test(id))
    throw new DatelineError("gazetteer/format", `${where()}: no GeoNames id in the second column`);
  if (NO_LANGUAGE.has(language) || !isLatinName(name)) return null;
  return { id: Number(id), name, isPreferred: preferred === "1" };
}

const PLACES: Readonly<Record<string, Feature>> = {
  PPLC: "capital",
  PPLA: "admin1-seat",
  PPLA2: "admin2-seat",
  PPLA3: "seat",
  PPLA4: "seat",
  PPLX: "quarter",
  ADM1: "admin1",
  ADM2: "admin2",
};

function featureOf(kind: string, code: string): Feature {
  const known = PLACES[code];
  if (known !== undefined) return known;
  if (code.startsWith("PCL")) return "country";
  if (kind === "A") return "admin2";
  if (kind === "H") return "water";
  if (kind === "S") return "site";
  return kind === "P" ? "place" : "area";
}

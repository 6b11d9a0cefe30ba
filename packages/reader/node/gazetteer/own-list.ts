import { DatelineError } from "@dateline/model";
import type { Feature } from "../../src/place/layout.ts";
import type { GazetteerRow } from "./place-row.ts";
import type { Where } from "./where.ts";

/** What a list may call its columns or properties. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  name: ["name", "label", "place", "toponym"],
  lat: ["lat", "latitude", "y"],
  lon: ["lon", "lng", "long", "longitude", "x"],
  country: ["country", "country_code", "countrycode", "iso2", "alpha2"],
  population: ["population", "pop"],
  aliases: ["aliases", "alternatenames", "alternate_names", "names"],
  id: ["geonameid", "geonames"],
  level: ["level", "kind"],
};

/** The levels of a reading's places, as features. */
const LEVELS: Readonly<Record<string, Feature>> = {
  site: "site",
  city: "place",
  admin: "admin2",
  country: "country",
  region: "area",
};

/** The head of a table: which column holds what, and what separates them. */
export interface CsvHead {
  readonly separator: string;
  readonly at: Readonly<Record<string, number>>;
}

/** Reads a table's first line. Throws `gazetteer/format` where name, lat or lon has no column. */
export function csvHead(line: string, path: string): CsvHead {
  const separator = line.includes("\t") ? "\t" : line.split(";").length > line.split(",").length ? ";" : ",";
  const names = fieldsOf(line, separator).map((h) => h.trim().toLowerCase());
  const at: Record<string, number> = {};
  for (const [column, spellings] of Object.entries(COLUMNS)) {
    const found = spellings.map((s) => names.indexOf(s)).find((i) => i >= 0);
    if (found !== undefined) at[column] = found;
  }
  for (const needed of ["name", "lat", "lon"]) {
    if (at[needed] === undefined)
      throw new DatelineError("gazetteer/format", `${path}: no column ${needed} among ${names.join(", ")}`);
  }
  return { separator, at };
}

/** A row of a table, or null where it has no name. */
export function csvRow(line: string, where: Where, { separator, at }: CsvHead): GazetteerRow | null {
  if (line.trim() === "") return null;
  const fields = fieldsOf(line, separator);
  const field = (name: string): string => fields[at[name] ?? -1]?.trim() ?? "";
  if (field("name") === "") return null;
  const [lat, lon] = [numberOf(field("lat")), numberOf(field("lon"))];
  if (!isOnEarth(lat, lon)) throw new DatelineError("gazetteer/format", `${where()}: no coordinates`);
  return rowOf(field, lat, lon);
}

/** "" is no coordinate, though it counts as 0. */
function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}

function fieldsOf(line: string, separator: string): readonly string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === '"' && quoted && line[i + 1] === '"') {
      field += '"';
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (c === separator && !quoted) {
      fields.push(field);
      field = "";
    } else field += c;
  }
  return [...fields, field];
}

/** A GeoJSON feature with a name and a geometry, or null where it has none. Areas and lines are placed in their middle. */
export function geojsonRow(text: string, where: Where): GazetteerRow | null {
  let feature: { readonly properties?: unknown; readonly geometry?: unknown };
  try {
    feature = JSON.parse(text) as typeof feature;
  } catch (cause) {
    throw new DatelineError("gazetteer/format", `${where()}: a feature that is no JSON`, { cause });
  }
  const properties = new Map<string, unknown>(
    Object.entries(feature.properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const field = (column: string): string => {
    const name = COLUMNS[column]?.find((spelling) => properties.has(spelling));
    return textOf(properties.get(name ?? ""));
  };
  const middle = middleOf(feature.geometry);
  if (field("name") === "" || middle === null) return null;
  return rowOf(field, middle.lat, middle.lon);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("|");
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** The middle of the box around a geometry's points. */
function middleOf(geometry: unknown): { readonly lat: number; readonly lon: number } | null {
  const box = { west: 181, east: -181, south: 91, north: -91 };
  const extend = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [lon, lat]: readonly unknown[] = value;
    if (typeof lon !== "number" || typeof lat !== "number") {
      for (const part of value) extend(part);
    } else if (isOnEarth(lat, lon)) {
      box.west = Math.min(box.west, lon);
      box.east = Math.max(box.east, lon);
      box.south = Math.min(box.south, lat);
      box.north = Math.max(box.north, lat);
    }
  };
  if (typeof geometry === "object" && geometry !== null) extend(Reflect.get(geometry, "coordinates"));
  return box.west > 180 ? null : { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 };
}

/** Whether these can be coordinates. */
export function isOnEarth(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function rowOf(field: (column: string) => string, lat: number, lon: number): GazetteerRow {
  const country = field("country");
  const aliases = field("aliases").split(/[|;]/);
  return {
    names: [field("name"), ...aliases].map((n) => n.trim()).filter((n) => n !== ""),
    country: country.length === 2 ? country.toUpperCase() : "",
    admin1: "",
    admin2: "",
    lat,
    lon,
    id: Number(field("id")) || null,
    population: Number(field("population")) || 0,
    feature: LEVELS[field("level").toLowerCase()] ?? "place",
  };
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { DatelineError } from "@dateline/model";
import type { Feature } from "../src/place/layout.ts";
import { type GazetteerRow, gazetteerWriter } from "./gazetteer-writer.ts";

/** How an import is told to go about it. */
export interface ImportOptions {
  /** `geonames` (a dump such as allCountries.txt or cities500.txt), `csv` (first line names the columns) or `geojson`. */
  readonly format: "geonames" | "csv" | "geojson";
  /** Rows with fewer people are left out, save capitals and seats; 0 keeps all. */
  readonly minPopulation?: number | undefined;
  /** GeoNames feature classes to keep; `A` divisions, `P` places, `H` waters, `T` mountains, `S` sites, `L` areas. */
  readonly classes?: string | undefined;
  /** Told now and then how far the import is: bytes read of all, rows kept. */
  readonly onProgress?: ((at: ImportProgress) => void) | undefined;
  /** Stops the import; the promise then rejects with code `gazetteer/stopped`. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** Rows between two tellings of progress. */
const TELL_EACH = 20_000;

/**
 * Makes a gazetteer's index from a file of one's own, line by line: memory holds the rows as numbers (some 60 bytes
 * each) and their names, never the file. Throws `gazetteer/format` where a line cannot be of the format.
 */
export async function importGazetteer(path: string, options: ImportOptions): Promise<Uint8Array> {
  const totalBytes = (await stat(path)).size;
  const stream = createReadStream(path);
  const writer = gazetteerWriter();
  const read = rowReader(path, options);
  let lines = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (options.signal?.aborted) {
      stream.destroy();
      throw new DatelineError("gazetteer/stopped", `the import of ${path} was stopped after ${writer.size} places`);
    }
    lines += 1;
    const row = read(line, lines);
    if (row !== null) writer.add(row);
    if (lines % TELL_EACH === 0) options.onProgress?.({ bytes: stream.bytesRead, totalBytes, rows: writer.size });
  }
  options.onProgress?.({ bytes: totalBytes, totalBytes, rows: writer.size });
  if (writer.size === 0)
    throw new DatelineError("gazetteer/format", `${path}: no place in it; is it ${options.format}?`);
  return writer.finish();
}

type RowReader = (line: string, n: number) => GazetteerRow | null;

function rowReader(path: string, options: ImportOptions): RowReader {
  if (options.format === "csv") return csvReader(path);
  if (options.format === "geojson") return geojsonReader();
  const least = options.minPopulation ?? 0;
  const classes = options.classes ?? "APHTSL";
  return (line, n) => {
    const f = line.split("\t");
    if (line === "" || line.startsWith("#")) return null;
    if (f.length < 15)
      throw new DatelineError(
        "gazetteer/format",
        `${path}, line ${n}: ${f.length} columns where a GeoNames dump has 19`,
      );
    const [id, name = "", ascii = "", others = "", lat, lon, kind = "", code = "", country = ""] = f;
    const population = Number(f[14]) || 0;
    if (!classes.includes(kind) || (population < least && !/^(PPLC|PPLA\d?|ADM1|PCL\w*)$/.test(code))) return null;
    return {
      names: [name, ascii, ...latinNames(others, population > 0 ? 12 : 3)],
      country,
      admin1: `${country}.${f[10] ?? ""}`,
      admin2: f[11] === "" || f[11] === undefined ? "" : `${country}.${f[10]}.${f[11]}`,
      lat: Number(lat),
      lon: Number(lon),
      id: Number(id) || null,
      population,
      feature: featureOf(kind, code),
    };
  };
}

/** Alternate names in Latin letters, at most so many: the rest are other scripts and codes. */
function latinNames(others: string, most: number): readonly string[] {
  return others
    .split(",")
    .filter((n) => n.length > 2 && n.length < 60 && /^[\p{Script=Latin}\p{M}\s'’.-]+$/u.test(n))
    .slice(0, most);
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

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  name: ["name", "label", "place", "toponym"],
  lat: ["lat", "latitude", "y"],
  lon: ["lon", "lng", "long", "longitude", "x"],
  country: ["country", "country_code", "countrycode", "iso2", "alpha2"],
  population: ["population", "pop"],
  aliases: ["aliases", "alternatenames", "alternate_names", "names"],
  id: ["geonameid", "geonames", "id"],
};

/** A CSV or TSV whose first line names its columns; quoted fields may hold separators but no line ends. */
function csvReader(path: string): RowReader {
  let at: Readonly<Record<string, number>> | null = null;
  let separator = ",";
  return (line, n) => {
    if (line.trim() === "") return null;
    if (at === null) {
      separator = line.includes("\t") ? "\t" : line.split(";").length > line.split(",").length ? ";" : ",";
      at = columnsOf(path, fieldsOf(line, separator));
      return null;
    }
    const columns = at;
    const fields = fieldsOf(line, separator);
    const field = (name: string): string => fields[columns[name] ?? -1]?.trim() ?? "";
    const [lat, lon] = [Number(field("lat")), Number(field("lon"))];
    if (field("name") === "") return null;
    if (!isOnEarth(lat, lon)) throw new DatelineError("gazetteer/format", `${path}, line ${n}: no coordinates`);
    return rowOf({
      names: [field("name"), ...field("aliases").split(/[|;]/)],
      country: field("country"),
      lat,
      lon,
      id: Number(field("id")) || null,
      population: Number(field("population")) || 0,
    });
  };
}

function columnsOf(path: string, head: readonly string[]): Readonly<Record<string, number>> {
  const names = head.map((h) => h.trim().toLowerCase());
  const at: Record<string, number> = {};
  for (const [column, spellings] of Object.entries(COLUMNS)) {
    const found = spellings.map((s) => names.indexOf(s)).find((i) => i >= 0);
    if (found !== undefined) at[column] = found;
  }
  for (const needed of ["name", "lat", "lon"]) {
    if (at[needed] === undefined)
      throw new DatelineError("gazetteer/format", `${path}: no column ${needed} among ${names.join(", ")}`);
  }
  return at;
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

/** GeoJSON with a feature a line, as exporters write it; the lines around the features are passed over. */
function geojsonReader(): RowReader {
  return (line) => {
    const from =
      line.indexOf('{"type":"Feature"') >= 0
        ? line.indexOf('{"type":"Feature"')
        : line.search(/\{\s*"type"\s*:\s*"Feature"\s*,/);
    if (from < 0) return null;
    const feature = featureFrom(line.slice(from).replace(/[\s,\]}]*$/, ""));
    if (feature === null) return null;
    const { properties = {}, geometry } = feature;
    const [lon = Number.NaN, lat = Number.NaN] = (geometry?.type === "Point" ? geometry.coordinates : undefined) ?? [];
    const name = textOf(properties.name);
    if (name === "" || !isOnEarth(lat, lon)) return null;
    return rowOf({
      names: [name, ...textOf(properties.aliases).split(/[|;]/)],
      country: textOf(properties.country),
      lat,
      lon,
      id: Number(properties.geonameid) || null,
      population: Number(properties.population) || 0,
    });
  };
}

interface GeoFeature {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly geometry?: { readonly type?: string; readonly coordinates?: readonly number[] } | null;
}

/** Ends of lines may have lost the brackets that close the feature. */
function featureFrom(text: string): GeoFeature | null {
  for (const tail of ["", "}", "}}", "]}}", "]}"]) {
    try {
      return JSON.parse(text + tail) as GeoFeature;
    } catch {
      // Too few brackets: the next tail has more.
    }
  }
  return null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isOnEarth(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function rowOf(r: Pick<GazetteerRow, "names" | "country" | "lat" | "lon" | "id" | "population">): GazetteerRow {
  const country = r.country.length === 2 ? r.country.toUpperCase() : "";
  return { ...r, names: r.names.filter((n) => n.trim() !== ""), country, admin1: "", admin2: "", feature: "place" };
}

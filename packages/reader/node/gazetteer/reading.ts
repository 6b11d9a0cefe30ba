import type { ImportWork } from "../gazetteer-import.ts";
import type { Entry } from "./entries.ts";
import { alternateName, geonamesRow } from "./geonames.ts";
import { nameEntry, waitingEntry } from "./join-entry.ts";
import { csvHead, csvRow, geojsonRow } from "./own-list.ts";
import { type GazetteerRow, isFoundLoosely, keysOf, placeBytes, placeEntries } from "./place-row.ts";
import { openFeatures, openLines, openRows, type Records } from "./records.ts";
import type { Where } from "./where.ts";
import { type ImportState, inputOf, type ReadState } from "./work-folder.ts";

/** Records between two tellings of progress. */
const TELL_EACH = 20_000;

/** A file whose records become entries. */
interface Source {
  readonly stage: "places" | "names";
  readonly path: string;
  readonly records: Records;
  /** The entries of a record; none where it is left out. `where` names it in messages. */
  entries(record: string, where: Where): readonly Entry[];
}

/** Reads the file of places into sorted files: by hash, or by id where alternate names are to be joined. */
export async function readPlaces(work: ImportWork): Promise<void> {
  const { input, options, folder } = work;
  const row = rowReader(work);
  const isList = options.format !== "geonames";
  const entries = options.alternateNames === undefined ? byHash : byId;
  const source: Source = {
    stage: "places",
    path: input,
    records: open(options.format)(input, folder.state.places.at),
    entries(record, where) {
      const place = row(record, where);
      return place === null ? [] : entries(place, work, isList);
    },
  };
  await readAll(work, source, options.alternateNames === undefined ? "merge" : "names");
}

/** Reads GeoNames' alternate names into files sorted by id. */
export async function readNames(work: ImportWork): Promise<void> {
  const path = work.options.alternateNames ?? "";
  const source: Source = {
    stage: "names",
    path,
    records: openLines(path, work.folder.state.names.at),
    entries(line, where) {
      const found = alternateName(line, where);
      return found === null ? [] : [nameEntry(found.id, found.name, found.isPreferred)];
    },
  };
  await readAll(work, source, "join");
}

function open(format: ImportWork["options"]["format"]): (path: string, from: number) => Records {
  return { geonames: openLines, csv: openRows, geojson: openFeatures }[format];
}

function byHash(row: GazetteerRow, { codes }: ImportWork, isList: boolean): readonly Entry[] {
  const keys = keysOf(row.names, isFoundLoosely(row, isList));
  return placeEntries(keys, row.population, placeBytes(row, codes));
}

function byId(row: GazetteerRow, { codes }: ImportWork, isList: boolean): readonly Entry[] {
  const isLoose = isFoundLoosely(row, isList);
  const { population } = row;
  const keys = [...keysOf(row.names, isLoose)];
  return [waitingEntry(row.id ?? 0, { population, isLoose, keys, place: placeBytes(row, codes) })];
}

type RowReader = (record: string, where: Where) => GazetteerRow | null;

function rowReader({ input, options }: ImportWork): RowReader {
  const { format, minPopulation = 0, classes = "APHTSL" } = options;
  if (format === "geojson") return geojsonRow;
  if (format === "geonames") return (line, where) => geonamesRow(line, where, { minPopulation, classes });
  const first = openRows(input);
  const text = first.next() ?? "";
  first.close();
  const head = csvHead(text, input);
  return (line, where) => (line === text ? null : csvRow(line, where, head));
}

/** Reads a file to its end; each time that the buffer is full, what was read up to then is kept. */
async function readAll(work: ImportWork, source: Source, then: ImportState["stage"]): Promise<void> {
  const { buffer, folder } = work;
  const { stage, records, path } = source;
  const total = inputOf(path).size;
  const isPlaces = stage === "places";
  let read: ReadState = folder.state[stage];
  let { rows } = folder.state;
  const unit = work.options.format === "geojson" ? "feature" : "line";
  const where = (): string => `${path}, ${unit} ${read.records + 1}`;
  for (let record = records.next(); record !== null; record = records.next()) {
    const entries = source.entries(record, where);
    if (!buffer.hasRoom(entries.length, bytesIn(entries))) keep(work, { stage, read, rows });
    for (const entry of entries) buffer.add(entry);
    if (isPlaces && entries.length > 0) rows += 1;
    read = { at: records.at, records: read.records + 1 };
    if (read.records % TELL_EACH === 0) await work.pause({ stage, done: read.at, total, rows });
  }
  records.close();
  keep(work, { stage, read, rows, then });
  await work.pause({ stage, done: total, total, rows });
}

function bytesIn(entries: readonly Entry[]): number {
  let bytes = 0;
  for (const entry of entries) bytes += entry.bytes.length;
  return bytes;
}

/** What of an input is in files when the buffer has been written. */
interface Kept {
  readonly stage: Source["stage"];
  readonly read: ReadState;
  readonly rows: number;
  readonly then?: ImportState["stage"];
}

function keep(work: ImportWork, { stage, read, rows, then = stage }: Kept): void {
  const { state } = work.folder;
  const isById = work.options.alternateNames !== undefined;
  const added = work.buffer.count;
  const file = work.flush();
  const files = file === "" ? [] : [file];
  work.folder.save({
    ...state,
    stage: then,
    [stage]: read,
    rows,
    codes: work.codes.lists,
    byId: isById ? [...state.byId, ...files] : [],
    byHash: isById ? [] : [...state.byHash, ...files],
    entries: isById ? 0 : state.entries + added,
    next: state.next + 1,
  });
}

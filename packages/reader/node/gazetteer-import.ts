import { setImmediate } from "node:timers/promises";
import { DatelineError } from "@dateline/model";
import { type Codes, codesFrom } from "./gazetteer/codes.ts";
import { type EntryBuffer, entryBuffer } from "./gazetteer/entries.ts";
import { joinNames } from "./gazetteer/join.ts";
import { mergeRuns } from "./gazetteer/merge-runs.ts";
import { readNames, readPlaces } from "./gazetteer/reading.ts";
import { writeRun } from "./gazetteer/runs.ts";
import { type ImportState, inputOf, openWorkFolder, taskOf, type WorkFolder } from "./gazetteer/work-folder.ts";

/** How an import is told to go about it. */
export interface ImportOptions {
  /** `geonames` (a dump such as allCountries.txt or cities500.txt), `csv` (first line names the columns) or `geojson`. */
  readonly format: "geonames" | "csv" | "geojson";
  /** The file that the index is written to; it appears when it is whole. */
  readonly out: string;
  /** GeoNames' alternateNamesV2.txt: further names of the places of a dump. */
  readonly alternateNames?: string | undefined;
  /** Rows with fewer people are left out, save capitals and seats; 0 keeps all. */
  readonly minPopulation?: number | undefined;
  /** GeoNames feature classes to keep; `A` divisions, `P` places, `H` waters, `T` mountains, `S` sites, `L` areas. */
  readonly classes?: string | undefined;
  /** Bytes of entries that are sorted in memory at a time. */
  readonly memory?: number | undefined;
  /** Told now and then how far the import is. */
  readonly onProgress?: ((at: ImportProgress) => void) | undefined;
  /** Stops the import; the promise then rejects with code `gazetteer/stopped`, and the same call goes on from there. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportProgress {
  /** Reading of places, reading of alternate names, joining these with those, writing the index. */
  readonly stage: ImportState["stage"];
  /** How far the stage is, of `total`: bytes. */
  readonly done: number;
  readonly total: number;
  /** Places kept so far. */
  readonly rows: number;
}

export interface Imported {
  readonly rows: number;
  /** Bytes of the index. */
  readonly size: number;
  /** Whether an import that was ended before was gone on with. */
  readonly resumed: boolean;
}

/** What the stages of an import work with. */
export interface ImportWork {
  readonly input: string;
  readonly options: ImportOptions;
  readonly folder: WorkFolder;
  readonly codes: Codes;
  /** Bytes of entries in memory. */
  readonly memory: number;
  readonly buffer: EntryBuffer;
  /** Writes the buffer as a file of entries and gives its name; "" for an empty buffer. */
  flush(): string;
  /** Tells of the progress, lets other work go on, and stops where that is asked for. */
  pause(at: ImportProgress): Promise<void>;
}

/** Bytes of entries in memory, by default; the whole import takes about four times as much. */
const MEMORY = 48 << 20;

/**
 * Makes a gazetteer's index from a file of places: entries are sorted by parts into files beside the index, then merged,
 * so that memory does not grow with the input. Ended at any moment, the same call goes on from the last part that was
 * whole. Throws `gazetteer/format` where a record cannot be of the format.
 */
export async function importGazetteer(input: string, options: ImportOptions): Promise<Imported> {
  const work = workOf(input, options);
  const { resumed } = work.folder;
  try {
    const size = await runStages(work);
    return { rows: work.folder.state.rows, size, resumed };
  } catch (cause) {
    // a mended file is another one: nothing could go on from here
    if (cause instanceof DatelineError && cause.code === "gazetteer/format") work.folder.remove();
    throw cause;
  }
}

async function runStages(work: ImportWork): Promise<number> {
  const { folder, input, options } = work;
  if (folder.state.stage === "places") await readPlaces(work);
  if (folder.state.rows === 0)
    throw new DatelineError("gazetteer/format", `${input}: no place in it; is it ${options.format}?`);
  if (folder.state.stage === "names") await readNames(work);
  if (folder.state.stage === "join") await joinNames(work);
  const size = await mergeRuns(work);
  folder.remove();
  return size;
}

function workOf(input: string, options: ImportOptions): ImportWork {
  const { format, alternateNames, minPopulation, classes, memory = MEMORY, signal } = options;
  const inputs = [input, ...(alternateNames === undefined ? [] : [alternateNames])].map(inputOf);
  const folder = openWorkFolder(options.out, taskOf(inputs, { format, minPopulation, classes, memory }));
  const buffer = entryBuffer(memory);
  return {
    input,
    options,
    folder,
    codes: codesFrom(folder.state.codes),
    memory,
    buffer,
    flush() {
      if (buffer.count === 0) return "";
      const file = `run-${folder.state.next}`;
      writeRun(folder.path(file), buffer.sorted());
      buffer.clear();
      return file;
    },
    async pause(at) {
      options.onProgress?.(at);
      await setImmediate();
      if (signal?.aborted === true) {
        throw new DatelineError("gazetteer/stopped", `the import of ${input} was stopped at ${at.rows} places`);
      }
    },
  };
}

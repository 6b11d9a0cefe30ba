import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { LAYOUT_VERSION } from "../../src/place/layout.ts";
import type { CodeLists } from "./codes.ts";
import type { IndexState } from "./index-writer.ts";

/** A file that an import reads: another size or time makes what was read of it worthless. */
export interface InputFile {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/** How far an input is read. */
export interface ReadState {
  readonly at: number;
  readonly records: number;
}

/** All that an import has to know to go on after it was ended at any moment. */
export interface ImportState {
  /** What is imported and how: an import of anything else begins anew. */
  readonly task: string;
  readonly stage: "places" | "names" | "join" | "merge";
  readonly places: ReadState;
  readonly names: ReadState;
  readonly rows: number;
  readonly entries: number;
  readonly codes: CodeLists;
  /** Files of entries by id, which are joined, and by hash, which are merged. */
  readonly byId: readonly string[];
  readonly byHash: readonly string[];
  /** Where in each file by id the join stands. */
  readonly joined: readonly number[];
  /** Where in each file by hash the last merge stands, and how far the index is written. */
  readonly merged: readonly number[];
  readonly written: IndexState | null;
  /** Number of the next file. */
  readonly next: number;
}

/** The folder beside the index in which an import keeps its files until the index is whole. */
export interface WorkFolder {
  readonly state: ImportState;
  /** Whether there was something to go on from. */
  readonly resumed: boolean;
  path(file: string): string;
  /** Makes the state the one to go on from; files it does not name are removed. */
  save(state: ImportState): void;
  remove(): void;
}

const STATE = "state.json";

/** The half-written index. */
export const INDEX = "index";

/** Opens an import's folder, or makes it; what belongs to another task is thrown away. */
export function openWorkFolder(out: string, task: string): WorkFolder {
  const folder = `${out}.import`;
  const kept = stateIn(folder, task);
  if (kept === null) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let state = kept ?? beginning(task);
  tidy(folder, state);
  return {
    get state() {
      return state;
    },
    resumed: kept !== null,
    path: (file) => join(folder, file),
    save(next) {
      writeDurably(join(folder, STATE), JSON.stringify(next));
      state = next;
      tidy(folder, state);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What tells one import from another. */
export function taskOf(inputs: readonly InputFile[], options: unknown): string {
  return JSON.stringify({ layout: LAYOUT_VERSION, inputs, options });
}

/** A file as an input. Throws as `stat` does where it is missing. */
export function inputOf(path: string): InputFile {
  const { size, mtimeMs } = statSync(path);
  return { path, size, changed: mtimeMs };
}

function beginning(task: string): ImportState {
  return {
    task,
    stage: "places",
    places: { at: 0, records: 0 },
    names: { at: 0, records: 0 },
    rows: 0,
    entries: 0,
    codes: { countries: [""], divisions: [""] },
    byId: [],
    byHash: [],
    joined: [],
    merged: [],
    written: null,
    next: 1,
  };
}

function stateIn(folder: string, task: string): ImportState | null {
  const file = join(folder, STATE);
  if (!existsSync(file)) return null;
  const state = JSON.parse(readFileSync(file, "utf8")) as ImportState;
  const isWhole = [...state.byId, ...state.byHash].every((f) => existsSync(join(folder, f)));
  if (state.task !== task || !isWhole) return null;
  // ended between the index's move to its place and the end of this folder
  return existsSync(join(folder, INDEX)) ? state : { ...state, written: null, merged: [] };
}

/** Removes files that were begun and not finished, or are done with. */
function tidy(folder: string, { byId, byHash }: ImportState): void {
  const wanted = new Set([...byId, ...byHash, STATE, INDEX]);
  for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file), { force: true });
}

/** The file has the old content or the new one, whatever happens in between. */
function writeDurably(path: string, text: string): void {
  const half = `${path}.half`;
  const fd = openSync(half, "w");
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(half, path);
}

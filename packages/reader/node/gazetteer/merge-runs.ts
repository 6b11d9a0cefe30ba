import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import type { ImportWork } from "../gazetteer-import.ts";
import { bucketBitsFor, type IndexState, indexWriter, NOTHING_WRITTEN } from "./index-writer.ts";
import { entriesOf, type Merge, openMerge } from "./merge.ts";
import { writeRun } from "./runs.ts";
import { INDEX } from "./work-folder.ts";

/** Files that are merged at a time: each holds one block in memory. */
const MOST_RUNS = 64;
/** Entries between two tellings of progress. */
const TELL_EACH = 50_000;

/** Merges the files sorted by hash into the index and puts it in its place; gives its size. */
export async function mergeRuns(work: ImportWork): Promise<number> {
  while (work.folder.state.byHash.length > MOST_RUNS) mergeSome(work);
  const { folder } = work;
  const path = folder.path(INDEX);
  const isBegun = folder.state.written !== null;
  const fd = openSync(path, isBegun ? "r+" : "w");
  let size: number;
  try {
    size = await writeIndex(work, fd);
    ftruncateSync(fd, size);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(path, work.options.out);
  return size;
}

/** Makes one file of the first ones, so that few enough are left. */
function mergeSome({ folder }: ImportWork): void {
  const { state } = folder;
  const some = state.byHash.slice(0, MOST_RUNS);
  const file = `run-${state.next}`;
  writeRun(folder.path(file), entriesOf(openMerge(some.map((f) => folder.path(f)))));
  folder.save({ ...state, byHash: [file, ...state.byHash.slice(MOST_RUNS)], next: state.next + 1 });
}

async function writeIndex(work: ImportWork, fd: number): Promise<number> {
  const { folder, codes, options } = work;
  const { state } = folder;
  const paths = state.byHash.map((f) => folder.path(f));
  const total = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const merge = openMerge(paths, state.merged);
  const sink = { write: (at: number, bytes: Uint8Array) => writeWhole(fd, bytes, at) };
  const plan = {
    places: state.rows,
    bucketBits: bucketBitsFor(state.entries),
    isList: options.format !== "geonames",
    codes: codes.bytes(),
  };
  const index = indexWriter(sink, plan, {
    from: state.written ?? NOTHING_WRITTEN,
    onBlock: (written) => keep(work, { fd, merge, written }),
  });
  for (let n = 1; merge.entry !== null; n++) {
    index.add(merge.entry);
    merge.next();
    if (n % TELL_EACH === 0) {
      const done = merge.places().reduce((sum, at) => sum + at, 0);
      await work.pause({ stage: "merge", done, total, rows: state.rows });
    }
  }
  merge.close();
  return index.finish();
}

function writeWhole(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
}

/** As often as a part is written: what is in the index is made sure of, and where to go on is kept. */
function keep(
  { folder, memory }: ImportWork,
  { fd, merge, written }: { readonly fd: number; readonly merge: Merge; readonly written: IndexState },
): void {
  const { state } = folder;
  if (written.data - (state.written?.data ?? 0) < memory) return;
  fsyncSync(fd);
  folder.save({ ...state, written, merged: merge.places() });
}

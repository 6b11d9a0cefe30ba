import { statSync } from "node:fs";
import type { ImportWork } from "../gazetteer-import.ts";
import type { Entry } from "./entries.ts";
import { furtherName, PLACE, type WaitingPlace, waitingPlace } from "./join-entry.ts";
import { type Merge, openMerge } from "./merge.ts";
import { addKeys, placeEntries } from "./place-row.ts";

/** Places between two tellings of progress. */
const TELL_EACH = 20_000;

/** Gives each place the alternate names of its id, and writes the places into files sorted by hash. */
export async function joinNames(work: ImportWork): Promise<void> {
  const { folder, buffer } = work;
  const paths = folder.state.byId.map((f) => folder.path(f));
  const total = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const merge = openMerge(paths, folder.state.joined);
  let joined = merge.places();
  for (let n = 1; merge.entry !== null; n++) {
    const entries = nextPlace(merge);
    const bytes = entries.reduce((sum, e) => sum + e.bytes.length, 0);
    if (!buffer.hasRoom(entries.length, bytes)) keep(work, joined);
    for (const entry of entries) buffer.add(entry);
    joined = merge.places();
    if (n % TELL_EACH === 0) {
      const done = joined.reduce((sum, at) => sum + at, 0);
      await work.pause({ stage: "join", done, total, rows: folder.state.rows });
    }
  }
  merge.close();
  keep(work, joined);
  folder.save({ ...folder.state, stage: "merge", byId: [], joined: [] });
}

/** The entries of the next place by hash; none for names without a place. */
function nextPlace(merge: Merge): readonly Entry[] {
  const first = merge.entry;
  if (first === null) return [];
  const { a: id } = first;
  const waiting: WaitingPlace | null = first.b === PLACE ? waitingPlace(first) : null;
  const keys = new Set(waiting?.keys);
  for (;;) {
    if (merge.entry !== null && merge.entry.b !== PLACE && waiting !== null) {
      addKeys(keys, [furtherName(merge.entry)], waiting.isLoose);
    }
    merge.next();
    if (merge.entry === null || merge.entry.a !== id || merge.entry.b === PLACE) break;
  }
  return waiting === null ? [] : placeEntries(keys, waiting.population, waiting.place);
}

function keep(work: ImportWork, joined: readonly number[]): void {
  const { state } = work.folder;
  const added = work.buffer.count;
  const file = work.flush();
  work.folder.save({
    ...state,
    joined,
    byHash: file === "" ? state.byHash : [...state.byHash, file],
    entries: state.entries + added,
    next: state.next + 1,
  });
}

import type { Entry } from "./entries.ts";
import { openRun, type RunReader } from "./runs.ts";

/** Entries of several runs in one order. */
export interface Merge {
  /** The entry that comes next, or null at the end; its bytes are valid until {@link Merge.next}. */
  readonly entry: Entry | null;
  next(): void;
  /** Where each run stands: a merge opened with these places goes on from here. */
  places(): readonly number[];
  close(): void;
}

/** Merges runs, each from a place in it (its start by default). Equal keys come in the order of the runs. */
export function openMerge(paths: readonly string[], from: readonly number[] = []): Merge {
  const runs = paths.map((path, i) => openRun(path, from[i] ?? 0));
  const heap = runs.map((_, i) => i).filter((i) => runs[i]?.entry !== null);
  for (let i = heap.length >> 1; i >= 0; i--) sink(heap, runs, i);
  return {
    get entry() {
      return runs[heap[0] ?? -1]?.entry ?? null;
    },
    next() {
      const first = runs[heap[0] ?? -1];
      if (first === undefined) return;
      first.next();
      if (first.entry === null) {
        const last = heap.pop();
        if (heap.length === 0 || last === undefined) return;
        heap[0] = last;
      }
      sink(heap, runs, 0);
    },
    places: () => runs.map((run) => run.at),
    close() {
      for (const run of runs) run.close();
    },
  };
}

/** All that is left of a merge; closes it at the end. */
export function* entriesOf(merge: Merge): Generator<Entry> {
  try {
    for (let entry = merge.entry; entry !== null; entry = merge.entry) {
      yield entry;
      merge.next();
    }
  } finally {
    merge.close();
  }
}

function sink(heap: number[], runs: readonly RunReader[], from: number): void {
  let i = from;
  for (;;) {
    let least = i;
    for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child++) {
      if (isBefore(heap[child] ?? 0, heap[least] ?? 0, runs)) least = child;
    }
    if (least === i) return;
    const moved = heap[i] ?? 0;
    heap[i] = heap[least] ?? 0;
    heap[least] = moved;
    i = least;
  }
}

function isBefore(x: number, y: number, runs: readonly RunReader[]): boolean {
  const [p, q] = [runs[x]?.entry, runs[y]?.entry];
  if (p === null || p === undefined) return false;
  if (q === null || q === undefined) return true;
  return (p.a - q.a || p.b - q.b || p.c - q.c || x - y) < 0;
}

import { bestLabels } from "../../packages/reader/src/names/decode.ts";
import { LABELS } from "../../packages/reader/src/names/labels.ts";
import { Crf, type Instance, type Settings } from "./crf.ts";
import type { RawInstance } from "./instances.ts";
import { randomFrom, shuffled } from "./random.ts";

/** A trained model before it is written as a file. */
export interface Learned {
  readonly rows: ReadonlyMap<number, number>;
  readonly crf: Crf;
}

/** The best labels of an instance by the model. */
export function labelsBy({ rows, crf }: Learned, raw: RawInstance): Uint8Array {
  const scores = Float32Array.from(crf.scoresOf(withRows(raw, rows)));
  return bestLabels(scores, raw.allowed.length, crf.wholeSteps());
}

/** The hash of each row. */
export function hashesOf({ rows }: Learned): Uint32Array {
  const hashes = new Uint32Array(rows.size);
  for (const [hash, row] of rows) hashes[row] = hash;
  return hashes;
}

/** Trains on the instances; gives the rows of the features with their weights. */
export function learn(raw: readonly RawInstance[], settings: Settings, log: (line: string) => void): Learned {
  const rows = rowsOf(raw);
  const instances = raw.map((r) => withRows(r, rows));
  log(`${instances.length} stretches, ${rows.size} features`);
  const crf = new Crf(rows.size, settings);
  const random = randomFrom(7);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    const started = performance.now();
    const loss = crf.pass(instances, shuffled(instances.length, random));
    log(`pass ${epoch}: loss ${loss.toFixed(4)} a token, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  log(`${crf.weights.reduce((n, w) => n + (w === 0 ? 0 : 1), 0)} weights of ${rows.size * LABELS} are not zero`);
  return { rows, crf };
}

// Features seen once are left out.
function rowsOf(raw: readonly RawInstance[]): Map<number, number> {
  const seen = new Map<number, number>();
  const rows = new Map<number, number>();
  for (const { hashes } of raw) {
    for (const hash of hashes) {
      const n = (seen.get(hash) ?? 0) + 1;
      if (n > 2) continue;
      seen.set(hash, n);
      if (n === 2) rows.set(hash, rows.size);
    }
  }
  return rows;
}

function withRows({ starts, hashes, allowed, weight }: RawInstance, rows: ReadonlyMap<number, number>): Instance {
  const kept: number[] = [];
  const at = [0];
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const row = rows.get(hashes[k] ?? 0);
      if (row !== undefined) kept.push(row);
    }
    at.push(kept.length);
  }
  return { starts: Uint32Array.from(at), features: Uint32Array.from(kept), allowed, weight };
}

import { LABELS } from "./labels.ts";

/** Weights of the name model: sparse rows of labels and weights, found by feature hash. */
export interface NameModel {
  /** Open-addressed table of feature hashes (0 is empty) and the row of each. */
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  /** Where each row starts in `labels` and `weights`; one more at the end. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly weights: Int8Array;
  /** Score of label `b` after label `a` at `a * LABELS + b`, in the units of `weights`. */
  readonly steps: Float32Array;
}

/** First number of a weight file. */
export const MAGIC = 0x4e414d31;

/**
 * A weight file: magic, number of rows, number of weights, number of labels (4 bytes each), then steps (float32),
 * keys (uint32), and as bytes the length of each row, the labels, the weights. Throws on a file of another form.
 */
export function readModel(file: Uint8Array): NameModel {
  const bytes = file.slice();
  const head = new Uint32Array(bytes.buffer, 0, 4);
  const [magic, rowCount = 0, weightCount = 0, labelCount] = head;
  if (magic !== MAGIC || labelCount !== LABELS) throw new Error("names.bin is not a name model of this version");
  let at = 16;
  const steps = new Float32Array(bytes.buffer, at, LABELS * LABELS);
  at += steps.byteLength;
  const hashes = new Uint32Array(bytes.buffer, at, rowCount);
  at += hashes.byteLength;
  const lengths = bytes.subarray(at, at + rowCount);
  at += rowCount;
  const labels = bytes.subarray(at, at + weightCount);
  at += weightCount;
  const weights = new Int8Array(bytes.buffer, at, weightCount);
  return { ...tableOf(hashes), starts: startsOf(lengths), labels, weights, steps };
}

function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    starts[i] = at;
    at += lengths[i] ?? 0;
  }
  starts[lengths.length] = at;
  return starts;
}

function tableOf(hashes: Uint32Array): Pick<NameModel, "keys" | "rows"> {
  let size = 1024;
  while (size < hashes.length * 1.7) size *= 2;
  const keys = new Uint32Array(size);
  const rows = new Uint32Array(size);
  for (let i = 0; i < hashes.length; i++) {
    const key = hashes[i] ?? 0;
    let at = key & (size - 1);
    while (keys[at] !== 0) at = (at + 1) & (size - 1);
    keys[at] = key;
    rows[at] = i;
  }
  return { keys, rows };
}

/** Adds the weights of a feature to `scores` from `at` on. */
export function addScores(model: NameModel, feature: number, scores: Float32Array, at: number): void {
  const { keys, rows, starts, labels, weights } = model;
  const mask = keys.length - 1;
  let slot = feature & mask;
  for (;;) {
    const key = keys[slot];
    if (key === 0 || key === undefined) return;
    if (key === feature) break;
    slot = (slot + 1) & mask;
  }
  const row = rows[slot] ?? 0;
  const end = starts[row + 1] ?? 0;
  for (let k = starts[row] ?? 0; k < end; k++) {
    const place = at + (labels[k] ?? 0);
    scores[place] = (scores[place] ?? 0) + (weights[k] ?? 0);
  }
}

/** A linear model over hashed features: for each known feature, weights of the few classes it speaks for or against. */
export interface SparseModel {
  readonly classes: readonly string[];
  /** What training noted beside the weights. */
  readonly notes: Readonly<Record<string, unknown>>;
  /** Adds the weights of each feature in `features[0..count)` to `scores`. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

/** What a model file holds, before it is packed: parallel lists, one entry a feature, and one a weight. */
export interface SparseWeights {
  readonly classes: readonly string[];
  readonly notes: Readonly<Record<string, unknown>>;
  readonly keys: Uint32Array;
  readonly counts: Uint8Array;
  readonly labels: Uint8Array;
  readonly weights: Int8Array;
}

/** A model file's bytes: length of a JSON head, the head (ASCII), then the four lists. */
export function packModel(model: SparseWeights): Uint8Array {
  const head = JSON.stringify({
    classes: model.classes,
    notes: model.notes,
    features: model.keys.length,
    weights: model.weights.length,
  });
  const padded = (head.length + 3) & ~3;
  const bytes = new Uint8Array(4 + padded + model.keys.length * 5 + model.weights.length * 2);
  new DataView(bytes.buffer).setUint32(0, padded, true);
  bytes.fill(32, 4, 4 + padded);
  for (let i = 0; i < head.length; i++) bytes[4 + i] = head.charCodeAt(i);
  let at = 4 + padded;
  for (const list of [model.keys, model.counts, model.labels, model.weights]) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at);
    at += list.byteLength;
  }
  return bytes;
}

/** The model of a file's bytes. Throws when they are no model. */
export function unpackModel(file: Uint8Array): SparseModel {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const padded = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(String.fromCharCode(...bytes.subarray(4, 4 + padded))) as Head;
  const start = bytes.byteOffset + 4 + padded;
  const keys = new Uint32Array(bytes.buffer, start, head.features);
  const counts = new Uint8Array(bytes.buffer, start + head.features * 4, head.features);
  const labels = new Uint8Array(bytes.buffer, start + head.features * 5, head.weights);
  const weights = new Int8Array(bytes.buffer, start + head.features * 5 + head.weights, head.weights);
  return modelOf(head, { keys, counts, labels, weights });
}

interface Head {
  readonly classes: readonly string[];
  readonly notes: Readonly<Record<string, unknown>>;
  readonly features: number;
  readonly weights: number;
}

type Lists = Pick<SparseWeights, "keys" | "counts" | "labels" | "weights">;

function modelOf({ classes, notes }: Head, { keys, counts, labels, weights }: Lists): SparseModel {
  const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 1.6 + 1)));
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slots = new Uint32Array(1 << bits);
  const rows = new Uint32Array((1 << bits) * 2);
  let from = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    let slot = Math.imul(key, 0x9e3779b1) >>> shift;
    while (rows[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot] = key;
    rows[slot * 2] = from;
    from += counts[row] ?? 0;
    rows[slot * 2 + 1] = from;
  }
  const score = (features: Int32Array, count: number, scores: Float64Array): void => {
    for (let f = 0; f < count; f++) {
      const key = (features[f] ?? 0) >>> 0;
      let slot = Math.imul(key, 0x9e3779b1) >>> shift;
      let end = rows[slot * 2 + 1] ?? 0;
      while (end !== 0 && slots[slot] !== key) {
        slot = (slot + 1) & mask;
        end = rows[slot * 2 + 1] ?? 0;
      }
      for (let w = end === 0 ? 0 : (rows[slot * 2] ?? 0); w < end; w++) {
        const label = labels[w] ?? 0;
        scores[label] = (scores[label] ?? 0) + (weights[w] ?? 0);
      }
    }
  };
  return { classes, notes, score };
}

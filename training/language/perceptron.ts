import type { SparseWeights } from "../../packages/reader/src/sentences/sparse-model.ts";

/** An averaged perceptron over hashed features: grows a row of class weights for each feature it meets. */
export class Perceptron {
  readonly classes: number;
  private keys = new Uint32Array(1 << 20);
  private slots = new Int32Array(1 << 20);
  private mask = (1 << 20) - 1;
  private used = 0;
  private weights: Float32Array;
  private totals: Float32Array;
  private stamps: Int32Array;
  private step = 1;

  constructor(classes: number) {
    this.classes = classes;
    const rows = 1 << 14;
    this.weights = new Float32Array(rows * classes);
    this.totals = new Float32Array(rows * classes);
    this.stamps = new Int32Array(rows * classes);
  }

  get features(): number {
    return this.used;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    for (let f = 0; f < count; f++) {
      const row = this.find((features[f] ?? 0) >>> 0);
      if (row < 0) continue;
      const base = row * this.classes;
      for (let c = 0; c < this.classes; c++) scores[c] = (scores[c] ?? 0) + (this.weights[base + c] ?? 0);
    }
  }

  /** Adds `by` to the weights of a class for all the features. */
  update(features: Int32Array, count: number, change: { label: number; by: number }): void {
    for (let f = 0; f < count; f++) {
      const row = this.findOrAdd((features[f] ?? 0) >>> 0);
      const at = row * this.classes + change.label;
      this.totals[at] = (this.totals[at] ?? 0) + (this.step - (this.stamps[at] ?? 0)) * (this.weights[at] ?? 0);
      this.stamps[at] = this.step;
      this.weights[at] = (this.weights[at] ?? 0) + change.by;
    }
  }

  /** Counts one decision more: averages are over decisions. */
  tick(): void {
    this.step++;
  }

  /** The averaged weights in 8 bits; weights below `least` of the largest unit are left out. */
  packed(names: readonly string[], notes: Readonly<Record<string, unknown>>, least: number): SparseWeights {
    const averages = this.averages();
    const unit = unitOf(averages);
    const keyOf = new Uint32Array(this.used);
    for (let slot = 0; slot <= this.mask; slot++) {
      const row = (this.slots[slot] ?? 0) - 1;
      if (row >= 0) keyOf[row] = this.keys[slot] ?? 0;
    }
    const keys: number[] = [];
    const counts: number[] = [];
    const labels: number[] = [];
    const weights: number[] = [];
    for (let row = 0; row < this.used; row++) {
      let count = 0;
      for (let c = 0; c < this.classes; c++) {
        const weight = Math.max(-127, Math.min(127, Math.round((averages[row * this.classes + c] ?? 0) / unit)));
        if (Math.abs(weight) < least) continue;
        labels.push(c);
        weights.push(weight);
        count++;
      }
      if (count === 0) continue;
      keys.push(keyOf[row] ?? 0);
      counts.push(count);
    }
    return {
      classes: names,
      notes,
      keys: Uint32Array.from(keys),
      counts: Uint8Array.from(counts),
      labels: Uint8Array.from(labels),
      weights: Int8Array.from(weights),
    };
  }

  private averages(): Float32Array {
    const size = this.used * this.classes;
    const averages = new Float32Array(size);
    for (let at = 0; at < size; at++) {
      const total = (this.totals[at] ?? 0) + (this.step - (this.stamps[at] ?? 0)) * (this.weights[at] ?? 0);
      averages[at] = total / this.step;
    }
    return averages;
  }

  private find(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) & this.mask;
    for (;;) {
      const row = this.slots[slot] ?? 0;
      if (row === 0) return -1;
      if (this.keys[slot] === key) return row - 1;
      slot = (slot + 1) & this.mask;
    }
  }

  private findOrAdd(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.used * 2 > this.mask) this.growTable();
    if ((this.used + 1) * this.classes > this.weights.length) this.growRows();
    this.place(key, this.used);
    return this.used++;
  }

  private place(key: number, row: number): void {
    let slot = Math.imul(key, 0x9e3779b1) & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.slots[slot] = row + 1;
  }

  private growTable(): void {
    const [keys, slots] = [this.keys, this.slots];
    this.mask = this.mask * 2 + 1;
    this.keys = new Uint32Array(this.mask + 1);
    this.slots = new Int32Array(this.mask + 1);
    for (let slot = 0; slot < slots.length; slot++) {
      const row = (slots[slot] ?? 0) - 1;
      if (row >= 0) this.place(keys[slot] ?? 0, row);
    }
  }

  private growRows(): void {
    const size = this.weights.length * 2;
    const weights = new Float32Array(size);
    weights.set(this.weights);
    this.weights = weights;
    const totals = new Float32Array(size);
    totals.set(this.totals);
    this.totals = totals;
    const stamps = new Int32Array(size);
    stamps.set(this.stamps);
    this.stamps = stamps;
  }
}

// The largest weights are few: the unit leaves one in 2,000 cut off at 127.
function unitOf(averages: Float32Array): number {
  const sizes = averages
    .filter((w) => w !== 0)
    .map(Math.abs)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 127) / 127;
}

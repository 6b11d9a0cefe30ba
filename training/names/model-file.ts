import { LABELS } from "../../packages/reader/src/names/labels.ts";
import { MAGIC } from "../../packages/reader/src/names/model.ts";

// Weights smaller than this (of 127) change nothing that was measured, and make a fifth of the file.
const LEAST = 3;

/** The weight file (see `readModel`): weights as bytes, rows without weight left out. Gives its bytes and number of rows. */
export function modelFile(
  hashes: Uint32Array,
  weights: Float32Array,
  steps: Float32Array,
): { readonly bytes: Uint8Array; readonly rows: number } {
  const scale = 127 / largest(weights);
  const kept: { readonly hash: number; readonly labels: readonly number[]; readonly values: readonly number[] }[] = [];
  hashes.forEach((hash, row) => {
    const labels: number[] = [];
    const values: number[] = [];
    for (let b = 0; b < LABELS; b++) {
      const value = Math.max(-127, Math.min(127, Math.round((weights[row * LABELS + b] ?? 0) * scale)));
      if (Math.abs(value) < LEAST) continue;
      labels.push(b);
      values.push(value);
    }
    if (labels.length > 0) kept.push({ hash, labels, values });
  });
  kept.sort((a, b) => inTableOrder(a.hash, b.hash));
  const values = kept.flatMap((k) => k.values);
  const parts = [
    Uint32Array.from([MAGIC, kept.length, values.length, LABELS]),
    Float32Array.from(steps, (s) => s * scale),
    Uint32Array.from(kept, (k) => k.hash),
    Uint8Array.from(kept, (k) => k.labels.length),
    Uint8Array.from(kept.flatMap((k) => k.labels)),
    Int8Array.from(values),
  ];
  return {
    bytes: Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength))),
    rows: kept.length,
  };
}

/** Hashes in the order of their slots in an open-addressed table, so that filling it goes straight through memory. */
export function inTableOrder(a: number, b: number): number {
  return (a & 0x7ffff) - (b & 0x7ffff) || a - b;
}

// All but one weight in ten thousand lie below this: the few above are cut.
function largest(weights: Float32Array): number {
  const sizes = Float32Array.from(
    weights.filter((w) => w !== 0),
    Math.abs,
  ).sort();
  return sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
}

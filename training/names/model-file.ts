import { LABELS } from "../../packages/reader/src/names/labels.ts";
import { MAGIC } from "../../packages/reader/src/names/model.ts";

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
      if (value === 0) continue;
      labels.push(b);
      values.push(value);
    }
    if (labels.length > 0) kept.push({ hash, labels, values });
  });
  kept.sort((a, b) => a.hash - b.hash);
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

// All but one weight in ten thousand lie below this: the few above are cut.
function largest(weights: Float32Array): number {
  const sizes = Float32Array.from(
    weights.filter((w) => w !== 0),
    Math.abs,
  ).sort();
  return sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
}

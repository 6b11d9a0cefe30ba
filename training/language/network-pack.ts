import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Linear, type NetworkFile, packNetwork } from "../../packages/reader/src/parse/network-file.ts";

interface Part {
  readonly name: string;
  readonly shape: readonly number[];
}

/** The weight file of what `network.py` learned: 8 bits a weight, a scale for each row. */
export function packLearned(folder: string, notes: Readonly<Record<string, unknown>>): Uint8Array {
  const head = JSON.parse(readFileSync(join(folder, "head.json"), "utf8")) as { tags: string[]; relations: string[] };
  const learned = learnedOf(folder);
  const table = learned("table.weight");
  const linear = (name: string): Linear => linearOf(learned(`${name}.weight`), learned(`${name}.bias`).values);
  const ends = ["arc_dep", "arc_head", "label_dep", "label_head"].map(linear);
  const v = [0, 1, 2].map((n) => [`v${n}`, learned(`layers.${n}.v`).values] as const);
  const kept = ["near", "root_arc", "root_label", "label_near"].map((name) => [name, learned(name).values] as const);
  const network: NetworkFile = {
    ...head,
    vocabulary: intsOf(join(folder, "hashes.i32")),
    table: quantized(table),
    linear: {
      ...Object.fromEntries([0, 1, 2].map((n) => [`layer${n}`, linear(`layers.${n}.sums`)])),
      tags: linear("tags"),
      ends: stacked(ends),
      arc: linear("arc"),
      label: linear("label"),
    },
    vectors: Object.fromEntries([...v, ...kept]),
  };
  return packNetwork(network, notes);
}

interface Values {
  readonly values: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

function learnedOf(folder: string): (name: string) => Values {
  const parts = JSON.parse(readFileSync(join(folder, "network.json"), "utf8")) as readonly Part[];
  const bytes = readFileSync(join(folder, "network.f32"));
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const places = new Map<string, Values>();
  let at = 0;
  for (const { name, shape } of parts) {
    const size = shape.reduce((product, n) => product * n, 1);
    const rows = shape[0] ?? 1;
    places.set(name, { values: all.slice(at, at + size), rows, columns: size / rows });
    at += size;
  }
  return (name) => {
    const values = places.get(name);
    if (values === undefined) throw new Error(`network.py wrote no ${name}`);
    return values;
  };
}

function quantized({ values, rows, columns }: Values): Linear {
  const scales = new Float32Array(rows);
  const weights = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * columns, (row + 1) * columns);
    const scale = part.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-9) / 127;
    scales[row] = scale;
    for (const [k, w] of part.entries()) weights[row * columns + k] = Math.round(w / scale);
  }
  return { rows, columns, weights, scales, bias: new Float32Array(rows) };
}

function linearOf(weights: Values, bias: Float32Array): Linear {
  return { ...quantized(weights), bias };
}

function stacked(maps: readonly Linear[]): Linear {
  return {
    rows: maps.reduce((sum, m) => sum + m.rows, 0),
    columns: maps[0]?.columns ?? 0,
    weights: Int8Array.from(maps.flatMap((m) => [...m.weights])),
    scales: Float32Array.from(maps.flatMap((m) => [...m.scales])),
    bias: Float32Array.from(maps.flatMap((m) => [...m.bias])),
  };
}

function intsOf(path: string): Int32Array {
  const bytes = readFileSync(path);
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

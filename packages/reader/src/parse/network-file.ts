/** Rows of equal length, one after the other, in 8 bits. */
export interface Matrix {
  readonly rows: number;
  /** A multiple of 16. */
  readonly columns: number;
  readonly weights: Int8Array;
}

/** A linear map as it is kept: 8-bit weights with a scale a row, and a bias. */
export interface Linear extends Matrix {
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

/** What a network file holds. */
export interface NetworkFile {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Hashes of the known words in the order of their rows from 1. */
  readonly vocabulary: Int32Array;
  /** Vectors of words and their parts, with a scale a row. */
  readonly table: Matrix & { readonly scales: Float32Array };
  readonly linear: Readonly<Record<string, Linear>>;
  /** Small vectors that are kept as they are. */
  readonly vectors: Readonly<Record<string, Float32Array>>;
}

type Values = Int32Array | Float32Array | Int8Array;

interface Head {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly notes: Readonly<Record<string, unknown>>;
  readonly parts: readonly { readonly name: string; readonly type: "i32" | "f32" | "i8"; readonly length: number }[];
  readonly shapes: Readonly<Record<string, readonly [number, number]>>;
}

/** A network file's bytes: length of a JSON head, the head (ASCII), then its parts, each from a multiple of 8. */
export function packNetwork(network: NetworkFile, notes: Readonly<Record<string, unknown>>): Uint8Array {
  const parts = partsOf(network);
  const shapes = Object.fromEntries(
    [["table", network.table] as const, ...Object.entries(network.linear)].map(([name, m]) => [
      name,
      [m.rows, m.columns],
    ]),
  );
  const listed = parts.map(({ name, values }) => ({ name, type: typeOf(values), length: values.length }));
  const head = JSON.stringify({ tags: network.tags, relations: network.relations, notes, parts: listed, shapes });
  const start = eight(4 + head.length);
  const bytes = new Uint8Array(start + parts.reduce((sum, p) => sum + eight(p.values.byteLength), 0));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  for (let i = 0; i < head.length; i++) bytes[4 + i] = head.charCodeAt(i);
  let at = start;
  for (const { values } of parts) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += eight(values.byteLength);
  }
  return bytes;
}

/** The network of a file's bytes. Throws when they are none. */
export function unpackNetwork(file: Uint8Array): NetworkFile {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(String.fromCharCode(...bytes.subarray(4, 4 + length))) as Head;
  const found = new Map<string, Values>();
  let at = bytes.byteOffset + eight(4 + length);
  for (const part of head.parts) {
    const values = viewOf(bytes.buffer, at, part);
    found.set(part.name, values);
    at += eight(values.byteLength);
  }
  return networkOf(head, found);
}

function networkOf(head: Head, found: ReadonlyMap<string, Values>): NetworkFile {
  const floats = (name: string): Float32Array => found.get(name) as Float32Array;
  const matrix = (name: string): Matrix & { scales: Float32Array } => {
    const [rows, columns] = head.shapes[name] ?? [0, 0];
    return { rows, columns, weights: found.get(`${name}.weights`) as Int8Array, scales: floats(`${name}.scales`) };
  };
  const names = Object.keys(head.shapes).filter((name) => name !== "table");
  const vectors = head.parts.filter((p) => p.name.startsWith("vector.")).map((p) => p.name);
  return {
    tags: head.tags,
    relations: head.relations,
    vocabulary: found.get("vocabulary") as Int32Array,
    table: matrix("table"),
    linear: Object.fromEntries(names.map((name) => [name, { ...matrix(name), bias: floats(`${name}.bias`) }])),
    vectors: Object.fromEntries(vectors.map((name) => [name.slice("vector.".length), floats(name)])),
  };
}

function partsOf(network: NetworkFile): readonly { readonly name: string; readonly values: Values }[] {
  const linear = Object.entries(network.linear).flatMap(([name, l]) => [
    { name: `${name}.scales`, values: l.scales },
    { name: `${name}.bias`, values: l.bias },
    { name: `${name}.weights`, values: l.weights },
  ]);
  const vectors = Object.entries(network.vectors).map(([name, values]) => ({ name: `vector.${name}`, values }));
  return [
    { name: "vocabulary", values: network.vocabulary },
    { name: "table.scales", values: network.table.scales },
    { name: "table.weights", values: network.table.weights },
    ...linear,
    ...vectors,
  ];
}

function viewOf(buffer: ArrayBufferLike, at: number, { type, length }: Head["parts"][number]): Values {
  if (type === "i32") return new Int32Array(buffer, at, length);
  return type === "f32" ? new Float32Array(buffer, at, length) : new Int8Array(buffer, at, length);
}

function typeOf(values: Values): "i32" | "f32" | "i8" {
  if (values instanceof Int32Array) return "i32";
  return values instanceof Float32Array ? "f32" : "i8";
}

function eight(size: number): number {
  return (size + 7) & ~7;
}

/** A linear map by name. Throws when the file lacks it. */
export function linearOf(file: NetworkFile, name: string): Linear {
  const linear = file.linear[name];
  if (linear === undefined) throw new Error(`no matrix ${name} in the network's weights`);
  return linear;
}

/** A vector by name. Throws when the file lacks it. */
export function vectorOf(file: NetworkFile, name: string): Float32Array {
  const vector = file.vectors[name];
  if (vector === undefined) throw new Error(`no vector ${name} in the network's weights`);
  return vector;
}

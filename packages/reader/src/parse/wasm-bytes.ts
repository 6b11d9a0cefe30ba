// The multiplier's WebAssembly module, put together from its instructions. In words:
//   for each row of the matrix, for each block of four vectors:
//     four sums of four lanes; for every 8 columns: widen 8 weights to 16 bits, multiply-and-add pairs into each sum;
//     add up the lanes of each sum and store the four numbers.
const I32 = 0x7f;
const V128 = 0x7b;
const [INPUT, WEIGHTS, OUTPUT, BLOCKS, COLUMNS, ROWS] = [0, 1, 2, 3, 4, 5];
const [ROW_END, X0, Y, LEFT, X1, X2, X3, STRIDE, ROW_SIZE, W, XBASE] = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const [S0, S1, S2, S3, WIDE] = [17, 18, 19, 20, 21];

const get = (local: number): readonly number[] => [0x20, local];
const set = (local: number): readonly number[] => [0x21, local];
const constant = (value: number): readonly number[] => [0x41, ...signed(value)];
const ADD = [0x6a];
const SUB = [0x6b];
const MUL = [0x6c];
const simd = (op: number): readonly number[] => [0xfd, ...unsigned(op)];
const loadVector = [...simd(0), 0, 0];
const loadEightBytes = [...simd(1), 0, 0];
const dot = simd(0xba);
const addLanes = simd(0xae);
const lane = (n: number): readonly number[] => [...simd(0x1b), n];
const zeroVector = [...simd(12), ...new Array<number>(16).fill(0)];
const storeInt = [0x36, 2, 0];
const loop = (body: readonly number[]): readonly number[] => [0x03, 0x40, ...body, 0x0b];
const againIf = [0x0d, 0];
const increase = (local: number, by: readonly number[]): readonly number[] => [
  ...get(local),
  ...by,
  ...ADD,
  ...set(local),
];

/** The bytes of the module: imports `host.memory`, exports `multiply(input, weights, output, blocks, columns, rows)`. */
export function wasmBytes(): Uint8Array {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name("host"), ...name("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0, 0]),
    ...section(10, [1, ...sized([2, 11, I32, 5, V128, ...body(), 0x0b])]),
  ]);
}

function body(): readonly number[] {
  return [
    ...[...get(COLUMNS), ...constant(2), ...MUL, ...set(STRIDE)],
    ...[...get(ROWS), ...constant(4), ...MUL, ...set(ROW_SIZE)],
    ...loop(row()),
  ];
}

/** One row of the matrix with all vectors. */
function row(): readonly number[] {
  return [
    ...[...get(WEIGHTS), ...get(COLUMNS), ...ADD, ...set(ROW_END)],
    ...[...get(INPUT), ...set(XBASE), ...get(OUTPUT), ...set(Y), ...get(BLOCKS), ...set(LEFT)],
    ...loop(block()),
    ...[...get(ROW_END), ...set(WEIGHTS)],
    ...increase(OUTPUT, constant(4)),
    ...[...get(ROWS), ...constant(1), ...SUB, 0x22, ROWS, ...againIf],
  ];
}

/** One row with four vectors. */
function block(): readonly number[] {
  const clear = [S0, S1, S2, S3].flatMap((sum) => [...zeroVector, ...set(sum)]);
  const stores = [S0, S1, S2, S3].flatMap((sum) => [
    ...get(Y),
    ...lanes(sum),
    ...storeInt,
    ...increase(Y, get(ROW_SIZE)),
  ]);
  return [
    ...clear,
    ...[...get(WEIGHTS), ...set(W), ...get(XBASE), ...set(X0)],
    ...[...get(X0), ...get(STRIDE), ...ADD, ...set(X1)],
    ...[...get(X1), ...get(STRIDE), ...ADD, ...set(X2)],
    ...[...get(X2), ...get(STRIDE), ...ADD, ...set(X3)],
    ...loop(columns()),
    ...stores,
    ...[...get(X3), ...set(XBASE)],
    ...[...get(LEFT), ...constant(1), ...SUB, 0x22, LEFT, ...againIf],
  ];
}

/** Eight columns of one row with four vectors. */
function columns(): readonly number[] {
  const vectors: readonly (readonly [number, number])[] = [
    [S0, X0],
    [S1, X1],
    [S2, X2],
    [S3, X3],
  ];
  return [
    ...[...get(W), ...loadEightBytes, ...set(WIDE)],
    ...vectors.flatMap(([sum, x]) => [
      ...get(sum),
      ...get(x),
      ...loadVector,
      ...get(WIDE),
      ...dot,
      ...addLanes,
      ...set(sum),
    ]),
    ...vectors.flatMap(([, x]) => increase(x, constant(16))),
    ...[...get(W), ...constant(8), ...ADD, 0x22, W, ...get(ROW_END), 0x48, ...againIf],
  ];
}

function lanes(sum: number): readonly number[] {
  return [0, 1, 2, 3].flatMap((n) => [...get(sum), ...lane(n), ...(n > 0 ? ADD : [])]);
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): readonly number[] {
  return [...unsigned(content.length), ...content];
}

function name(text: string): readonly number[] {
  return sized([...text].map((c) => c.charCodeAt(0)));
}

function unsigned(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): readonly number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

import {
  add,
  addLanes,
  type Code,
  dot,
  get,
  increase,
  int,
  laneOf,
  less,
  loadEightBytes,
  loadVector,
  multiply,
  repeat,
  set,
  storeInt,
  subtract,
  tee,
  type WasmFunction,
  zeroVector,
} from "./assembler.ts";

const [INPUT, WEIGHTS, OUTPUT, BLOCKS, COLUMNS, STRIDE, PAIRS] = [0, 1, 2, 3, 4, 5, 6];
const [PAIR_END, X0, Y, LEFT, X1, X2, X3, VECTOR, W, X, SECOND] = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
const [WIDE0, WIDE1, IN] = [18, 19, 20];
/** The sums of the two rows with each of the four vectors, and where the vector stands. */
const SUMS: readonly (readonly [number, number, number])[] = [
  [21, 22, X0],
  [23, 24, X1],
  [25, 26, X2],
  [27, 28, X3],
];

/**
 * `multiply(input, weights, output, blocks, columns, stride, pairs)`: for each two rows of the matrix, for each block of
 * four vectors, for every 8 columns: widen 8 weights of either row to 16 bits, multiply and add pairs into the lanes of
 * each sum. `columns` is a multiple of 16, `stride` the bytes between the results of one vector and the next.
 */
export function multiplyFunction(): WasmFunction {
  const body = [...get(COLUMNS), ...int(2), ...multiply, ...set(VECTOR), ...repeat(twoRows())];
  return { name: "multiply", parameters: 7, ints: 11, vectors: 11, body };
}

function twoRows(): Code {
  return [
    ...[...get(WEIGHTS), ...get(COLUMNS), ...add, ...set(PAIR_END)],
    ...[...get(INPUT), ...set(X), ...get(OUTPUT), ...set(Y), ...get(BLOCKS), ...set(LEFT)],
    ...repeat(block()),
    ...[...get(PAIR_END), ...get(COLUMNS), ...add, ...set(WEIGHTS)],
    ...increase(OUTPUT, int(8)),
    ...[...get(PAIRS), ...int(1), ...subtract, ...tee(PAIRS)],
  ];
}

function block(): Code {
  return [
    ...SUMS.flatMap(([first, second]) => [...zeroVector, ...set(first), ...zeroVector, ...set(second)]),
    ...[...get(WEIGHTS), ...set(W), ...get(PAIR_END), ...set(SECOND), ...get(X), ...set(X0)],
    ...[...get(X0), ...get(VECTOR), ...add, ...set(X1)],
    ...[...get(X1), ...get(VECTOR), ...add, ...set(X2)],
    ...[...get(X2), ...get(VECTOR), ...add, ...set(X3)],
    ...repeat(columns()),
    ...SUMS.flatMap(([first, second]) => [
      ...[...get(Y), ...total(first), ...storeInt(0), ...get(Y), ...total(second), ...storeInt(4)],
      ...increase(Y, get(STRIDE)),
    ]),
    // After its columns the fourth vector's place is that of the next block's first.
    ...[...get(X3), ...set(X)],
    ...[...get(LEFT), ...int(1), ...subtract, ...tee(LEFT)],
  ];
}

function columns(): Code {
  return [
    ...eightColumns(0),
    ...eightColumns(8),
    ...SUMS.flatMap(([, , x]) => increase(x, int(32))),
    ...increase(SECOND, int(16)),
    ...[...get(W), ...int(16), ...add, ...tee(W), ...get(PAIR_END), ...less],
  ];
}

function eightColumns(from: number): Code {
  return [
    ...[...get(W), ...loadEightBytes(from), ...set(WIDE0), ...get(SECOND), ...loadEightBytes(from), ...set(WIDE1)],
    ...SUMS.flatMap(([first, second, x]) => [
      ...[
        ...get(first),
        ...get(x),
        ...loadVector(from * 2),
        ...tee(IN),
        ...get(WIDE0),
        ...dot,
        ...addLanes,
        ...set(first),
      ],
      ...[...get(second), ...get(IN), ...get(WIDE1), ...dot, ...addLanes, ...set(second)],
    ]),
  ];
}

function total(sum: number): Code {
  return [0, 1, 2, 3].flatMap((n) => [...get(sum), ...laneOf(n), ...(n > 0 ? add : [])]);
}

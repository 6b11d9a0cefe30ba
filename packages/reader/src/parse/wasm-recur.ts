import {
  add,
  type Code,
  float,
  floats,
  get,
  increase,
  int,
  less,
  loadVector,
  multiply,
  narrow,
  repeat,
  set,
  shiftRight,
  splatInt,
  storeHalf,
  storeVector,
  subtract,
  tee,
  type WasmFunction,
} from "./assembler.ts";
import { ABOVE, BELOW, REACH } from "./tangent.ts";

const [SUMS, SETTINGS, CELLS, PASSED, OUT, SHORT, WORDS, SUM_STEP, OUT_STEP, UNITS, STEPS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
const K = 11;
const [CANDIDATE, FORGET, RESET, LAST, X, SQUARE, PASS, RESULT] = [12, 13, 14, 15, 16, 17, 18, 19];

/**
 * `recur(sums, settings, cells, passed, out, short, words, sumStep, outStep, units, steps)`: the simple recurrent unit over
 * the words of one sentence, four units at a time. Places are those of the first word to be read; the steps lead from word
 * to word, below 0 where it is read backwards. `units` counts bytes of a row of floats. Settings: scales of candidate,
 * forget and reset sums, their biases, the weights of the cell before. `short` takes the result in 16 bits.
 */
export function recurFunction(): WasmFunction {
  const word = [
    ...[...int(0), ...set(K)],
    ...repeat(fourUnits()),
    ...increase(SUMS, get(SUM_STEP)),
    ...increase(PASSED, get(OUT_STEP)),
    ...increase(OUT, get(OUT_STEP)),
    ...[...get(SHORT), ...get(OUT_STEP), ...int(1), ...shiftRight, ...add, ...set(SHORT)],
    ...[...get(WORDS), ...int(1), ...subtract, ...tee(WORDS)],
  ];
  return { name: "recur", parameters: 11, ints: 1, vectors: 8, body: repeat(word) };
}

function fourUnits(): Code {
  return [
    ...[...at(CELLS), ...loadVector(), ...set(LAST)],
    ...sum(0, CANDIDATE),
    ...[...sum(1, FORGET), ...gate(0, FORGET)],
    ...[...sum(2, RESET), ...gate(1, RESET)],
    ...[
      ...get(LAST),
      ...get(CANDIDATE),
      ...floats.subtract,
      ...get(FORGET),
      ...floats.multiply,
      ...get(CANDIDATE),
      ...floats.add,
      ...set(LAST),
    ],
    ...[...at(CELLS), ...get(LAST), ...storeVector],
    ...[...at(PASSED), ...loadVector(), ...set(PASS)],
    ...[
      ...get(LAST),
      ...tangent(),
      ...get(PASS),
      ...floats.subtract,
      ...get(RESET),
      ...floats.multiply,
      ...get(PASS),
      ...floats.add,
      ...set(RESULT),
    ],
    ...[...at(OUT), ...get(RESULT), ...storeVector],
    ...[...get(SHORT), ...get(K), ...int(1), ...shiftRight, ...add],
    ...[
      ...get(RESULT),
      ...get(STEPS),
      ...splatFloat,
      ...floats.multiply,
      ...floats.nearest,
      ...floats.toInts,
      ...tee(X),
      ...get(X),
      ...narrow,
      ...storeHalf,
    ],
    ...[...get(K), ...int(16), ...add, ...tee(K), ...get(UNITS), ...less],
  ];
}

/** The steps of a 16-bit number come as a whole number: made a float in all lanes. */
const splatFloat: Code = [...splatInt, ...floats.ofInts];

function at(base: number): Code {
  return [...get(base), ...get(K), ...add];
}

/** The place of a setting: `rows` rows of units further on. */
function setting(rows: number): Code {
  return [...get(SETTINGS), ...get(UNITS), ...int(rows), ...multiply, ...add, ...get(K), ...add, ...loadVector()];
}

function sum(gateAt: number, into: number): Code {
  const place = [...get(SUMS), ...get(UNITS), ...int(gateAt), ...multiply, ...add, ...get(K), ...add];
  return [
    ...place,
    ...loadVector(),
    ...floats.ofInts,
    ...setting(gateAt),
    ...floats.multiply,
    ...setting(3 + gateAt),
    ...floats.add,
    ...set(into),
  ];
}

/** Adds the cell before, then the logistic curve. */
function gate(n: number, local: number): Code {
  return [
    ...[...get(local), ...setting(6 + n), ...get(LAST), ...floats.multiply, ...floats.add],
    ...[
      ...float(0.5),
      ...floats.multiply,
      ...tangent(),
      ...float(0.5),
      ...floats.multiply,
      ...float(0.5),
      ...floats.add,
      ...set(local),
    ],
  ];
}

/** The hyperbolic tangent of what lies on the stack. */
function tangent(): Code {
  return [
    ...[...float(REACH), ...floats.least, ...float(-REACH), ...floats.most, ...set(X)],
    ...[...get(X), ...get(X), ...floats.multiply, ...set(SQUARE)],
    ...[...polynomial(ABOVE), ...get(X), ...floats.multiply, ...polynomial(BELOW), ...floats.divide],
  ];
}

function polynomial(factors: readonly number[]): Code {
  const [last = 0, ...others] = [...factors].reverse();
  return [...float(last), ...others.flatMap((f) => [...get(SQUARE), ...floats.multiply, ...float(f), ...floats.add])];
}

import {
  add,
  type Code,
  floatLane,
  floats,
  get,
  increase,
  int,
  less,
  loadVector,
  repeat,
  set,
  storeFloat,
  subtract,
  sumFloats,
  tee,
  type WasmFunction,
  zeroVector,
} from "./assembler.ts";

const [ASKING, ANSWERS, OUT, WORDS, HEADS, ASK_STEP, ANSWER_STEP, OUT_STEP] = [0, 1, 2, 3, 4, 5, 6, 7];
const [ANSWER, AT, LEFT, A, B, END] = [8, 9, 10, 11, 12, 13];
const [SUM, OTHER] = [14, 15];

/**
 * `dots(asking, answers, out, words, heads, askStep, answerStep, outStep)`: for each word the products of its question with
 * the answer of each head, as floats one after the other. Steps are in bytes; a question's length, `askStep`, is a multiple
 * of 32.
 */
export function dotsFunction(): WasmFunction {
  const word = [
    ...[...get(ANSWERS), ...set(ANSWER), ...get(OUT), ...set(AT), ...get(HEADS), ...set(LEFT)],
    ...[...get(ASKING), ...get(ASK_STEP), ...add, ...set(END)],
    ...repeat(head()),
    ...[...get(END), ...set(ASKING)],
    ...increase(OUT, get(OUT_STEP)),
    ...[...get(WORDS), ...int(1), ...subtract, ...tee(WORDS)],
  ];
  return { name: "dots", parameters: 8, ints: 6, vectors: 2, body: repeat(word) };
}

function head(): Code {
  const product = (local: number, offset: number): Code => [
    ...[...get(local), ...get(A), ...loadVector(offset), ...get(B), ...loadVector(offset)],
    ...[...floats.multiply, ...floats.add, ...set(local)],
  ];
  return [
    ...[...zeroVector, ...set(SUM), ...zeroVector, ...set(OTHER), ...get(ASKING), ...set(A), ...get(ANSWER), ...set(B)],
    ...repeat([
      ...[...product(SUM, 0), ...product(OTHER, 16)],
      ...increase(B, int(32)),
      ...[...get(A), ...int(32), ...add, ...tee(A), ...get(END), ...less],
    ]),
    ...[...get(SUM), ...get(OTHER), ...floats.add, ...set(SUM)],
    ...[...get(AT), ...lanes(), ...storeFloat],
    ...increase(AT, int(4)),
    ...increase(ANSWER, get(ANSWER_STEP)),
    ...[...get(LEFT), ...int(1), ...subtract, ...tee(LEFT)],
  ];
}

function lanes(): Code {
  return [0, 1, 2, 3].flatMap((n) => [...get(SUM), ...floatLane(n), ...(n > 0 ? sumFloats : [])]);
}

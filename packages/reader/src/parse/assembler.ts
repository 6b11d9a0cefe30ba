/** Bytes of WebAssembly instructions, by the names that the specification gives them. */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const tee = (local: number): Code => [0x22, local];
export const int = (value: number): Code => [0x41, ...signed(value)];
export const add: Code = [0x6a];
export const subtract: Code = [0x6b];
export const multiply: Code = [0x6c];
export const less: Code = [0x48];
export const storeInt = (offset: number): Code => [0x36, 2, offset];

/** A loop that goes on as long as the number its body leaves is not 0. */
export const repeat = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b];
export const increase = (local: number, by: Code): Code => [...get(local), ...by, ...add, ...set(local)];

const simd = (op: number, ...rest: readonly number[]): Code => [0xfd, ...unsigned(op), ...rest];
export const loadVector = (offset: number = 0): Code => simd(0, 0, ...unsigned(offset));
export const loadEightBytes = (offset: number): Code => simd(1, 0, offset);
export const storeVector: Code = simd(11, 0, 0);
export const storeHalf: Code = simd(0x5b, 0, 0, 0);
export const zeroVector: Code = simd(12, ...new Array<number>(16).fill(0));
export const splatInt: Code = simd(0x11);
export const shiftRight: Code = [0x75];
export const dot: Code = simd(0xba);
export const addLanes: Code = simd(0xae);
export const floatLane = (n: number): Code => simd(0x1f, n);
export const sumFloats: Code = [0x92];
export const storeFloat: Code = [0x38, 2, 0];
export const narrow: Code = simd(0x85);
export const laneOf = (n: number): Code => simd(0x1b, n);
export const floats: Readonly<Record<FloatOperation, Code>> = {
  ofInts: simd(0xfa),
  toInts: simd(0xf8),
  add: simd(0xe4),
  subtract: simd(0xe5),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  least: simd(0xe8),
  most: simd(0xe9),
  nearest: simd(0x6a),
};

type FloatOperation = "ofInts" | "toInts" | "add" | "subtract" | "multiply" | "divide" | "least" | "most" | "nearest";

/** The same float in all four lanes. */
export function float(value: number): Code {
  const bytes = new Uint8Array(Float32Array.of(value).buffer);
  return simd(12, ...bytes, ...bytes, ...bytes, ...bytes);
}

/** One function: how many parameters (all i32), how many further locals of either kind, and its body. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly ints: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module that imports `host.memory` and exports its functions. */
export function moduleBytes(functions: readonly WasmFunction[]): Uint8Array {
  const types = functions.map((f) => [0x60, ...sized(new Array<number>(f.parameters).fill(I32)), 0]);
  const exported = functions.map((f, i) => [...name(f.name), 0, i]);
  const bodies = functions.map((f) => sized([2, f.ints, I32, f.vectors, V128, ...f.body, 0x0b]));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, listed(types)),
    ...section(2, [1, ...name("host"), ...name("memory"), 2, 0, 1]),
    ...section(3, listed(functions.map((_, i) => [i]))),
    ...section(7, listed(exported)),
    ...section(10, listed(bodies)),
  ]);
}

function listed(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, content: Code): Code {
  return [id, ...sized(content)];
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

function name(text: string): Code {
  return sized([...text].map((c) => c.charCodeAt(0)));
}

function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

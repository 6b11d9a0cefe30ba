import { type Atom, isDash } from "./atoms.ts";

/** A number told at an atom; `to` is the atom after it. */
export interface Counted {
  readonly to: number;
  readonly value: number;
}

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");

const CARDINAL: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((w, n): [string, number] => [w, n]),
  ...TENS.map((w, n): [string, number] => [w, 20 + 10 * n]),
]);
const ORDINAL: ReadonlyMap<string, number> = new Map([
  ...ORDINALS.map((w, n): [string, number] => [w, n]),
  ...TENTHS.map((w, n): [string, number] => [w, 20 + 10 * n]),
  ["hundredth", 100],
]);
/** Every word a number may begin with. */
export const NUMBER_WORDS: readonly string[] = [...CARDINAL.keys(), ...ORDINAL.keys(), "a"];
const FRACTIONS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** "22", "1,500", "2 1/2", "twenty-two", "a hundred", "two and a half". */
export function numberAt(atoms: readonly Atom[], i: number): Counted | null {
  const first = atoms[i];
  if (first === undefined) return null;
  const whole = first.kind === "number" ? digitsAt(atoms, i) : wordsAt(atoms, i);
  return whole === null ? null : withHalf(atoms, whole);
}

function digitsAt(atoms: readonly Atom[], i: number): Counted | null {
  const text = atoms[i]?.text ?? "";
  if (!/^\d{1,3}(,\d{3})+$|^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text.replaceAll(",", ""));
  const half = fractionAt(atoms, i + 1);
  return half === null ? { to: i + 1, value } : { to: half.to, value: value + half.value };
}

/** "1/2" or "½" after a whole number; an ASCII fraction needs a space or hyphen before it. */
function fractionAt(atoms: readonly Atom[], i: number): Counted | null {
  const at = isDash(atoms[i]) ? i + 1 : i;
  const sign = FRACTIONS[atoms[at]?.text ?? ""];
  if (sign !== undefined) return { to: at + 1, value: sign };
  const [top, slash, bottom] = [atoms[at], atoms[at + 1], atoms[at + 2]];
  if (top?.kind !== "number" || slash?.text !== "/" || bottom?.kind !== "number") return null;
  const value = Number(top.text) / Number(bottom.text);
  return value > 0 && value < 1 ? { to: at + 3, value } : null;
}

function wordsAt(atoms: readonly Atom[], i: number): Counted | null {
  let total = 0;
  let part: number | null = null;
  let at = i;
  if (atoms[at]?.lower === "a" && /^(hundred|thousand|million)$/.test(atoms[at + 1]?.lower ?? "")) {
    part = 1;
    at += 1;
  }
  for (; at < i + 12; at++) {
    const word = atoms[at]?.lower ?? "";
    const small: number | undefined = CARDINAL.get(word);
    if (small !== undefined && joins(part, small)) part = (part ?? 0) + small;
    else if (word === "hundred" && part !== null) part *= 100;
    else if ((word === "thousand" || word === "million") && part !== null) {
      total += part * (word === "thousand" ? 1000 : 1_000_000);
      part = 0;
    } else if (word === "and" && part !== null && part % 100 === 0 && CARDINAL.has(atoms[at + 1]?.lower ?? ""))
      continue;
    else if (isDash(atoms[at]) && part !== null && part >= 20 && part % 10 === 0 && unitAfter(atoms, at)) continue;
    else break;
  }
  return part === null ? null : { to: at, value: total + part };
}

function joins(part: number | null, small: number): boolean {
  if (part === null || part === 0) return true;
  return part % 100 === 0 || (part % 100 >= 20 && part % 10 === 0 && small > 0 && small < 10);
}

function unitAfter(atoms: readonly Atom[], dash: number): boolean {
  const n = CARDINAL.get(atoms[dash + 1]?.lower ?? "");
  return n !== undefined && n > 0 && n < 10;
}

function withHalf(atoms: readonly Atom[], n: Counted): Counted {
  const [and, a, half] = [atoms[n.to], atoms[n.to + 1], atoms[n.to + 2]];
  if (and?.lower === "and" && a?.lower === "a" && half?.lower === "half") return { to: n.to + 3, value: n.value + 0.5 };
  return n;
}

/** "third", "21st", "twenty-first". */
export function ordinalAt(atoms: readonly Atom[], i: number): Counted | null {
  const first = atoms[i];
  if (first === undefined) return null;
  if (first.kind === "number") {
    const next = atoms[i + 1];
    const isOrdinal = next !== undefined && !next.spaced && /^(st|nd|rd|th)$/.test(next.lower);
    return isOrdinal && /^\d{1,3}$/.test(first.text) ? { to: i + 2, value: Number(first.text) } : null;
  }
  const one = ORDINAL.get(first.lower);
  if (one !== undefined) return { to: i + 1, value: one };
  const ten = CARDINAL.get(first.lower);
  if (ten === undefined || ten < 20) return null;
  const at = isDash(atoms[i + 1]) ? i + 2 : i + 1;
  const unit = ORDINAL.get(atoms[at]?.lower ?? "");
  return unit !== undefined && unit > 0 && unit < 10 ? { to: at + 1, value: ten + unit } : null;
}

/** A year spelt as two numbers: "nineteen ninety-six", "twenty ten", "nineteen oh five". */
export function spelledYearAt(atoms: readonly Atom[], i: number): Counted | null {
  const century = CARDINAL.get(atoms[i]?.lower ?? "");
  if (century === undefined || century < 13 || century > 20) return null;
  if (atoms[i + 1]?.lower === "oh" || atoms[i + 1]?.lower === "o") {
    const unit = CARDINAL.get(atoms[i + 2]?.lower ?? "");
    return unit !== undefined && unit < 10 ? { to: i + 3, value: century * 100 + unit } : null;
  }
  const at = i + 1;
  const rest = CARDINAL.get(atoms[at]?.lower ?? "");
  if (rest === undefined || rest < 10) return null;
  const n = rest >= 20 ? wordsAt(atoms, at) : { to: at + 1, value: rest };
  return n === null || n.value > 99 ? null : { to: n.to, value: century * 100 + n.value };
}

/** A whole number told by one word or in digits: "two", "twenty-two", "10"; null for anything else. */
export function wholeNumber(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  const [first = "", second] = word.split("-");
  const tens = CARDINAL.get(first);
  const ones = second === undefined ? 0 : CARDINAL.get(second);
  return tens === undefined || ones === undefined ? null : tens + ones;
}

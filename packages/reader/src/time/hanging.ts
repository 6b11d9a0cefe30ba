import type { Doc, Token } from "../doc.ts";
import { durationTimex } from "./distance.ts";
import { wholeNumber } from "./number.ts";

/** A stretch of time counted from something that happens: "two days before the vote", "the day after rebels left". */
export interface Hanging {
  /** The tokens of the phrase, the preposition included. */
  readonly from: number;
  readonly to: number;
  /** The word that brings in the happening. */
  readonly word: "before" | "after" | "into" | "since" | "until";
  /** The distance as TimeML writes it (`P2D`); null for "since" and "until"; `PT1H` for any hours or minutes. */
  readonly timex: string | null;
}

const UNITS: Readonly<Record<string, string>> = {
  day: "D",
  night: "D",
  morning: "D",
  evening: "D",
  afternoon: "D",
  week: "W",
  fortnight: "FN",
  month: "M",
  year: "Y",
  hour: "H",
  minute: "TM",
};

const WORDS = /^(?:before|after|into|following)$/;

/** So many of them a report may hold: hostile text is all of them. */
const MOST = 200;

/** The phrases of a report that count from a happening, in text order. */
export function hangingTimes(doc: Doc): readonly Hanging[] {
  const found: Hanging[] = [];
  for (const t of doc.tokens) {
    if (found.length >= MOST) break;
    if (t.lower === "since" || t.lower === "until") {
      if (isOpenEnd(doc, t)) found.push({ from: t.i, to: t.i + 1, word: t.lower, timex: null });
    } else if (WORDS.test(t.lower)) {
      const hanging = distanceBefore(doc, t);
      if (hanging !== null) found.push(hanging);
    }
  }
  return found;
}

/** "since the coup": a preposition or conjunction of time before a nominal or clause of its own. */
function isOpenEnd(doc: Doc, t: Token): boolean {
  const next = doc.tokens[t.i + 1];
  return next !== undefined && next.sentence === t.sentence && /^(?:DET|PRON|NOUN|PROPN|ADJ)$/.test(next.upos);
}

/** The number and unit before "before", "after" or "into". */
function distanceBefore(doc: Doc, t: Token): Hanging | null {
  const unit = doc.tokens[t.i - 1];
  const letter = unit === undefined ? undefined : (UNITS[unit.lower] ?? UNITS[unit.lower.replace(/s$/, "")]);
  const next = doc.tokens[t.i + 1];
  if (unit === undefined || letter === undefined || next === undefined || next.upos === "PUNCT") return null;
  const word = t.lower === "following" ? "after" : t.lower;
  if (word !== "before" && word !== "after" && word !== "into") return null;
  const clock = letter === "H" || letter === "TM";
  const count = countBefore(doc, unit);
  if (count === null)
    return clock && unit.lower.endsWith("s") ? { from: unit.i, to: t.i + 1, word, timex: "PT1H" } : null;
  return { from: count.from, to: t.i + 1, word, timex: clock ? "PT1H" : durationTimex(count.n, letter) };
}

/** "two", "a", "the" before a unit; null where the number is not told. */
function countBefore(doc: Doc, unit: Token): { readonly n: number; readonly from: number } | null {
  const before = doc.tokens[unit.i - 1];
  if (before === undefined || before.sentence !== unit.sentence) return null;
  const plural = unit.lower.endsWith("s");
  if (!plural) return /^(?:a|an|one|the|1)$/.test(before.lower) ? { n: 1, from: before.i } : null;
  const n = wholeNumber(before.lower);
  return n === null ? null : { n, from: before.i };
}

import type { Atom } from "./atoms.ts";
import type { Clock } from "./expression.ts";
import { numberAt, ordinalAt, spelledYearAt } from "./number.ts";
import type { Taken } from "./pattern.ts";
import { entryAt, type Vocabulary } from "./vocabulary.ts";

/** What the simple categories of the pattern language look at. */
export interface Sight {
  readonly atoms: readonly Atom[];
  readonly vocabulary: Vocabulary;
}

type Category = (s: Sight, i: number) => Taken | null;

const CATEGORIES: Readonly<Record<string, Category>> = {
  NUM: ({ atoms }, i) => {
    const n = numberAt(atoms, i);
    return n && { to: n.to, number: n.value };
  },
  QTY: (s, i) => {
    const vague = entryAt(s.vocabulary, s.atoms, { i, category: "VAGUENUM" });
    if (vague) return { to: i + vague.words.length, number: null };
    const n = numberAt(s.atoms, i);
    if (n) return { to: n.to, number: n.value };
    const article = entryAt(s.vocabulary, s.atoms, { i, category: "ARTICLENUM" });
    return article ? { to: i + article.words.length, number: Number(article.value) } : null;
  },
  ORD: ({ atoms }, i) => {
    const n = ordinalAt(atoms, i);
    return n && { to: n.to, number: n.value };
  },
  DAYNUM: ({ atoms }, i) => dayOfMonthAt(atoms, i),
  YEAR: ({ atoms }, i) => yearAt(atoms, i),
  OTHERYEAR: ({ atoms }, i) => {
    const text = atoms[i]?.text ?? "";
    return /^1[2-5]\d\d$/.test(text) ? { to: i + 1, number: Number(text) } : null;
  },
  SPELLEDYEAR: ({ atoms }, i) => {
    const n = spelledYearAt(atoms, i) ?? numberAt(atoms, i);
    return n && n.to > i + 1 && n.value >= 1000 && n.value < 2100 ? { to: n.to, number: n.value } : null;
  },
  SHORTYEAR: ({ atoms }, i) => {
    const [mark, digits] = [atoms[i], atoms[i + 1]];
    if (mark === undefined || digits === undefined || digits.spaced || !/^['’‘`]$/.test(mark.text)) return null;
    return /^\d\d$/.test(digits.text) ? { to: i + 2, number: Number(digits.text) } : null;
  },
  DECADEDIGITS: ({ atoms }, i) => decadeAt(atoms, i),
  SHORTNUM: ({ atoms }, i) =>
    /^\d\d$/.test(atoms[i]?.text ?? "") ? { to: i + 1, number: Number(atoms[i]?.text) } : null,
  ISODATE: ({ atoms }, i) =>
    /^\d{4}-\d\d-\d\d/.test(atoms[i]?.text ?? "") ? { to: i + 1, text: atoms[i]?.text ?? "" } : null,
  NUMDATE: ({ atoms }, i) =>
    /^\d{1,2}([/.])\d{1,2}\1\d{2,4}$/.test(atoms[i]?.text ?? "") ? { to: i + 1, text: atoms[i]?.text ?? "" } : null,
  CLOCKTIME: ({ atoms }, i) => clockAt(atoms, i),
  HOUR: ({ atoms }, i) => {
    const n = numberAt(atoms, i);
    return n && n.to === i + 1 && n.value >= 1 && n.value <= 12 && Number.isInteger(n.value)
      ? { to: n.to, number: n.value }
      : null;
  },
  MILITARY: ({ atoms }, i) =>
    /^([01]\d|2[0-3])[0-5]\d$/.test(atoms[i]?.text ?? "") ? { to: i + 1, text: atoms[i]?.text ?? "" } : null,
  MONTH: (s, i) => monthAt(s, i),
  WEEKDAY: (s, i) => named(s, i, "WEEKDAY"),
  WEEKDAYABBR: (s, i) => abbreviated(s, i, "WEEKDAYABBR"),
  UNITX: (s, i) => named(s, i, "UNITS") ?? named(s, i, "UNIT"),
};

/** A simple category at an atom; one without code of its own is looked up in the vocabulary. */
export function categoryAt(s: Sight, category: string, i: number): Taken | null {
  const find = CATEGORIES[category];
  return find ? find(s, i) : named(s, i, category);
}

function named(s: Sight, i: number, category: string): Taken | null {
  const entry = entryAt(s.vocabulary, s.atoms, { i, category });
  return entry ? { to: i + entry.words.length, text: entry.value, number: Number(entry.value) } : null;
}

function abbreviated(s: Sight, i: number, category: string): Taken | null {
  const entry = named(s, i, category);
  if (entry === null) return null;
  const dot = s.atoms[entry.to];
  return dot?.text === "." && !dot.spaced ? { ...entry, to: entry.to + 1 } : entry;
}

function monthAt(s: Sight, i: number): Taken | null {
  const full = named(s, i, "MONTH");
  if (full !== null) return full;
  const short = abbreviated(s, i, "MONTHABBR");
  if (short === null) return null;
  // "in Sept." at a sentence's end leaves the full stop to the sentence.
  return short.to > i + 1 && s.atoms[short.to]?.kind !== "number" ? { ...short, to: i + 1 } : short;
}

function dayOfMonthAt(atoms: readonly Atom[], i: number): Taken | null {
  const ordinal = ordinalAt(atoms, i);
  if (ordinal !== null && ordinal.value >= 1 && ordinal.value <= 31) return { to: ordinal.to, number: ordinal.value };
  const text = atoms[i]?.text ?? "";
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > 31) return null;
  const next = atoms[i + 1];
  if (next !== undefined && !next.spaced && next.text === "%") return null;
  return { to: i + 1, number: Number(text) };
}

function yearAt(atoms: readonly Atom[], i: number): Taken | null {
  const text = atoms[i]?.text ?? "";
  if (!/^(1\d|20|21)\d\d$/.test(text)) return null;
  const next = atoms[i + 1];
  if (next !== undefined && !next.spaced && (next.text === "%" || next.lower === "s")) return null;
  return { to: i + 1, number: Number(text) };
}

/** "1990s", "1990's", "'90s", "90s": the first year; below 100 where the century is untold. */
function decadeAt(atoms: readonly Atom[], i: number): Taken | null {
  const at = /^['’‘`]$/.test(atoms[i]?.text ?? "") ? i + 1 : i;
  const [digits, s] = [atoms[at], atoms[at + 1]];
  if (digits === undefined || s === undefined || s.spaced || !/^['’]?s$/.test(s.lower)) return null;
  const long = /^(1[0-9]|20)\d0$/.test(digits.text);
  if (!long && !(at > i && /^\d0$/.test(digits.text))) return null;
  return { to: at + 2, number: Number(digits.text) };
}

function clockAt(atoms: readonly Atom[], i: number): Taken | null {
  const first = atoms[i];
  const digits = /^(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?$/.exec(first?.text ?? "");
  if (first === undefined || digits === null) return null;
  const half = halfDayAt(atoms, i + 1);
  if (half === null && !first.text.includes(":")) return null;
  const hour = Number(digits[1]);
  const minute = digits[2] === undefined ? null : Number(digits[2]);
  if (hour > 24 || (minute ?? 0) > 59 || (half !== null && (hour > 12 || hour === 0))) return null;
  const full = half === null ? hour : (hour % 12) + (half.pm ? 12 : 0);
  const clock = [full, minute ?? "", digits[3] ?? ""].join(":");
  return { to: half?.to ?? i + 1, text: clock };
}

/** "a.m.", "pm", "p. m." after a number; the full stop that ends it may be the sentence's and stays in. */
function halfDayAt(atoms: readonly Atom[], i: number): { readonly to: number; readonly pm: boolean } | null {
  const word = (atoms[i]?.lower ?? "").replace(/[.\s]/g, "");
  return word === "am" || word === "pm" ? { to: i + 1, pm: word === "pm" } : null;
}

/** A clock time as `clockAt` writes it. */
export function clockOf(text: string, zone: number | null): Clock {
  const [hour = "0", minute = "", second = ""] = text.split(":");
  return {
    hour: Number(hour),
    minute: minute === "" ? null : Number(minute),
    second: second === "" ? null : Number(second),
    zone,
  };
}

import type { Time } from "@dateline/model";
import type { Doc, Sentence } from "../doc.ts";
import type { Atom } from "./atoms.ts";
import { isoDay } from "./civil.ts";
import { awayBy } from "./distance.ts";
import type { Expression } from "./expression.ts";
import type { Tense } from "./nearest.ts";
import { timexOf } from "./period.ts";
import type { Phrase } from "./phrases.ts";
import { type Frame, resolve } from "./resolve.ts";
import { tenseAround } from "./tense.ts";
import type { Value } from "./value.ts";

interface Found {
  readonly atoms: readonly Atom[];
  readonly phrases: readonly Phrase[];
}

/** The phrases of a report as times, resolved in text order. */
export function timesOf(doc: Doc, found: Found, start: Frame): readonly Time[] {
  let frame = start;
  let told: { readonly id: string; readonly phrase: Phrase } | null = null;
  let sentence = 0;
  const times: Time[] = [];
  for (const [i, phrase] of found.phrases.entries()) {
    while (sentence < doc.sentences.length - 1 && (doc.sentences[sentence]?.end ?? 0) <= phrase.start) sentence += 1;
    const here = doc.sentences[sentence];
    const tense = tenseAround(doc.tokens, here, phrase);
    const used: Frame = { ...frame, tense, year: yearShared(found, i, { sentence: here, tense }) };
    const plain = resolve(anchored(found, i, here), used);
    const value = withLength(withPreposition(plain, found.atoms, phrase, used), found.atoms, phrase, used);
    const id = `t${i + 1}`;
    times.push(timeOf(value, { id, phrase, anchor: anchorOf(phrase.expression, used, told?.id ?? null, doc) }));
    if (value.period !== null && isToldFrom(phrase.expression)) {
      frame = {
        ...frame,
        told: value.period,
        quarter: value.period.grain === "quarter" ? value.period : frame.quarter,
      };
      told = { id, phrase };
    }
  }
  return withRanges(times, found);
}

/** "from 5 May to 7 June", "between 2013 and 2015": both ends get the whole stretch as value. */
function withRanges(times: readonly Time[], found: Found): readonly Time[] {
  const whole = new Map<number, Time>();
  for (let i = 0; i + 1 < times.length; i++) {
    const [a, b, from, to] = [times[i], times[i + 1], found.phrases[i], found.phrases[i + 1]];
    if (a === undefined || b === undefined || from === undefined || to === undefined) continue;
    if (!isRange(found.atoms, from, to) || !isPlain(a) || !isPlain(b) || a.value?.length !== b.value?.length) continue;
    if (a.earliest === null || b.latest === null || a.earliest > b.latest) continue;
    const value = { value: `${a.value}/${b.value}`, earliest: a.earliest, latest: b.latest };
    whole.set(i, { ...a, ...value }).set(i + 1, { ...b, ...value });
  }
  return whole.size === 0 ? times : times.map((t, i) => whole.get(i) ?? t);
}

function isPlain(t: Time): boolean {
  return t.kind === "date" && t.value !== null && !t.value.includes("/") && !t.value.startsWith("X");
}

function isRange(atoms: readonly Atom[], from: Phrase, to: Phrase): boolean {
  const word = joiner(atoms, from, to);
  const lead = atoms[from.from]?.breaks === false ? (atoms[from.from - 1]?.lower ?? "") : "";
  if (/^(to|until|till|through)$/.test(word)) return lead === "from";
  return (word === "and" && lead === "between") || /^[-–—]$/.test(word);
}

/** Dates that later ones are counted from; decades and centuries are too wide for it. */
function isToldFrom(e: Expression): boolean {
  if (e.kind === "distance" && e.unit === "Y" && e.n === 1) return false;
  return e.kind !== "decade" && e.kind !== "century" && e.kind !== "year-before" && e.kind !== "quarter-in";
}

function timeOf(
  value: Value,
  at: { readonly id: string; readonly phrase: Phrase; readonly anchor: string | null },
): Time {
  const { start, end } = at.phrase;
  const { kind, timex, earliest, latest } = value;
  const anchor = timex === null ? null : at.anchor;
  return { id: at.id, start, end, kind, value: value.value, timex, earliest, latest, anchor };
}

/** A time of day without a date belongs to the date beside it in its sentence. */
function anchored(found: Found, i: number, sentence: Sentence | undefined): Expression {
  const phrase = found.phrases[i];
  const e = phrase?.expression;
  if (phrase === undefined || e === undefined) return { kind: "told", grain: null };
  if ((e.kind !== "clock" && e.kind !== "part") || e.on !== null) return e;
  const beside = [found.phrases[i + 1], found.phrases[i + 2], found.phrases[i - 1]].find(
    (p) => p !== undefined && inside(sentence, p) && isDay(p.expression) && Math.abs(p.from - phrase.to) < 12,
  );
  return beside === undefined ? e : { ...e, on: beside.expression };
}

function inside(sentence: Sentence | undefined, p: Phrase): boolean {
  return sentence === undefined || (sentence.start <= p.start && p.end <= sentence.end);
}

function isDay(e: Expression): boolean {
  if (e.kind === "calendar") return e.day !== undefined;
  if (e.kind === "named") return e.name.kind === "weekday" || e.name.kind === "holiday";
  return e.kind === "step" && e.grain === "day";
}

/** "between 5 May and 7 June 2013": the year told once, later in the range or earlier in the sentence. */
function yearShared(
  found: Found,
  i: number,
  at: { readonly sentence: Sentence | undefined; readonly tense: Tense },
): number | null {
  const phrase = found.phrases[i];
  if (phrase === undefined || !lacksYear(phrase.expression)) return null;
  const next = found.phrases[i + 1];
  const joined =
    next !== undefined && /^(and|to|or|until|till|through|-|–|—|,)$/.test(joiner(found.atoms, phrase, next));
  if (joined && next !== undefined) {
    const year = explicitYear(next.expression);
    if (year !== null && monthOf(next.expression) !== null) return year;
  }
  const before = found.phrases[i - 1];
  if (before === undefined || at.tense === "future") return null;
  if (!inside(at.sentence, before)) return opens(at.sentence, phrase) ? yearOfStory(found, i, phrase) : null;
  return explicitYear(before.expression) !== null && monthOf(before.expression) !== null
    ? explicitYear(before.expression)
    : null;
}

/** "In April they took the north": a month that leads its sentence goes on with the story. */
function opens(sentence: Sentence | undefined, phrase: Phrase): boolean {
  return sentence !== undefined && phrase.start - sentence.start <= LEAD;
}

/** Characters before a month that leads its sentence ("Then in ", "By early "). */
const LEAD = 12;
/** How far a year carries on to months that are told without one. */
const STORY_ATOMS = 40;

/** "In March 2012 rebels rose. In April they took the north.": a month told soon after a month with its year. */
function yearOfStory(found: Found, i: number, phrase: Phrase): number | null {
  for (const p of found.phrases.slice(Math.max(0, i - 3), i).reverse()) {
    if (phrase.from - p.to > STORY_ATOMS || found.atoms.slice(p.to, phrase.from).some((a) => a.breaks)) return null;
    const [year, month] = [explicitYear(p.expression), monthOf(p.expression)];
    if (year !== null) return month !== null && month <= (monthNamed(phrase.expression) ?? 0) ? year : null;
  }
  return null;
}

function monthNamed(e: Expression): number | null {
  if (e.kind === "edge") return monthNamed(e.of);
  if (e.kind === "named" && e.name.kind === "month") return e.name.month;
  return monthOf(e);
}

function joiner(atoms: readonly Atom[], a: Phrase, b: Phrase): string {
  return b.from - a.to === 1 ? (atoms[a.to]?.lower ?? "") : "";
}

function lacksYear(e: Expression): boolean {
  if (e.kind === "edge") return lacksYear(e.of);
  if (e.kind === "calendar") return e.year === undefined && e.calendar === undefined;
  return e.kind === "named" && e.which === "bare" && e.name.kind === "month";
}

function explicitYear(e: Expression): number | null {
  if (e.kind === "edge") return explicitYear(e.of);
  return e.kind === "calendar" && e.calendar === undefined ? (e.year ?? null) : null;
}

function monthOf(e: Expression): number | null {
  if (e.kind === "edge") return monthOf(e.of);
  return e.kind === "calendar" ? (e.month ?? null) : null;
}

/** "since 2013" opens the value to the end, "until 2013" to the start; the TIMEX value stays that of the date. */
function withPreposition(value: Value, atoms: readonly Atom[], phrase: Phrase, frame: Frame): Value {
  if (value.kind !== "date" || value.value === null || value.value.includes("/") || value.period === null) return value;
  const word = atoms[phrase.from - 1]?.lower ?? "";
  if (atoms[phrase.from]?.breaks !== false) return value;
  if (word === "since" && !isAhead(value, frame)) return { ...value, value: `${value.value}/..`, latest: endOf(frame) };
  if (word === "until" || word === "till") {
    const negated = /^not$/.test(atoms[phrase.from - 2]?.lower ?? "");
    return negated || isAhead(value, frame) ? value : { ...value, value: `/${value.value}`, earliest: null };
  }
  return value;
}

/** "for more than seven years", "the past three months": the stretch up to (or from) the day of publication. */
function withLength(value: Value, atoms: readonly Atom[], phrase: Phrase, frame: Frame): Value {
  const e = phrase.expression;
  if (e.kind !== "duration" || frame.published?.grain !== "day") return value;
  const next = atoms[phrase.to]?.breaks === false ? atoms[phrase.to]?.lower : "";
  if (next === "after" || next === "before") return next === "after" ? asDistance(value, e.timex, frame) : value;
  const toward = e.toward ?? (isPerfect(atoms, phrase) ? "past" : null);
  const other = toward === null ? null : awayBy(e.timex, frame.published, toward === "past" ? -1 : 1);
  if (other === null) return value;
  const today = isoDay(frame.published.first);
  const stretch = toward === "past" ? [other.first, frame.published.first] : [frame.published.first, other.last];
  const [earliest = 0, latest = 0] = stretch;
  const edge = timexOf(other);
  return {
    ...value,
    value: toward === "past" ? `${edge}/${today}` : `${today}/${edge}`,
    earliest: isoDay(earliest),
    latest: isoDay(latest),
  };
}

/** "six months after rebels took the town": when they took it, counted from the date told or the day of publication. */
function asDistance(value: Value, timex: string, frame: Frame): Value {
  const from = frame.told?.grain === "day" ? frame.told : frame.published;
  const there = from === null || !/[MY]$/.test(timex) ? null : awayBy(timex, from, -1);
  if (there === null) return value;
  return { ...value, value: timexOf(there), earliest: isoDay(there.first), latest: isoDay(there.last) };
}

/** "has held for two years": a perfect before "for". */
function isPerfect(atoms: readonly Atom[], phrase: Phrase): boolean {
  if (!/^(for|in)$/.test(atoms[phrase.from - 1]?.lower ?? "") || atoms[phrase.to]?.lower === "of") return false;
  for (let i = phrase.from - 2, n = 0; i >= 0 && n < 12; i--, n++) {
    if (/^[.!?;]$/.test(atoms[i]?.text ?? "") || atoms[i + 1]?.breaks) return false;
    if (/^(has|have|had|'ve|’ve)$/.test(atoms[i]?.lower ?? ""))
      return atoms[i]?.lower !== "had" || /^been$/.test(atoms[i + 1]?.lower ?? "");
  }
  return false;
}

function endOf(frame: Frame): string | null {
  return frame.published === null ? null : isoDay(frame.published.last);
}

function isAhead(value: Value, frame: Frame): boolean {
  return value.period !== null && frame.published !== null && value.period.first > frame.published.last;
}

/** What a value was computed from. */
function anchorOf(e: Expression, frame: Frame, told: string | null, doc: Doc): string | null {
  const published = publishedAnchor(doc);
  switch (e.kind) {
    case "calendar":
      return e.year !== undefined || frame.year !== null ? "said" : published;
    case "decade":
    case "century":
    case "duration":
    case "set":
    case "vague":
      return "said";
    case "edge":
    case "last-day":
      return anchorOf(e.of, frame, told, doc);
    case "named-in":
      return anchorOf(e.year, frame, told, doc);
    case "clock":
    case "part":
      return e.on === null ? (told ?? published) : anchorOf(e.on, frame, told, doc);
    case "told":
    case "year-before":
    case "quarter-in":
    case "latest-quarter":
      return told ?? published;
    case "step":
    case "distance":
      return e.from === "told"
        ? (told ?? published)
        : e.from === "published"
          ? published
          : anchorOf(e.from, frame, told, doc);
    case "named":
      return frame.year !== null ? "said" : published;
    case "range":
      return anchorOf(e.from, frame, told, doc);
    default:
      return e satisfies never;
  }
}

/** Where the publication date stands from which relative times are counted. */
function publishedAnchor(doc: Doc): string | null {
  if (doc.report.published === null) return null;
  return doc.report.publishedFrom === "dateline" || doc.report.publishedFrom === "text"
    ? doc.report.publishedFrom
    : "published";
}

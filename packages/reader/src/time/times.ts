import type { Time } from "@dateline/model";
import type { Doc, Sentence } from "../doc.ts";
import type { Atom } from "./atoms.ts";
import { isoDay } from "./civil.ts";
import type { Expression } from "./expression.ts";
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
    const used: Frame = {
      ...frame,
      tense: tenseAround(doc.tokens, here, phrase),
      year: yearShared(found, i, { sentence: here, frame }),
    };
    const value = withPreposition(resolve(anchored(found, i, here), used), found.atoms, phrase, used);
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
  return times;
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
  const beside = [found.phrases[i + 1], found.phrases[i - 1]].find(
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
  at: { readonly sentence: Sentence | undefined; readonly frame: Frame },
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
  if (before === undefined || !inside(at.sentence, before)) return null;
  return explicitYear(before.expression) !== null && monthOf(before.expression) !== null
    ? explicitYear(before.expression)
    : null;
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

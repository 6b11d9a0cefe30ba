import type { Note, Report, Time } from "@dateline/model";
import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import { type Resources, rowsOf } from "../resources.ts";
import { type Feasts, feastsOf } from "./feasts.ts";
import { type Grammar, grammarOf, phrasesOf } from "./phrases.ts";
import { dateInText, publishedPeriod } from "./published.ts";
import type { Frame } from "./resolve.ts";
import { timeRules } from "./rules/index.ts";
import { timesOf } from "./times.ts";
import type { EventWord } from "./told.ts";
import { vocabularyOf } from "./vocabulary.ts";

export { anchorTimes } from "./anchored.ts";

/** What this layer looks up: built once for a reader. */
export interface TimeData {
  readonly layer: "time";
  readonly grammar: Grammar;
  readonly feasts: Feasts;
  /** Nouns by which reports point back to a happening. */
  readonly eventWords: ReadonlyMap<string, EventWord>;
}

export function timeData(resources: Resources): TimeData {
  const holidays = rowsOf(resources, "time/holidays");
  const words = rowsOf(resources, "time/words");
  const named = holidays.map(([phrase = "", id = ""]) => [phrase, "HOLIDAY", id, "capital"]);
  return {
    layer: "time",
    grammar: grammarOf(timeRules, vocabularyOf([...words, ...named])),
    feasts: feastsOf(holidays, rowsOf(resources, "time/feast-days")),
    eventWords: new Map(
      rowsOf(resources, "time/event-words").map(([word = "", types = "", keys = ""]) => [
        word,
        { types: new Set(types.split(",")), keys: new Set(keys === "" ? [] : keys.split(",")) },
      ]),
    ),
  };
}

/** Dates, times of day, durations and sets, resolved; the publication date where only the text tells it. */
export function readTimes(doc: Doc, ctx: Context): Doc {
  const { grammar, feasts } = ctx.time;
  const found = phrasesOf(doc.text, grammar);
  const bare: Frame = { published: null, told: null, quarter: null, year: null, tense: "unknown", feasts };
  const report = datedReport(doc, () =>
    dateInText(doc.report, found.phrases, { sentences: doc.sentences, frame: bare }),
  );
  const frame: Frame = { ...bare, published: publishedPeriod(report.published) };
  const times = timesOf({ ...doc, report }, found, frame);
  if (ctx.trace !== null) for (const [i, t] of times.entries()) ctx.trace.add(traced(t, found.phrases[i]?.rule ?? ""));
  const notes = report.published === null && times.some(isOpen) ? [...doc.notes, NO_DATE] : doc.notes;
  return { ...doc, report, times, notes };
}

const NO_DATE: Note = {
  code: "no-date",
  text: "the report tells no publication date: dates that depend on it stay open",
};

function datedReport(doc: Doc, find: () => ReturnType<typeof dateInText>): Report {
  if (doc.report.published !== null) return doc.report;
  const told = find();
  return told === null ? doc.report : { ...doc.report, published: told.published, publishedFrom: told.from };
}

function isOpen(t: Time): boolean {
  return (
    (t.kind === "date" || t.kind === "time") &&
    (t.value === null || t.value.startsWith("X")) &&
    !/_REF$/.test(t.timex ?? "")
  );
}

function traced(t: Time, rule: string): { step: string; rule: string; span: Time; gave: string } {
  return { step: "time", rule, span: t, gave: t.value ?? t.timex ?? "open" };
}

import type { Claim, Span, Time } from "@dateline/model";
import type { Context } from "../context.ts";
import type { Doc, Token } from "../doc.ts";
import { headOf, type Tree, treeOf } from "../parse/tree.ts";
import { civilDate, type DayNumber, dayNumber, isoDay } from "./civil.ts";
import { awayBy } from "./distance.ts";
import { type Hanging, hangingTimes } from "./hanging.ts";
import { happeningsOf } from "./happenings.ts";
import { edtfOf, type Grain, type Period, periodAt, timexOf } from "./period.ts";

/**
 * Times that hang on what happens: "the day after the attack" is counted from the time of the attack where the report
 * tells it elsewhere. Runs when the claims are known; what cannot be counted stays as it was.
 */
export function anchorTimes(doc: Doc, ctx: Context): Doc {
  const hanging = hangingTimes(doc);
  if (hanging.length === 0) return doc;
  const tree = treeOf(doc.tokens);
  const timeOf = happeningsOf(doc, tree, ctx.time.eventWords);
  let made: Doc = doc;
  for (const h of hanging) {
    const found = timeOf(h);
    const value = found === null ? null : countedFrom(doc, h, found.time);
    if (found === null) continue;
    if (value === null) made = opened(made, h, found);
    else made = withTime(made, tree, { hanging: h, value, ...found });
    ctx.trace?.add({
      step: "anchor",
      rule: `${h.word} a happening`,
      span: spanOf(doc, h),
      gave: value?.value ?? "open",
    });
  }
  return made;
}

interface Counted {
  readonly value: string;
  readonly timex: string;
  readonly earliest: string;
  readonly latest: string | null;
}

/** The time that a phrase tells, counted from that of the happening; null where it cannot be told. */
function countedFrom(doc: Doc, { word, timex }: Hanging, time: Time): Counted | null {
  const from = periodOf(time);
  if (from === null) return null;
  if (timex === null) {
    const now = doc.report.published;
    if (word === "until")
      return { value: `/${edtfOf(from)}`, timex: timexOf(from), earliest: time.earliest ?? "", latest: time.latest };
    return { value: `${edtfOf(from)}/..`, timex: timexOf(from), earliest: time.earliest ?? "", latest: now };
  }
  const there = timex === "PT1H" ? from : awayBy(timex, from, word === "before" ? -1 : 1);
  if (
    there === null ||
    isAhead(doc, from, there) ||
    (from.grain !== "day" && there.grain === "day" && timex !== "PT1H")
  )
    return null;
  return { value: edtfOf(there), timex: timexOf(there), earliest: isoDay(there.first), latest: isoDay(there.last) };
}

/** Counted from what has happened into the days after publication: it was another happening. */
function isAhead(doc: Doc, from: Period, there: Period): boolean {
  const now = doc.report.published === null ? null : dayOf(doc.report.published);
  return now !== null && from.last <= now && there.first > now;
}

const GRAINS: Readonly<Record<number, Grain>> = { 4: "year", 7: "month", 10: "day" };

/** The period of a told time: a day, a month or a year. */
function periodOf({ value, earliest }: Time): Period | null {
  const grain = GRAINS[(value ?? "").split("T")[0]?.length ?? 0];
  const day = earliest === null ? null : dayOf(earliest);
  return grain === undefined || day === null ? null : periodAt(grain, day);
}

function dayOf(iso: string): DayNumber | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (m === null) return null;
  const n = dayNumber({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) });
  return civilDate(n).day === Number(m[3]) ? n : null;
}

/** A phrase whose happening is told too coarsely to count from: it stays open, the happening has its own time. */
function opened(doc: Doc, hanging: Hanging, { time, head }: { readonly time: Time; readonly head: Token }): Doc {
  const span = spanOf(doc, hanging);
  const old = doc.times.find((t) => t.kind === "duration" && t.start < span.end && span.start < t.end);
  if (old === undefined) return doc;
  const open: Time = { ...old, value: null, earliest: null, latest: null };
  const claims = doc.claims.map((c) => {
    if (c.time?.id !== old.id) return c;
    const isHappening = c.trigger.start <= head.start && head.end <= c.trigger.end;
    return isHappening ? withOwnTime(c, time) : { ...c, time: { id: old.id, value: null } };
  });
  return { ...doc, times: doc.times.map((t) => (t.id === old.id ? open : t)), claims };
}

interface Made {
  readonly hanging: Hanging;
  readonly value: Counted;
  readonly time: Time;
  readonly head: Token;
}

/** The document with the time counted, and with the claims that it dates. */
function withTime(doc: Doc, tree: Tree, { hanging, value, time, head }: Made): Doc {
  const span = spanOf(doc, hanging, hanging.timex === null ? head : undefined);
  const old = doc.times.find((t) => t.start < span.end && span.start < t.end);
  if (old !== undefined && hanging.timex === null) return doc;
  const id = old?.id ?? `t${doc.times.length + 1}`;
  const made: Time = {
    id,
    start: old?.start ?? span.start,
    end: old?.end ?? span.end,
    kind: "date",
    ...value,
    anchor: time.id,
  };
  const verb = verbAbove(doc, tree, { hanging, head });
  const claims = doc.claims.map((c) => dated(c, { made, time, head, verb }));
  // "since the coup" is no date by itself: it is told as one only for what it dates.
  if (old === undefined && hanging.timex === null && !claims.some((c) => c.time?.id === id)) return doc;
  const times = [...doc.times.filter((t) => t.id !== id), made].sort((a, b) => a.start - b.start);
  return { ...doc, times, claims };
}

function spanOf(doc: Doc, h: Hanging, head?: Token): Span {
  const [first, last] = head === undefined ? [doc.tokens[h.from], doc.tokens[h.to - 2]] : [doc.tokens[h.to], head];
  return { start: first?.start ?? 0, end: Math.max(first?.end ?? 0, last?.end ?? 0) };
}

/** The verb that the phrase hangs on, outside the clause of the happening. */
function verbAbove(
  doc: Doc,
  tree: Tree,
  { hanging: { from, to }, head }: { readonly hanging: Hanging; readonly head: Token },
): Token | undefined {
  const unit = doc.tokens[Math.max(from, to - 2)];
  let at = unit === undefined ? undefined : headOf(tree, unit);
  for (let step = 0; at !== undefined && step < 8; step += 1) {
    if ((at.upos === "VERB" || at.upos === "AUX") && (at.i < from || at.i >= to) && at.i !== head.i) return at;
    at = headOf(tree, at);
  }
  return undefined;
}

/** The happening that a phrase counts from has the time told elsewhere, with the words that tell it. */
function withOwnTime(c: Claim, { id, value, start, end }: Time): Claim {
  return { ...c, time: { id, value }, evidence: { ...c.evidence, time: [{ start, end }] } };
}

interface Dating {
  readonly made: Time;
  readonly time: Time;
  readonly head: Token;
  readonly verb: Token | undefined;
}

/** The claim that the phrase dates gets its time; the happening itself gets its own where it had the phrase's. */
function dated(c: Claim, { made, time, head, verb }: Dating): Claim {
  const isHappening = c.trigger.start <= head.start && head.end <= c.trigger.end;
  if (isHappening) return c.time === null || c.time.id === made.id ? withOwnTime(c, time) : c;
  const isOwn = verb !== undefined && c.trigger.start <= verb.start && verb.end <= c.trigger.end;
  if (c.time?.id !== made.id && !(isOwn && c.time === null)) return c;
  return {
    ...c,
    time: { id: made.id, value: made.value },
    evidence: { ...c.evidence, time: [{ start: made.start, end: made.end }] },
    notes: [...c.notes, `the time is counted from that of “${head.text}”, told as ${time.value}`],
  };
}

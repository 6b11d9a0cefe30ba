import type { Claim, Time } from "@dateline/model";
import type { Doc, Token } from "../doc.ts";

/** What a noun of a happening may mean: types of claims, and words of the same happening. */
export interface EventWord {
  readonly types: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** A happening told with its time. */
export interface Told {
  readonly start: number;
  readonly sentence: number;
  readonly time: Time;
}

/** The happenings of a report that have a time, by what they may be looked up. */
export interface Report {
  readonly doc: Doc;
  /** The claim that a token is the trigger of. */
  readonly triggers: ReadonlyMap<number, Claim>;
  readonly byEvent: ReadonlyMap<string, readonly Told[]>;
  readonly byStem: ReadonlyMap<string, readonly Told[]>;
  readonly byType: ReadonlyMap<string, readonly Told[]>;
  /** The sentence that each date stands in. */
  readonly sentenceOf: ReadonlyMap<string, number>;
  /** The dates of each sentence. */
  readonly dates: ReadonlyMap<number, readonly Time[]>;
  /** Words of a stem with one date near, whether or not a claim tells them. */
  readonly beside: (stem: string) => readonly Told[];
}

/** Words from a date to the happening that it dates, where no claim tells it. */
const NEAR = 10;

/** The look-ups of a report, in time linear in its length. */
export function reportOf(doc: Doc): Report {
  const starts = new Map(doc.tokens.map((t) => [t.start, t.i]));
  const triggers = new Map(doc.claims.flatMap((c) => tokensOf(doc, starts, c).map((t) => [t.i, c] as const)));
  const dates = datesOf(doc);
  const [byEvent, byStem, byType] = [new Map<string, Told[]>(), new Map<string, Told[]>(), new Map<string, Told[]>()];
  const times = new Map(doc.times.map((t) => [t.id, t]));
  for (const c of doc.claims) {
    const time = times.get(c.time?.id ?? "");
    const tokens = tokensOf(doc, starts, c);
    const [first] = tokens;
    if (time === undefined || first === undefined || !isPlaced(time)) continue;
    const told = { start: first.start, sentence: first.sentence, time };
    add(byEvent, c.event, told);
    add(byType, c.type, told);
    for (const t of tokens) if (isWordy(t)) add(byStem, stemOf(t.lemma), told);
  }
  const words = new Map<string, Token[]>();
  for (const t of doc.tokens) if (isWordy(t)) add(words, stemOf(t.lemma), t);
  const beside = (stem: string): readonly Told[] => (words.get(stem) ?? []).flatMap((t) => besideOf(doc, t, dates));
  const sentenceOf = new Map([...dates].flatMap(([i, list]) => list.map((t) => [t.id, i] as const)));
  return { doc, triggers, sentenceOf, byEvent, byStem, byType, dates, beside };
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function isWordy(t: Token): boolean {
  return /^(?:NOUN|VERB|PROPN)$/.test(t.upos);
}

function tokensOf(doc: Doc, starts: ReadonlyMap<number, number>, c: Claim): readonly Token[] {
  const found: Token[] = [];
  for (let i = starts.get(c.trigger.start) ?? doc.tokens.length; i < doc.tokens.length; i += 1) {
    const t = doc.tokens[i];
    if (t === undefined || t.end > c.trigger.end) break;
    found.push(t);
  }
  return found;
}

/** A date that stands in the calendar: a day, a month or a year. */
export function isPlaced(t: Time): boolean {
  if (t.kind !== "date" && t.kind !== "time") return false;
  return t.earliest !== null && t.latest !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T|$)/.test(t.value ?? "");
}

function datesOf(doc: Doc): ReadonlyMap<number, readonly Time[]> {
  const map = new Map<number, Time[]>();
  let at = 0;
  for (const t of [...doc.times].sort((a, b) => a.start - b.start)) {
    while (at < doc.sentences.length - 1 && (doc.sentences[at]?.end ?? 0) <= t.start) at += 1;
    if (!isPlaced(t)) continue;
    const list = map.get(at);
    if (list === undefined) map.set(at, [t]);
    else list.push(t);
  }
  return map;
}

/** A word with the only date within reach of it in its sentence. */
function besideOf(doc: Doc, t: Token, dates: ReadonlyMap<number, readonly Time[]>): readonly Told[] {
  const from = doc.tokens[Math.max(0, t.i - NEAR)]?.start ?? 0;
  const to = doc.tokens[Math.min(doc.tokens.length - 1, t.i + NEAR)]?.end ?? 0;
  const near = (dates.get(t.sentence) ?? []).filter((x) => x.start >= from && x.end <= to);
  const [time] = near;
  return time === undefined || near.length > 1 ? [] : [{ start: t.start, sentence: t.sentence, time }];
}

/** A word cut to what verbs and nouns of one happening share: resign, resignation; explode, explosion. */
export function stemOf(lemma: string): string {
  const lower = lemma.toLowerCase();
  const word = lower.replace(/(?:ations?|ions?|ments?|ings?|als?|ures?|ances?|ers?)$/, "");
  return (word.length >= 3 ? word : lower).replace(/[esd]$/, "").slice(0, 7);
}

import type { Claim } from "@dateline/model";
import type { Doc } from "../doc.ts";
import {
  goesOn,
  hangsOnSaying,
  isDate,
  placeOf,
  standsAlone,
  strayOwner,
  type TriggerHeads,
  takesUpPlace,
  timeOf,
} from "./anchors.ts";
import { claimOf } from "./claim-of.ts";
import { featuresOf } from "./confidence.ts";
import { countsOf } from "./counts.ts";
import { eventNumbers } from "./grouping.ts";
import { meansOf } from "./means.ts";
import { tokensOf } from "./mention-index.ts";
import { withNearPlaces } from "./place-near.ts";
import { rolesOf } from "./roles.ts";
import { announced } from "./rules/announced.ts";
import { triggerRules } from "./rules/index.ts";
import { keepTellings } from "./rules/tellings.ts";
import { settled } from "./settle.ts";
import { sourcesOf, withSayings } from "./sources.ts";
import { statusOf } from "./status.ts";
import { type Telling, type Trigger, triggerSpan } from "./telling.ts";
import { withNearTimes } from "./time-near.ts";
import { findTriggers } from "./triggers.ts";
import { type View, type ViewParts, viewOf } from "./view.ts";

/** A report's claims in text order. */
export function readTellings(doc: Doc, parts: ViewParts): readonly Claim[] {
  const { view, tellings } = tellingsOf(doc, parts);
  const numbers = eventNumbers(view, tellings);
  return tellings.map((t, k) => {
    const sources = sourcesOf(view, t);
    trace(view, t, sources.length > 0);
    return claimOf(view, t, { id: `c${k + 1}`, event: `v${numbers[k] ?? k + 1}`, sources });
  });
}

/** The tellings of a report with their slots filled, in text order. */
export function tellingsOf(doc: Doc, parts: ViewParts): { readonly view: View; readonly tellings: readonly Telling[] } {
  const view = viewOf(doc, parts);
  const triggers = triggerRules.reduce((found, rule) => rule.apply(view, found), findTriggers(view));
  const heads = new Set(triggers.map((t) => t.head.i));
  const told = triggers.map((t) => announced(view, tell(view, t, heads)));
  const whole = withNearPlaces(view, withNearTimes(view, withLent(view, withPlaces(view, withStrayTimes(view, told)))));
  const tellings = keepTellings(view, settled(view, whole));
  return { view, tellings };
}

/** Gives dates that hang on no deed to the trigger they stand by, where that has none. */
function withStrayTimes(view: View, told: readonly Telling[]): readonly Telling[] {
  const used = new Set(told.map((t) => t.time?.value.id));
  const given = new Map<Trigger, Telling["time"]>();
  const triggers = bySentence(told.map((t) => t.trigger));
  for (const times of view.times.values())
    for (const time of times) {
      if (used.has(time.of.id) || !isDate(time) || hangsOnSaying(view, time)) continue;
      const inside = tokensOf(view.doc, time);
      const [start, end] = [inside[0], inside.at(-1)];
      if (start === undefined || end === undefined) continue;
      const owner = strayOwner(view, { start, end }, triggers.get(start.sentence) ?? []);
      if (owner !== undefined && !given.has(owner))
        given.set(owner, { value: time.of, words: [{ start: time.start, end: time.end }], rule: "beside it" });
    }
  return told.map((t) => (t.time === null ? { ...t, time: given.get(t.trigger) ?? null } : t));
}

/** Gives places that hang on no deed to the trigger they stand by, and places told before to the triggers that take them up. */
function withPlaces(view: View, told: readonly Telling[]): readonly Telling[] {
  const used = new Set(told.flatMap((t) => t.place?.words.map((w) => w.start) ?? []));
  const given = new Map<Trigger, Telling["place"]>();
  const triggers = bySentence(told.filter((t) => !t.trigger.sense.flags.speech).map((t) => t.trigger));
  for (const places of view.places.values())
    for (const place of places) {
      const inside = tokensOf(view.doc, place);
      const [start, end] = [inside[0], inside.at(-1)];
      if (start === undefined || end === undefined || used.has(place.start) || !standsAlone(view, place)) continue;
      const owner = strayOwner(view, { start, end }, triggers.get(start.sentence) ?? []);
      if (owner !== undefined && !given.has(owner))
        given.set(owner, { value: place.of, words: [{ start: place.start, end: place.end }], rule: "beside it" });
    }
  let before: {
    readonly place: NonNullable<Telling["place"]>;
    readonly time: Telling["time"];
    readonly sentence: number;
  } | null = null;
  return told.map((t) => {
    const { sentence } = t.trigger.head;
    const own = t.place ?? given.get(t.trigger) ?? null;
    if (own !== null) {
      before = { place: own, time: t.time, sentence };
      return { ...t, place: own };
    }
    // Guideline 16: from the sentence itself or the one before.
    const near = before !== null && sentence - before.sentence <= 1 ? before : null;
    if (near === null || t.trigger.sense.flags.speech || !takesUpPlace(view, t.trigger)) return t;
    // Who was killed "there" was killed then.
    const time = t.time ?? (t.trigger.sense.flags.result ? near.time : null);
    return { ...t, time, place: { ...near.place, rule: "taken up" } };
  });
}

/** What a clause that only goes on with a deed lacks ("…, killing ten", "… and fled") it takes from the deed it hangs on. */
function withLent(view: View, told: readonly Telling[]): readonly Telling[] {
  const done = new Map<number, Telling>();
  return told.map((t) => {
    const from = t.place !== null && t.time !== null ? undefined : goesOnFrom(view, t.trigger, done);
    const full = from === undefined ? t : { ...t, place: t.place ?? from.place, time: t.time ?? from.time };
    for (const one of [t.trigger, ...t.trigger.merged]) done.set(one.head.i, full);
    return full;
  });
}

function goesOnFrom(view: View, t: Trigger, done: ReadonlyMap<number, Telling>): Telling | undefined {
  if (t.sense.flags.speech || !goesOn(view, t)) return undefined;
  return done.get(t.head.head);
}

function bySentence(all: readonly Trigger[]): ReadonlyMap<number, readonly Trigger[]> {
  const map = new Map<number, Trigger[]>();
  for (const trigger of all) {
    const list = map.get(trigger.head.sentence);
    if (list === undefined) map.set(trigger.head.sentence, [trigger]);
    else if (list.length < 40) list.push(trigger);
  }
  return map;
}

/** Fills a trigger's slots. */
function tell(view: View, trigger: Trigger, heads: TriggerHeads): Telling {
  const means = meansOf(view, trigger);
  return {
    trigger,
    ...rolesOf(view, trigger),
    status: withSayings(view, trigger, statusOf(view, trigger)),
    time: timeOf(view, trigger, heads),
    place: placeOf(view, trigger, heads),
    counts: countsOf(view, trigger),
    instruments: means.instruments,
    mode: means.mode,
    contexts: trigger.contexts,
  };
}

function trace(view: View, t: Telling, sourced: boolean): void {
  if (view.trace === null) return;
  const span = triggerSpan(t.trigger);
  for (const rule of t.trigger.rules) view.trace.add({ step: "events", rule, span, gave: t.trigger.type });
  view.trace.add({ step: "events", rule: `status: ${t.status.rule}`, span, gave: t.status.value });
  if (t.time !== null)
    view.trace.add({ step: "events", rule: `time: ${t.time.rule}`, span, gave: t.time.value.value ?? "unresolved" });
  if (t.place !== null)
    view.trace.add({ step: "events", rule: `place: ${t.place.rule}`, span, gave: t.place.value.name });
  const heading = view.sentenceOf(t.trigger.head)?.kind === "heading";
  view.trace.add({ step: "events", rule: "confidence", span, gave: featuresOf(t, { sourced, heading }).join(", ") });
}

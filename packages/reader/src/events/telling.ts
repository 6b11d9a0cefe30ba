import type { Counted, CountRange, EventContext, EventType, Mode, Place, Span, Status, Time } from "@dateline/model";
import type { Token } from "../doc.ts";
import type { Frame } from "./frame.ts";
import type { EventSense } from "./lexicon-senses.ts";
import type { NounFrame } from "./noun-frame.ts";
import type { Party } from "./parties.ts";

/** A word that tells an event, with the grammar around it. */
export interface Trigger {
  readonly form: "verb" | "noun" | "adjective";
  readonly head: Token;
  /** Further words of the entry ("hostage" of "take hostage"). */
  readonly words: readonly Token[];
  readonly sense: EventSense;
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly contexts: readonly EventContext[];
  /** The verb's frame; for a noun that of the light verb, or null. */
  readonly frame: Frame | null;
  readonly nounFrame: NounFrame | null;
  /** For an adjective: the noun it says something of. */
  readonly noun: Token | null;
  /** Event nouns whose words belong to this claim too ("killed in an attack"). */
  readonly merged: readonly Trigger[];
  /** Who claims the deed as their own, or the verb that charges somebody with it or denies it. */
  readonly inside: Speech | null;
  /** Whether the sense was chosen with a noun of unknown kind. */
  readonly loose: boolean;
  /** The rules that shaped it, for the trace. */
  readonly rules: readonly string[];
}

/** The clause on whose word a deed stands. */
export interface Speech {
  readonly kind: "claimed" | "charged";
  readonly frame: Frame;
}

/** A value with the words it was read from and how sure the binding is. */
export interface Bound<T> {
  readonly value: T;
  readonly words: readonly Span[];
  /** The rule that bound it. */
  readonly rule: string;
}

/** A trigger with its slots filled. */
export interface Telling {
  readonly trigger: Trigger;
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly status: Bound<Status>;
  readonly time: Bound<Time> | null;
  readonly place: Bound<Place> | null;
  readonly counts: Readonly<Partial<Record<Counted, Bound<CountRange>>>>;
  readonly instruments: readonly Span[];
  readonly mode: Mode | null;
  readonly contexts: readonly EventContext[];
}

/** The words of a trigger that stand together, from its head outward. */
export function triggerSpan(t: Trigger): Span {
  const beside = t.words.filter((w) => Math.abs(w.i - t.head.i) <= t.words.length);
  const all = [t.head, ...beside];
  return all.reduce<Span>((hull, w) => ({ start: Math.min(hull.start, w.start), end: Math.max(hull.end, w.end) }), {
    start: Number.POSITIVE_INFINITY,
    end: 0,
  });
}

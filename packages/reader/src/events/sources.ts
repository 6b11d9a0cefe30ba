import type { SourceLink, Status } from "@dateline/model";
import type { StatusEffect } from "../attribution/index.ts";
import { partiesAt } from "./parties.ts";
import { type Bound, type Telling, type Trigger, triggerSpan } from "./telling.ts";
import type { View } from "./view.ts";

/** From who first says so to the one the publisher heard it from; a speaker told in the clause itself comes first. */
export function sourcesOf(view: View, t: Telling): readonly SourceLink[] {
  const chain = view.sayings.chainAt(triggerSpan(t.trigger));
  const speaker = t.trigger.inside?.frame.subject ?? null;
  const entity = speaker === null ? undefined : partiesAt(view, speaker)[0]?.entity.id;
  if (entity === undefined || chain.some((l) => l.entity === entity)) return chain;
  return [{ entity, attribution: null, form: "indirect", channel: null }, ...chain];
}

const RANK: Readonly<Record<Status, number>> = { happened: 0, ongoing: 1, planned: 2, possible: 3, denied: 4 };

/** The status with what the sayings around do to it: what is only believed is possible, what is denied is denied. */
export function withSayings(view: View, t: Trigger, own: Bound<Status>): Bound<Status> {
  const { status, evidence }: StatusEffect = view.sayings.statusEffectAt(triggerSpan(t));
  if (status !== "denied" && status !== "possible") return own;
  return RANK[status] > RANK[own.value]
    ? { value: status, words: evidence, rule: "the words of whoever says so" }
    : own;
}

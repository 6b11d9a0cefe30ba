import type { Trigger } from "../telling.ts";
import type { View } from "../view.ts";

/** A rule over the triggers of a report: takes some away, joins or marks them. */
export interface TriggerRule {
  readonly name: string;
  /** The guideline's number and a sentence that shows it. */
  readonly because: string;
  readonly apply: (view: View, triggers: readonly Trigger[]) => readonly Trigger[];
}

/** The triggers by the token that is their head. */
export function byHead(triggers: readonly Trigger[]): ReadonlyMap<number, Trigger> {
  return new Map(triggers.map((t) => [t.head.i, t]));
}

/** The same trigger with one more rule in its trace. */
export function marked(t: Trigger, rule: string, change: Partial<Trigger> = {}): Trigger {
  return { ...t, ...change, rules: [...t.rules, rule] };
}

/** The trigger with others' words joined to its claim, theirs and what was joined to them before. */
export function joined(t: Trigger, more: readonly Trigger[] | undefined, rule: string): Trigger {
  if (more === undefined) return t;
  const merged = [...t.merged, ...more.flatMap((m) => [m, ...m.merged])];
  const inside = t.inside ?? more.find((m) => m.inside?.kind === "claimed")?.inside ?? null;
  return marked(t, rule, { merged, inside });
}

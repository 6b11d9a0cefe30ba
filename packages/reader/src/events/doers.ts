import type { Argument } from "./frame.ts";
import { nounFrameOf } from "./noun-frame.ts";
import { classesAt, type Party, partiesAt } from "./parties.ts";
import type { View } from "./view.ts";

/** The actors of an argument; of an event or weapon that stands there, whose it is ("killed by a rebel rocket"). */
export function doers(view: View, a: Argument): readonly Party[] {
  const found = partiesAt(view, a);
  if (found.length > 0 || !classesAt(view, a.token).includes("event")) return found;
  const frame = nounFrameOf(view, a.token);
  const by = frame.obliques.filter((o) => o.prep === "by" || o.prep === "between" || o.prep === "among");
  return [...frame.possessive, ...by].flatMap((p) => partiesAt(view, p));
}

/** Each actor once. */
export function distinct(parties: readonly Party[]): readonly Party[] {
  const seen = new Set<string>();
  return parties.filter((p) => !seen.has(p.entity.id) && seen.add(p.entity.id));
}

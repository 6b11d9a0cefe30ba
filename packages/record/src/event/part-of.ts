import type { EventRow } from "@dateline/model";
import { folded, wordsIn } from "../fold-text.ts";
import { daysOf, lengthOf } from "../match/day.ts";
import { familyOf } from "../match/family.ts";
import { placeRelation } from "../match/far.ts";
import { isFiller } from "../match/filler.ts";
import { ADDED, isStretch, STRETCH } from "../match/stretch.ts";

type Told = Pick<EventRow, "type" | "time" | "place" | "counts" | "agents">;

/** Whether an event tells a toll over a stretch of time, and so can have parts. */
export function isWhole(event: Told): boolean {
  return isStretch(event.time) && ADDED.some((c) => event.counts[c] !== undefined);
}

/**
 * Whether an event is one of those that another adds up: the same kind of deed, within its time and its place, by one whom it
 * names. A whole that names nobody takes everybody's; one without a place or date takes nothing, since nothing tells so.
 */
export function isPartOf(part: Told, whole: Told): boolean {
  const [days, within] = [daysOf(part.time), daysOf(whole.time)];
  if (!isWhole(whole) || days === undefined || within === undefined || part.place === null || whole.place === null)
    return false;
  const relation = placeRelation(whole.place, part.place);
  return (
    lengthOf(days) < STRETCH &&
    days.first >= within.first &&
    days.last <= within.last &&
    familyOf(part.type) === familyOf(whole.type) &&
    (relation === "same" || relation === "a-wider") &&
    (whole.agents.length === 0 || sharesName(part.agents, whole.agents))
  );
}

/** "Rebels of the Kivu Front" and "the Kivu Front". */
function sharesName(a: readonly string[], b: readonly string[]): boolean {
  const words = (names: readonly string[]): readonly string[] =>
    names.flatMap((n) => (/\p{Lu}/u.test(n) ? wordsIn(n).filter((w) => !isFiller(w)) : [folded(n)]));
  const known = new Set(words(a));
  return words(b).some((w) => known.has(w));
}

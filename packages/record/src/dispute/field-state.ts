import type { FieldName, FieldState, FieldValue } from "@dateline/model";
import { relation } from "./relation.ts";

/** How the told values of a field stand to each other. Values of one origin do not dispute: it tells more, or corrects itself. */
export function fieldState(field: FieldName, values: readonly FieldValue[]): FieldState {
  if (values.length < 2) return "agreed";
  const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b] as const));
  const against = pairs.filter(([a, b]) => relation(a.content, b.content) === "incompatible" && !sameSpeaker(a, b));
  if (against.length > 0)
    return field.startsWith("counts.") && against.every(([a, b]) => isUpdate(a, b)) ? "updated" : "disputed";
  return pairs.some(([a, b]) => relation(a.content, b.content) === "incompatible") ? "updated" : "finer";
}

function sameSpeaker(a: FieldValue, b: FieldValue): boolean {
  return a.origins.length === 1 && b.origins.length === 1 && a.origins[0] === b.origins[0];
}

/** A higher toll that is said only after the lower one was last said is a running toll, not a contradiction. */
function isUpdate(a: FieldValue, b: FieldValue): boolean {
  const [low, high] = floor(a) <= floor(b) ? [a, b] : [b, a];
  return low.lastSaid !== null && high.firstSaid !== null && low.lastSaid < high.firstSaid;
}

function floor(v: FieldValue): number {
  return v.content.kind === "count" ? (v.content.range[0] ?? 0) : 0;
}

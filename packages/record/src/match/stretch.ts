import type { Counted, TimeRef } from "@dateline/model";
import { daysOf, lengthOf } from "./day.ts";

/** Days from which on a time is a stretch over which deeds add up, not a day told loosely. */
export const STRETCH = 15;
/** A year that is only named ("in 2014") is a stretch; a month may be a day told loosely. */
const YEAR = 300;

/** What adds up over deeds: those held are the same people day after day. */
export const ADDED: readonly Counted[] = ["killed", "injured", "displaced"];

/** "Since January", "between May and July", "in 2014": with a toll, many deeds told as one. */
export function isStretch(time: TimeRef | null): boolean {
  const days = daysOf(time);
  if (days === undefined) return false;
  return lengthOf(days) >= (time?.value?.includes("/") === true ? STRETCH : YEAR);
}

import type { ToldClaim } from "../told-claim.ts";

type Told = Pick<ToldClaim, "published" | "report" | "claim" | "id">;

/** Orders claims by who told first: date of publication, undated last, then report, then place in the text. */
export function bySeed(a: Told, b: Told): number {
  const [da, db] = [a.published ?? "9999", b.published ?? "9999"];
  if (da !== db) return da < db ? -1 : 1;
  if (a.report !== b.report) return a.report < b.report ? -1 : 1;
  return a.claim.trigger.start - b.claim.trigger.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The claim that an event is named after: the one told first. A report that comes later leaves the id as it is; one that
 * was published earlier takes it over, and the former id leads on.
 */
export function seedOf<T extends Told>(claims: readonly T[]): T {
  const [first, ...rest] = claims;
  if (first === undefined) throw new Error("an event has at least one claim");
  return rest.reduce((best, c) => (bySeed(c, best) < 0 ? c : best), first);
}

import type { ToldClaim } from "../told-claim.ts";
import type { Hold, Settled } from "./settled.ts";
import { tellingKey } from "./telling-key.ts";

/** One telling of a claim, as one reading had it. */
export interface KnownTelling {
  readonly told: ToldClaim;
  /** When another reading took its place; null while the newest reading tells it so. */
  readonly superseded: string | null;
}

/**
 * Of all tellings of one text that the record knows those in force: what the newest reading tells, but what people accepted
 * as it was told then, what they edited though no reading tells it any more, and what they added.
 */
export function inForce<T extends KnownTelling>(
  known: readonly T[],
  settled: Pick<Settled, "holds" | "added">,
): readonly T[] {
  const byId = new Map<string, T[]>();
  for (const k of known) {
    const own = byId.get(k.told.id);
    if (own === undefined) byId.set(k.told.id, [k]);
    else own.push(k);
  }
  return [...byId].flatMap(([id, own]) => {
    if (isByHand(id)) return settled.added.has(id) ? own.slice(-1) : [];
    return oneOf(own, settled.holds.get(id)) ?? [];
  });
}

/** Whether a claim was added by a person. */
export function isByHand(claim: string): boolean {
  return claim.startsWith("h-");
}

function oneOf<T extends KnownTelling>(own: readonly T[], hold: Hold | undefined): T | undefined {
  const now = own.find((k) => k.superseded === null);
  if (hold === undefined) return now;
  if (hold.what === "claim") return now ?? newest(own);
  return (
    newest(own.filter((k) => tellingKey(k.told) === hold.told)) ??
    newest(own.filter((k) => k.told.learned <= hold.at)) ??
    now
  );
}

function newest<T extends KnownTelling>(known: readonly T[]): T | undefined {
  return known.reduce<T | undefined>(
    (best, k) => (best === undefined || k.told.learned >= best.told.learned ? k : best),
    undefined,
  );
}

import { folded, wordsIn } from "../fold-text.ts";
import type { ToldClaim } from "../told-claim.ts";
import { skeleton } from "./skeleton.ts";

/** What of a claim can be asked for by name, as `field:value`. */
export const FACETS = [
  "type",
  "mode",
  "context",
  "status",
  "by",
  "to",
  "says",
  "via",
  "publisher",
  "in",
  "land",
  "said",
] as const;
export type Facet = (typeof FACETS)[number];

/** Facets that are names: found under any spelling that {@link skeleton} takes for the same. */
export const NAMED: readonly Facet[] = ["by", "to", "says", "via", "publisher", "in"];

/** Every `field:value` that a claim answers to. What names no source is said by its publisher. */
export function facetsOf(claim: ToldClaim): ReadonlySet<string> {
  const { chain, publisher, place } = claim;
  const [first, ...rest] = chain;
  const channels = chain.flatMap((l) => l.channel ?? []);
  const actors = (list: ToldClaim["agents"]): readonly (string | null)[] => list.flatMap((a) => [a.name, a.actor]);
  return new Set([
    ...words("type", [claim.type]),
    ...words("mode", [claim.mode]),
    ...words("context", claim.context),
    ...words("status", [claim.status]),
    ...names("by", actors(claim.agents)),
    ...names("to", actors(claim.targets)),
    ...names("says", [first?.name ?? publisher]),
    ...names("via", [...rest.map((l) => l.name), ...channels, first === undefined ? null : publisher]),
    ...names("publisher", [publisher]),
    ...names("in", [place?.name ?? null]),
    ...words("land", [place?.country ?? null]),
    saidIn(claim.published),
  ]);
}

/** The month of publication, as a look-up from the newest month back wants it. */
export function saidIn(published: string | null): string {
  return `said:${published?.slice(0, 7) ?? "unknown"}`;
}

/** `by:drukdal` for each word of the value; all of them stand for the value. */
export function facetWords(facet: Facet, value: string): readonly string[] {
  return NAMED.includes(facet) ? names(facet, [value]) : words(facet, [value]);
}

function names(facet: Facet, values: readonly (string | null)[]): readonly string[] {
  return values.flatMap((v) => (v === null ? [] : wordsIn(v).map((w) => `${facet}:${skeleton(w)}`)));
}

function words(facet: Facet, values: readonly (string | null)[]): readonly string[] {
  return values.flatMap((v) => (v === null ? [] : [`${facet}:${folded(v)}`]));
}

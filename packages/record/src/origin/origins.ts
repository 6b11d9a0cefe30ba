import type { Origin } from "@dateline/model";
import type { StoryHead } from "../story/stories.ts";
import type { ToldClaim } from "../told-claim.ts";
import { type OriginRef, originOf, type SameActor } from "./origin-of.ts";

/** A claim with the story its report belongs to and who first says it. */
export interface OriginedClaim {
  readonly claim: ToldClaim;
  readonly story: StoryHead;
  readonly origin: OriginRef;
}

export function origined(
  claims: readonly ToldClaim[],
  storyOf: (report: string) => StoryHead,
  same: SameActor,
): readonly OriginedClaim[] {
  return claims.map((claim) => {
    const story = storyOf(claim.report);
    return { claim, story, origin: originOf(claim, story, same) };
  });
}

/**
 * The origins of an event. An outlet that quotes someone for it is no witness of its own: its own words in that story
 * rest on the one it quotes. So a copy, which has the story's wording, can never add an origin.
 */
export function originsOf(claims: readonly OriginedClaim[]): readonly Origin[] {
  const quoting = new Set(claims.filter((c) => c.claim.chain.length > 0 && asserts(c)).map((c) => c.story.id));
  const groups = new Map<string, OriginedClaim[]>();
  for (const c of claims) {
    const group = groups.get(c.origin.id);
    if (group === undefined) groups.set(c.origin.id, [c]);
    else group.push(c);
  }
  return [...groups.values()].map((g) => originFrom(g, quoting)).sort(byWeight);
}

/** An event's corroboration. */
export function independentCount(origins: readonly Origin[]): number {
  return origins.filter((o) => o.independent).length;
}

function asserts(c: OriginedClaim): boolean {
  return c.claim.status !== "denied";
}

function originFrom(group: readonly OriginedClaim[], quoting: ReadonlySet<string>): Origin {
  const sorted = [...group].sort(bySaid);
  const ref = sorted[0]?.origin ?? { id: "", name: "", kind: "unknown" as const, by: "" };
  const asserting = sorted.filter(asserts);
  const own = asserting.filter((c) => c.claim.chain.length > 0 || !quoting.has(c.story.id));
  const independent = own.length > 0;
  return {
    id: ref.id,
    name: sorted.map((c) => c.origin.name).sort(shortestFirst)[0] ?? ref.name,
    kind: ref.kind,
    reason: reasonOf(ref, sorted, asserting.length > 0 && !independent),
    independent,
    position: asserting.length > 0 ? "asserts" : "denies",
    claims: sorted.map((c) => c.claim.id),
    reports: [...new Set(sorted.map((c) => c.claim.report))],
    firstSaid: sorted.find((c) => c.claim.published !== null)?.claim.published ?? null,
  };
}

/** Of several spellings of a name the fullest: "Florence Parly" rather than "Parly". */
function shortestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
}

function bySaid(x: OriginedClaim, y: OriginedClaim): number {
  const [a, b] = [x.claim.published ?? "9999", y.claim.published ?? "9999"];
  return a !== b ? (a < b ? -1 : 1) : x.claim.id < y.claim.id ? -1 : 1;
}

function byWeight(a: Origin, b: Origin): number {
  if (a.independent !== b.independent) return a.independent ? -1 : 1;
  return b.reports.length - a.reports.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}

function reasonOf(ref: OriginRef, sorted: readonly OriginedClaim[], rests: boolean): string {
  const stories = new Map(sorted.map((c) => [c.story.id, c.story]));
  const reports = new Set(sorted.map((c) => c.claim.report)).size;
  const parts = [...new Set([ref.name, ref.by].filter((p) => p !== ""))];
  const ways = new Set(sorted.map((c) => c.origin.by)).size - 1;
  let text = parts.join(" ");
  if (ways > 0) text += ` and ${ways} other ${ways === 1 ? "way" : "ways"}`;
  const copies = reports - stories.size;
  if (copies > 0) text += `, copied by ${copies}`;
  if (ref.kind === "outlet") text += outletReason(sorted);
  return rests ? `${text}; in its own words, resting on those it quotes` : text;
}

function outletReason(sorted: readonly OriginedClaim[]): string {
  const reason = sorted[0]?.story.reason;
  return reason === undefined || reason === "first publisher" ? "" : ` (${reason})`;
}

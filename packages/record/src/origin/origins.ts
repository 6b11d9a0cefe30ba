import type { Origin } from "@dateline/model";
import type { StoryHead } from "../story/stories.ts";
import { unite } from "../story/unite.ts";
import type { ToldClaim } from "../told-claim.ts";
import { type OriginRef, originOf, outletOrigin, type SameActor } from "./origin-of.ts";

/** A claim with the story its report belongs to and who first says it. */
export interface OriginedClaim {
  readonly claim: ToldClaim;
  readonly story: StoryHead;
  readonly origin: OriginRef;
  /** Ids of the origins that the claim would have if its text were that of each who printed it: they are one witness. */
  readonly others: readonly string[];
  /** Ids, as origins, of all who printed or signed its text. */
  readonly printers: readonly string[];
}

export function origined(
  claims: readonly ToldClaim[],
  storyOf: (report: string) => StoryHead,
  same: SameActor,
): readonly OriginedClaim[] {
  const known = new Map<string, Pick<OriginedClaim, "others" | "printers">>();
  return claims.map((claim) => {
    const story = storyOf(claim.report);
    // Copies name one source alike: a text that hundreds print is gone through once, not once a copy.
    const own = story.printers.length > 0 ? "" : claim.publisher;
    const key = JSON.stringify([story.id, own, claim.chain.map((l) => [l.kind, l.named, l.name])]);
    const printed = known.get(key) ?? printedBy(claim, story, same);
    known.set(key, printed);
    return { claim, story, origin: originOf(claim, story, same), ...printed };
  });
}

/** A story's printers hold the publishers of all its reports; a report of no story has its own alone. */
function printedBy(claim: ToldClaim, story: StoryHead, same: SameActor): Pick<OriginedClaim, "others" | "printers"> {
  const printers = story.printers.length > 0 ? story.printers : [claim.publisher];
  return {
    printers: [story.outlet ?? claim.publisher, ...printers].map((p) => outletOrigin(p, same).id),
    others: printers.map((printer) => originOf(claim, { ...story, outlet: printer }, same).id),
  };
}

/**
 * The origins of an event. An outlet that quotes someone for it, or prints another's text on it, is no witness of its
 * own: its own words rest on those. So a copy, which has the story's wording, can never add an origin.
 */
export function originsOf(claims: readonly OriginedClaim[]): readonly Origin[] {
  const witnesses = witnessesAmong(claims.filter(asserts));
  const groups = new Map<string, OriginedClaim[]>();
  for (const c of claims) {
    const group = groups.get(c.origin.id);
    if (group === undefined) groups.set(c.origin.id, [c]);
    else group.push(c);
  }
  return [...groups.values()].map((g) => originFrom(g, witnesses)).sort(byWeight);
}

/**
 * Ids of the origins that count. Of outlets that print each other's text, and of the unnamed sources in it, those who say
 * it first; an outlet's own words not at all where it, or one whose text it prints, quotes somebody.
 */
function witnessesAmong(asserting: readonly OriginedClaim[]): ReadonlySet<string> {
  const [own, quoted] = [asserting.filter(isOwn), asserting.filter((c) => !isOwn(c))];
  const quoting = new Set(quoted.flatMap((c) => c.printers));
  return new Set([...firstOf(quoted, new Set()), ...firstOf(own, quoting)]);
}

function isOwn(c: OriginedClaim): boolean {
  return c.claim.chain.length === 0;
}

/** Of origins that one text joins, the first to say it. */
function firstOf(claims: readonly OriginedClaim[], quoting: ReadonlySet<string>): readonly string[] {
  const said = new Map<string, string>();
  for (const c of claims) {
    const date = c.claim.published ?? "9999";
    if (date < (said.get(c.origin.id) ?? "99999")) said.set(c.origin.id, date);
  }
  const joined = claims.flatMap((c) => [...new Set(c.others)].map((other) => [c.origin.id, other] as const));
  return unite([...new Set(joined.flat())], joined).flatMap((group) => {
    const [first] = group
      .filter((id) => said.has(id))
      .sort((a, b) => compare(`${said.get(a)} ${a}`, `${said.get(b)} ${b}`));
    return first === undefined || group.some((id) => quoting.has(id)) ? [] : [first];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An event's corroboration. */
export function independentCount(origins: readonly Origin[]): number {
  return origins.filter((o) => o.independent).length;
}

function asserts(c: OriginedClaim): boolean {
  return c.claim.status !== "denied";
}

function originFrom(group: readonly OriginedClaim[], witnesses: ReadonlySet<string>): Origin {
  const sorted = [...group].sort(bySaid);
  const ref = sorted[0]?.origin ?? { id: "", name: "", kind: "unknown" as const, by: "" };
  const asserting = sorted.filter(asserts);
  const independent = asserting.length > 0 && witnesses.has(ref.id);
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
  return rests ? `${text}; in its own words, resting on those it quotes or prints` : text;
}

function outletReason(sorted: readonly OriginedClaim[]): string {
  const reason = sorted[0]?.story.reason;
  return reason === undefined || reason === "first publisher" ? "" : ` (${reason})`;
}

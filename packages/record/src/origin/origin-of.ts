import type { ChainLink, OriginKind } from "@dateline/model";
import { quickLettersOf } from "../base30.ts";
import { folded } from "../fold-text.ts";
import { agencyOf } from "../story/credit.ts";
import type { StoryHead } from "../story/stories.ts";
import type { ToldClaim } from "../told-claim.ts";

/** Who first says a claim. */
export interface OriginRef {
  readonly id: string;
  readonly name: string;
  readonly kind: OriginKind;
  /** "by way of Reuters"; empty where it is the outlet's own word. */
  readonly by: string;
}

/** Names that stand for one actor, as people settled it: folded name → folded name. */
export type SameActor = ReadonlyMap<string, string>;

/**
 * Who first says a claim: the first of its chain; without chain the story's outlet. An unnamed source belongs to the
 * outlet that heard it: "security sources" of AFP and of Reuters are never taken for the same people.
 */
export function originOf(claim: ToldClaim, story: StoryHead, same: SameActor): OriginRef {
  const [first, ...rest] = claim.chain;
  if (first === undefined) return outletOrigin(story.outlet ?? claim.publisher, same);
  const by = byWay(rest, story, claim);
  if (first.named) {
    const agency = first.kind === "media" ? agencyOf(first.name) : undefined;
    return agency === undefined ? named(first, by, same) : outletOrigin(agency, same);
  }
  const outlet =
    [...rest].reverse().find((l) => l.kind === "media")?.name ?? story.outlet ?? claim.publisher ?? "unknown outlet";
  return refOf("unnamed", `${first.name} (${outlet})`, by, same);
}

function named(link: ChainLink, by: string, same: SameActor): OriginRef {
  // An outlet named as source and one that publishes are the same origin.
  return refOf(link.kind === "media" ? "outlet" : "actor", link.name, by, same);
}

/** An outlet as an origin; agencies by one name. */
export function outletOrigin(outlet: string | null, same: SameActor): OriginRef {
  return outlet === null
    ? refOf("unknown", "no publisher given", "", same)
    : refOf("outlet", agencyOf(outlet) ?? outlet, "", same);
}

function refOf(kind: OriginKind, name: string, by: string, same: SameActor): OriginRef {
  const bare = nameKey(name);
  // Whom people took for one is one, whatever kind of source each was.
  const person = same.get(bare);
  const id = `O-${quickLettersOf(person === undefined ? `${kind}\n${bare}` : `same\n${person}`, 7)}`;
  return { id, name, kind, by };
}

/** The form under which two tellings of a name are one. */
export function nameKey(name: string): string {
  return folded(name).replace(/^(the|a|an) /, "");
}

function byWay(rest: readonly ChainLink[], story: StoryHead, claim: ToldClaim): string {
  const names = rest.map((l) => l.name);
  const outlet = story.outlet ?? claim.publisher;
  if (outlet !== null && names.at(-1) !== outlet) names.push(outlet);
  return names.length === 0 ? "" : `by way of ${names.join(", ")}`;
}

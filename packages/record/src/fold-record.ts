import type { Decision, Policy, RecordEvent } from "@dateline/model";
import { settledClaim } from "./decision/edited.ts";
import { type Settled, settle } from "./decision/settled.ts";
import { foldEvent } from "./event/fold-event.ts";
import type { Constraints } from "./match/cluster.ts";
import { match } from "./match/match.ts";
import { type Telling, tellings } from "./match/telling.ts";
import { type StoryHead, type StoryReport, storyHead } from "./story/stories.ts";
import { unite } from "./story/unite.ts";
import type { ToldClaim } from "./told-claim.ts";

/** A report as the record keeps it, once read. */
export interface FoldReport extends StoryReport {
  /** What the report is about: see `aboutOf`. */
  readonly about: readonly string[];
  readonly claims: readonly ToldClaim[];
}

export interface FoldInput {
  readonly reports: readonly FoldReport[];
  /** Pairs of reports of which one copies the other. */
  readonly copies: readonly (readonly [string, string])[];
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly policy: Policy;
  readonly asOf: string | null;
}

/** The record's events: what it shows is this function of what it keeps. The order of reports and copies does not matter. */
export function foldRecord(input: FoldInput): readonly RecordEvent[] {
  const settled = settle(input.decisions);
  const stories = storiesOf(input.reports, input.copies);
  const storyIn = (report: string): StoryHead => stories.get(report) ?? noStory(report);
  const standing = input.reports.flatMap((r) => tellingsOf(r, settled));
  const byId = new Map(standing.map((t) => [t.id, t]));
  const claims = new Map(input.reports.flatMap((r) => r.claims.map((c) => [c.id, c] as const)));
  return match(standing, constraintsOn(standing, settled))
    .map((group) =>
      foldEvent({
        claims: group.flatMap((id) => byId.get(id)?.claims ?? []).flatMap((id) => claims.get(id) ?? []),
        storyOf: storyIn,
        settled,
        policy: input.policy,
        asOf: input.asOf,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The tellings of a report's claims that stand, as people edited them. */
export function tellingsOf(report: Pick<FoldReport, "about" | "claims">, settled: Settled): readonly Telling[] {
  const standing = report.claims.filter((c) => settled.judgements.get(c.id) !== "rejected");
  return tellings(
    report.about,
    standing.map((c) => settledClaim(c, settled)),
    settled.parts,
  );
}

/** What people settled about claims, said of the tellings that hold them. */
export function constraintsOn(all: readonly Telling[], settled: Pick<Settled, "together" | "apart">): Constraints {
  const at = new Map(all.flatMap((t) => t.claims.map((c) => [c, t.id] as const)));
  const apart = settled.apart.flatMap(([a, b]) => {
    const [x, y] = [at.get(a), at.get(b)];
    return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
  });
  // Claims that a newer reading no longer tells leave the others of their group together.
  const together = settled.together.flatMap((group) => {
    const [first, ...rest] = new Set(group.flatMap((c) => at.get(c) ?? []));
    return first === undefined ? [] : rest.map((t) => [first, t] as const);
  });
  return { together, apart };
}

/** Report → its story. */
export function storiesOf(
  reports: readonly StoryReport[],
  copies: readonly (readonly [string, string])[],
): ReadonlyMap<string, StoryHead> {
  const byId = new Map(reports.map((r) => [r.report, r]));
  const groups = unite([...byId.keys()], copies);
  return new Map(
    groups.flatMap((group) => {
      const [first, ...rest] = group.flatMap((id) => byId.get(id) ?? []);
      if (first === undefined) return [];
      const head = storyHead([first, ...rest]);
      return group.map((id) => [id, head] as const);
    }),
  );
}

function noStory(report: string): StoryHead {
  return storyHead([{ report, publisher: null, published: null, title: null, credit: null }]);
}

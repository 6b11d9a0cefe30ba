import type { Claim, EvidenceField } from "@dateline/model";

/** A stretch of text that looks the same throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Claims whose trigger this is part of. */
  readonly triggers: readonly Claim[];
  /** The field of the open claim whose words these are. */
  readonly field: EvidenceField | undefined;
  /** Inside the clause of the open claim. */
  readonly isInOpen: boolean;
}

const PRIORITY: readonly EvidenceField[] = ["type", "counts", "time", "place", "targets", "agents", "status"];

/** The text cut where its look changes: at triggers of all claims, and at every value of the open one. */
export function segmentsOf(text: string, claims: readonly Claim[], open: Claim | undefined): readonly Segment[] {
  const cuts = new Set([0, text.length]);
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    cuts.add(start);
    cuts.add(end);
  };
  for (const claim of claims) cut(claim.trigger);
  if (open !== undefined) for (const span of [open.span, ...Object.values(open.evidence).flat()]) cut(span);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? text.length;
    const covers = (s: { readonly start: number; readonly end: number }): boolean => s.start <= start && end <= s.end;
    return {
      start,
      end,
      triggers: claims.filter((claim) => covers(claim.trigger)),
      field: open && PRIORITY.find((field) => open.evidence[field].some(covers)),
      isInOpen: open !== undefined && covers(open.span),
    };
  });
}

/** The claim that words at `at` belong to: the one with the shortest clause around them. */
export function claimAt(claims: readonly Claim[], at: number): Claim | undefined {
  return claims
    .filter(({ span }) => span.start <= at && at < span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

import type { Story, StoryMember } from "@dateline/model";
import { storyId } from "../record-id.ts";
import { copyKind } from "./copy.ts";
import type { Credit } from "./credit.ts";
import { containment, shingles } from "./shingles.ts";

/** What is needed of a report to tell whose text a story is. */
export interface StoryReport {
  readonly report: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
  /** The agency that signs it. */
  readonly credit: Credit | null;
}

/** A story without its family tree. */
export interface StoryHead {
  readonly id: string;
  readonly first: string;
  readonly outlet: string | null;
  readonly reason: string;
  readonly size: number;
  /** All who printed or signed the text, sorted. */
  readonly printers: readonly string[];
}

interface Dated {
  readonly report: string;
  readonly published: string | null;
}

/** Orders reports by who had the text first: by date of publication, undated ones last, then by id. */
export function byFirst(a: Dated, b: Dated): number {
  const [da, db] = [a.published ?? "9999", b.published ?? "9999"];
  if (da !== db) return da < db ? -1 : 1;
  return a.report < b.report ? -1 : a.report > b.report ? 1 : 0;
}

/** Whose text it is that these reports copy; the same for any order of them. */
export function storyHead(reports: readonly [StoryReport, ...StoryReport[]]): StoryHead {
  const sorted = [...reports].sort(byFirst);
  const first = (sorted[0] ?? reports[0]).report;
  return { id: storyId(first), first, ...outletOf(sorted), size: sorted.length, printers: printersOf(reports) };
}

/** Names of all who printed or signed one text. */
export function printersOf(reports: readonly Pick<StoryReport, "publisher" | "credit">[]): readonly string[] {
  const names = reports.flatMap((r) => [r.publisher, r.credit?.outlet ?? null]).filter((n) => n !== null);
  return [...new Set(names)].sort();
}

/** An agency's mark in any copy tells whose text it is; else the first publisher. */
function outletOf(sorted: readonly StoryReport[]): Credit | { readonly outlet: null; readonly reason: string } {
  const signed = sorted.find((r) => r.credit !== null)?.credit;
  if (signed !== undefined && signed !== null) return signed;
  const publisher = sorted.find((r) => r.publisher !== null)?.publisher;
  if (publisher === undefined || publisher === null) return { outlet: null, reason: "no publisher given" };
  return { outlet: publisher, reason: "first publisher" };
}

/** The story with what each copy is to the first text. `textOf` gives a report's newest text. */
export function familyTree(
  reports: readonly [StoryReport, ...StoryReport[]],
  textOf: (report: string) => string,
): Story {
  const { size: _s, printers: _p, ...head } = storyHead(reports);
  const first = shingles(textOf(head.first));
  const members = [...reports].sort(byFirst).map((r): StoryMember => {
    const { report, publisher, published, title } = r;
    if (report === head.first) return { report, publisher, published, title, kind: "first", containment: 1 };
    const own = shingles(textOf(report));
    const shared = Math.round(containment(own, first) * 1000) / 1000;
    return { report, publisher, published, title, kind: copyKind(own, first), containment: shared };
  });
  return { ...head, members };
}

import type { Decision, Policy, RecordEvent } from "@dateline/model";
import {
  aboutOf,
  creditOf,
  type FoldReport,
  foldRecord,
  isCopy,
  recordReportId,
  shingles,
  toldClaims,
} from "../src/index.ts";
import { type MadeReport, madeReading } from "./made-reading.ts";

/** A report as the record keeps it, once read. */
export function kept(made: MadeReport): FoldReport & { readonly text: string } {
  const reading = madeReading(made);
  const report = recordReportId(reading.report);
  const { publisher, published, title, text } = reading.report;
  return {
    report,
    publisher,
    published,
    title,
    text,
    credit: creditOf(text) ?? null,
    about: aboutOf(reading),
    claims: toldClaims(reading, { report, version: 1, learned: "2026-01-01T00:00:00.000Z" }),
  };
}

/** From a set of reports, stories found by comparing all pairs, to its events under decisions and a policy. */
export function foldOf(
  made: readonly MadeReport[],
): (decisions: readonly Decision[], policy?: Policy) => readonly RecordEvent[] {
  const reports = made.map(kept);
  const sets = reports.map((r) => shingles(r.text));
  const copies = reports.flatMap((a, i) =>
    reports.slice(i + 1).flatMap((b, j) => {
      const [x, y] = [sets[i], sets[i + 1 + j]];
      return x !== undefined && y !== undefined && isCopy(x, y) ? [[a.report, b.report] as const] : [];
    }),
  );
  return (decisions, policy = "most-independent") => foldRecord({ reports, copies, decisions, policy, asOf: null });
}

/** The events of a set of reports. */
export function eventsOf(
  made: readonly MadeReport[],
  decisions: readonly Decision[] = [],
  policy: Policy = "most-independent",
): readonly RecordEvent[] {
  return foldOf(made)(decisions, policy);
}

import type { RecordEvent } from "@dateline/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decisionFor, someDeeds } from "../../record/test/decision/some-decisions.ts";
import { foldOf } from "../../record/test/made-record.ts";
import { someReports } from "../../record/test/some-reports.ts";
import { CODEBOOKS } from "../src/index.ts";

const RUNS = { numRuns: Number(process.env.DATELINE_RUNS ?? 100) };

/** Whether every word that a claim shows stands in its report. */
function wordsStand(event: RecordEvent, texts: ReadonlyMap<string, string>, claim: string): boolean {
  const member = event.members.find((m) => m.id === claim);
  const text = texts.get(member?.report ?? "");
  if (member === undefined || text === undefined) return false;
  const words = [member.quote, member.trigger, ...Object.values(member.words).flat()];
  return words.every((w) => w !== "" && text.includes(w));
}

test("every exported value resolves to words of the reports, or to a person's decision", () => {
  fc.assert(
    fc.property(someReports, someDeeds, (reports, deeds) => {
      const fold = foldOf(reports);
      const texts = new Map(reports.map((r) => [r.id ?? "", r.text]));
      const before = fold([]);
      const decisions = deeds.flatMap((deed, i) => decisionFor(i + 1, deed, before) ?? []);
      for (const codebook of CODEBOOKS) {
        for (const event of fold(decisions, codebook.policy)) {
          const coded = codebook.map(event);
          if (coded.kind === "left-out") {
            expect(coded.reason).not.toBe("");
            continue;
          }
          const set = new Set(event.fields.flatMap((f) => (f.chosen.by.startsWith("D-") ? [f.chosen.by] : [])));
          for (const { column, rule, claims } of coded.reasons) {
            expect(rule, column).not.toBe("");
            for (const claim of claims) expect(wordsStand(event, texts, claim), `${column}: ${claim}`).toBe(true);
            const value = coded.row[column];
            // a codebook's nought where no report tells a number is no told value
            const untold = value === 0 && event.counts.killed === undefined;
            if (claims.length === 0 && value != null && !untold)
              expect(set.size + event.decisions.length, `${codebook.name} ${column}: ${rule}`).toBeGreaterThan(0);
          }
        }
      }
    }),
    RUNS,
  );
});

test("every value that a view shows is told by claims with words, or set by a person", () => {
  fc.assert(
    fc.property(someReports, someDeeds, (reports, deeds) => {
      const fold = foldOf(reports);
      const texts = new Map(reports.map((r) => [r.id ?? "", r.text]));
      const decisions = deeds.flatMap((deed, i) => decisionFor(i + 1, deed, fold([])) ?? []);
      for (const event of fold(decisions)) {
        for (const { chosen, values } of event.fields) {
          for (const value of values) {
            expect(value.claims.length).toBeGreaterThan(0);
            for (const claim of value.claims) expect(wordsStand(event, texts, claim)).toBe(true);
          }
          const byHand = decisions.some((d) => d.id === chosen.by);
          expect(byHand || chosen.claims.length > 0).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

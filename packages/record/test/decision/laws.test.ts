import { type Action, type Anchor, DECISION_FORMAT, type Decision, type RecordEvent } from "@dateline/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MadeReport } from "../made-reading.ts";
import { eventsOf } from "../made-record.ts";
import { someReports } from "../some-reports.ts";

const RUNS = { numRuns: Number(process.env.DATELINE_RUNS ?? 100) };

function decided(n: number, action: Action, events: readonly RecordEvent[]): Decision {
  const anchors = events
    .flatMap((e) => e.members)
    .map((m): Anchor => ({ claim: m.id, report: m.report, sha256: "", trigger: m.claim.trigger, words: m.trigger }));
  return {
    format: DECISION_FORMAT,
    id: `D-${n}`,
    at: `2024-01-01T00:00:${String(n).padStart(2, "0")}.000Z`,
    who: "Ada",
    why: null,
    action,
    anchors,
    before: null,
    step: null,
  };
}

function merge(n: number, ...events: readonly RecordEvent[]): Decision {
  return decided(n, { kind: "merge", events: events.map((e) => e.id) }, events);
}

/** Events without the decisions that made them so. */
function shown(reports: readonly MadeReport[], decisions: readonly Decision[]): readonly object[] {
  return eventsOf(reports, decisions).map((e) => ({ ...e, decisions: [] }));
}

/** Reports that tell of three events or more, with three of them. */
const three = someReports
  .map((reports) => ({ reports, events: eventsOf(reports) }))
  .filter(({ events }) => events.length >= 3)
  .map(({ reports, events: [a, b, c] }) => ({ reports, a, b, c }));

test("merging is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(three, ({ reports, a, b, c }) => {
      if (a === undefined || b === undefined || c === undefined) return;
      const once = shown(reports, [merge(1, a, b)]);
      expect(shown(reports, [merge(1, b, a)])).toEqual(once);
      expect(shown(reports, [merge(1, a, b), merge(2, a, b)])).toEqual(once);
      const all = shown(reports, [merge(1, a, b, c)]);
      expect(shown(reports, [merge(1, a, b), merge(2, b, c)])).toEqual(all);
      expect(shown(reports, [merge(1, b, c), merge(2, a, b)])).toEqual(all);
    }),
    RUNS,
  );
});

test("merged events are one event that holds the claims of all", () => {
  fc.assert(
    fc.property(three, ({ reports, a, b }) => {
      if (a === undefined || b === undefined) return;
      const ids = [...a.members, ...b.members].map((m) => m.id);
      const holders = eventsOf(reports, [merge(1, a, b)]).filter((e) => e.members.some((m) => ids.includes(m.id)));
      expect(holders).toHaveLength(1);
      expect(holders[0]?.members.map((m) => m.id)).toEqual(expect.arrayContaining(ids));
    }),
    RUNS,
  );
});

test("split parts stay apart, and undo restores what was before", () => {
  fc.assert(
    fc.property(someReports, fc.nat(), (reports, pick) => {
      const before = eventsOf(reports);
      const event = before.filter((e) => e.members.length > 1)[
        pick % Math.max(1, before.filter((e) => e.members.length > 1).length)
      ];
      if (event === undefined) return;
      const moved = event.members.slice(0, 1).map((m) => m.id);
      const split = decided(1, { kind: "split", event: event.id, claims: moved }, [event]);
      for (const e of eventsOf(reports, [split])) {
        const own = e.members.map((m) => m.id);
        const rest = event.members.map((m) => m.id).filter((id) => !moved.includes(id));
        if (own.includes(moved[0] ?? "")) for (const id of rest) expect(own).not.toContain(id);
      }
      const undo = decided(2, { kind: "undo", decision: "D-1" }, [event]);
      expect(shown(reports, [split, undo])).toEqual(shown(reports, []));
    }),
    RUNS,
  );
});

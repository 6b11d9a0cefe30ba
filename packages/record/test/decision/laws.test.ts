import type { Decision, RecordEvent } from "@dateline/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldOf } from "../made-record.ts";
import { someReports } from "../some-reports.ts";
import { decided, decisionFor, someDeeds } from "./some-decisions.ts";

const RUNS = { numRuns: Number(process.env.DATELINE_RUNS ?? 100) };

function merge(n: number, ...events: readonly RecordEvent[]): Decision {
  return decided(n, { kind: "merge", events: events.map((e) => e.id) }, events);
}

/** Events without the decisions that made them so, nor the ids that these merged. */
function bare(events: readonly RecordEvent[]): readonly object[] {
  return events.map((e) => ({ ...e, decisions: [], formerIds: [] }));
}

/** Reports that tell of three events or more, with three of them. */
const three = someReports
  .map((reports) => {
    const fold = foldOf(reports);
    return { fold, events: fold([]) };
  })
  .filter(({ events }) => events.length >= 3)
  .map(({ fold, events: [a, b, c] }) => ({ fold, a, b, c }));

test("merging is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(three, ({ fold, a, b, c }) => {
      if (a === undefined || b === undefined || c === undefined) return;
      const shown = (...decisions: readonly Decision[]): readonly object[] => bare(fold(decisions));
      const once = shown(merge(1, a, b));
      expect(shown(merge(1, b, a))).toEqual(once);
      expect(shown(merge(1, a, b), merge(2, a, b))).toEqual(once);
      const all = shown(merge(1, a, b, c));
      expect(shown(merge(1, a, b), merge(2, b, c))).toEqual(all);
      expect(shown(merge(1, b, c), merge(2, a, b))).toEqual(all);
    }),
    RUNS,
  );
});

test("merged events are one event that holds the claims of all, and knows the ids that it took over", () => {
  fc.assert(
    fc.property(three, ({ fold, a, b }) => {
      if (a === undefined || b === undefined) return;
      const ids = [...a.members, ...b.members].map((m) => m.id);
      const holders = fold([merge(1, a, b)]).filter((e) => e.members.some((m) => ids.includes(m.id)));
      expect(holders).toHaveLength(1);
      const [whole] = holders;
      expect(whole?.members.map((m) => m.id)).toEqual(expect.arrayContaining(ids));
      expect(new Set([whole?.id, ...(whole?.formerIds ?? [])])).toEqual(new Set([whole?.id, a.id, b.id]));
    }),
    RUNS,
  );
});

test("split parts stay apart", () => {
  fc.assert(
    fc.property(someReports, fc.nat(), (reports, pick) => {
      const fold = foldOf(reports);
      const shared = fold([]).filter((e) => e.members.length > 1);
      const event = shared[pick % Math.max(1, shared.length)];
      if (event === undefined) return;
      const [moved = "", ...rest] = event.members.map((m) => m.id);
      const split = decided(1, { kind: "split", event: event.id, claims: [moved] }, [event]);
      const holder = fold([split]).find((e) => e.members.some((m) => m.id === moved));
      expect(holder?.members.filter((m) => rest.includes(m.id))).toEqual([]);
    }),
    RUNS,
  );
});

test("undo restores the bytes, whatever was decided before; undo of the undo restores the decision's", () => {
  fc.assert(
    fc.property(someReports, someDeeds, (reports, deeds) => {
      const fold = foldOf(reports);
      const made: Decision[] = [];
      const shown: string[] = [JSON.stringify(fold([]))];
      for (const deed of deeds) {
        const next = decisionFor(made.length + 1, deed, fold(made));
        if (next === undefined) continue;
        made.push(next);
        shown.push(JSON.stringify(fold(made)));
      }
      const undos = made.toReversed().map((d, i) => decided(20 + i, { kind: "undo", decision: d.id }, []));
      undos.forEach((_, i) => {
        expect(JSON.stringify(fold([...made, ...undos.slice(0, i + 1)]))).toBe(shown[made.length - i - 1]);
      });
      const [first] = undos;
      if (first === undefined) return;
      const redo = decided(40, { kind: "undo", decision: first.id }, []);
      expect(JSON.stringify(fold([...made, first, redo]))).toBe(shown.at(-1));
    }),
    RUNS,
  );
});

test("one undo takes back a whole step", () => {
  fc.assert(
    fc.property(someReports, someDeeds, (reports, deeds) => {
      const fold = foldOf(reports);
      const before = fold([]);
      const step = deeds.flatMap((deed, i) => decisionFor(i + 1, deed, before) ?? []);
      const made = step.map((d) => ({ ...d, step: step[0]?.id ?? null }));
      const last = made.at(-1);
      if (last === undefined) return;
      const undo = decided(20, { kind: "undo", decision: last.id, step: true }, []);
      expect(JSON.stringify(fold([...made, undo]))).toBe(JSON.stringify(before));
    }),
    RUNS,
  );
});

test("what was accepted or edited is shown so, until it is undone", () => {
  fc.assert(
    fc.property(someReports, someDeeds, (reports, deeds) => {
      const fold = foldOf(reports);
      const before = fold([]);
      for (const [i, deed] of deeds.entries()) {
        const one = decisionFor(i + 1, deed, before);
        const [anchor] = one?.anchors ?? [];
        if (one === undefined || anchor === undefined) continue;
        const holder = fold([one]).find((e) => e.members.some((m) => m.id === anchor.claim));
        const claim = holder?.members.find((m) => m.id === anchor.claim);
        if (deed.kind === "accept") expect([claim?.judgement, holder?.judgement]).toEqual(["accepted", "accepted"]);
        if (deed.kind === "reject") expect(holder).toBeUndefined();
        if (deed.kind === "edit") expect(claim?.counts.killed).toEqual([4, 6]);
        if (deed.kind === "edit-event") expect(holder?.mode).toBeNull();
      }
    }),
    RUNS,
  );
});

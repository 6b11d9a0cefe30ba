import { type Action, type Anchor, DECISION_FORMAT, type Decision } from "@dateline/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "../../src/decision/settled.ts";

const claims = ["c-1", "c-2", "c-3"];
function decided(n: number, action: Action, over: readonly string[] = claims): Decision {
  const anchors = over.map(
    (claim): Anchor => ({ claim, report: "r", sha256: "", trigger: { start: 0, end: 1 }, words: "x" }),
  );
  return {
    format: DECISION_FORMAT,
    id: `D-${n}`,
    at: "2024-01-01T00:00:00.000Z",
    who: "Ada",
    why: null,
    action,
    anchors,
    before: null,
    step: null,
  };
}

const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .constantFrom("accept", "reject", "cant-tell")
    .map((kind): Action => ({ kind: kind as "accept", target: { claim: "c-1" } })),
  fc.constant<Action>({ kind: "merge", events: ["x", "y"] }),
  fc.constant<Action>({ kind: "split", event: "x", claims: ["c-2"] }),
  fc.constant<Action>({ kind: "edit", target: { claim: "c-1" }, field: "mode", value: null }),
  fc.constant<Action>({ kind: "same-as", what: "actor", a: "Ama", b: "Selu" }),
);

test("undo restores what was settled before; undo of the undo brings it back", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 5 }), action, (before, one) => {
      const earlier = before.map((a, i) => decided(i, a));
      const next = decided(10, one);
      const undo = decided(11, { kind: "undo", decision: "D-10" });
      const redo = decided(12, { kind: "undo", decision: "D-11" });
      const bare = (ds: readonly Decision[]): object => ({ ...settle(ds), bearing: null, undoneBy: null });
      expect(bare([...earlier, next, undo])).toEqual(bare(earlier));
      expect(bare([...earlier, next, undo, redo])).toEqual(bare([...earlier, next]));
    }),
    { numRuns: 500 },
  );
});

test("the last judgement of a claim wins", () => {
  const both = [
    decided(1, { kind: "reject", target: { claim: "c-1" } }, ["c-1"]),
    decided(2, { kind: "accept", target: { claim: "c-1" } }, ["c-1"]),
  ];
  expect(settle(both).judgements.get("c-1")).toBe("accepted");
});

test("names said to be the same come to one, through others too", () => {
  const same = (a: string, b: string): Action => ({ kind: "same-as", what: "actor", a, b });
  const { sameActor } = settle([
    decided(1, same("AQIM", "the GSPC"), []),
    decided(2, same("GSPC", "Salafist Group"), []),
  ]);
  expect(new Set(["aqim", "gspc", "salafist group"].map((n) => sameActor.get(n)))).toEqual(new Set(["aqim"]));
});

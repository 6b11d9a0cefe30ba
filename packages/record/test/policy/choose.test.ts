import type { CountRange, FieldValue, Policy } from "@dateline/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { choose } from "../../src/policy/choose.ts";

function killed(range: CountRange, said: string, ...origins: readonly string[]): FieldValue {
  return {
    content: { kind: "count", range },
    label: range.join("-"),
    origins,
    claims: [`c-${range.join("-")}`],
    firstSaid: said,
    lastSaid: said,
  };
}
const values = [
  killed([4, null], "2024-03-04", "a"),
  killed([5, 5], "2024-03-05", "b"),
  killed([9, 9], "2024-03-06", "c", "d"),
  killed([12, 12], "2024-03-05", "e"),
];
const independent = new Set(["a", "b", "c", "d", "e"]);

function chosen(policy: Policy, among: readonly FieldValue[] = values): string | undefined {
  return choose(policy, { field: "counts.killed", values: among, independent })?.label;
}

test("most-independent: those who are less precise stand behind the exact ones", () => {
  expect(chosen("most-independent")).toBe("9-9");
  expect(chosen("most-independent", values.slice(0, 2))).toBe("5-5");
});

test("acled-lowest takes the lowest reported number", () => {
  expect(chosen("acled-lowest")).toBe("4-");
  expect(chosen("acled-lowest", [killed([null, 9], "2024-03-05", "a"), killed([6, 6], "2024-03-05", "b")])).toBe("6-6");
});

test("latest takes what was said last", () => {
  expect(chosen("latest")).toBe("9-9");
});

test("median-of-origins counts each origin once, with its last number", () => {
  expect(chosen("median-of-origins")).toBe("9-9");
  expect(chosen("median-of-origins", [...values, killed([5, 5], "2024-03-07", "c")])).toBe("5-5");
});

test("ucdp-best-low-high gives three numbers, the best being a told one", () => {
  const best = choose("ucdp-best-low-high", { field: "counts.killed", values, independent });
  expect(best?.three).toEqual({ low: 4, best: 9, high: 12 });
});

test("each choice is a told value with its words, whatever the order they come in", () => {
  const value = fc
    .tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 5 }), fc.constantFrom("a", "b", "c"))
    .map(([low, more, day, o]) => killed([low, low + more], `2024-03-0${day}`, o));
  const some = fc.uniqueArray(value, { selector: (v) => v.label, minLength: 1, maxLength: 6 });
  const policies: readonly Policy[] = [
    "most-independent",
    "acled-lowest",
    "latest",
    "median-of-origins",
    "ucdp-best-low-high",
  ];
  fc.assert(
    fc.property(some, fc.constantFrom(...policies), (vs, policy) => {
      const straight = choose(policy, { field: "counts.killed", values: vs, independent });
      const turned = choose(policy, { field: "counts.killed", values: [...vs].reverse(), independent });
      expect(turned).toEqual(straight);
      expect(vs.some((v) => v.label === straight?.label && straight.claims.length > 0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

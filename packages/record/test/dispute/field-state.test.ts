import type { CountRange, FieldValue } from "@dateline/model";
import { expect, test } from "vitest";
import { fieldState } from "../../src/dispute/field-state.ts";

function killed(range: CountRange, said: string, ...origins: readonly string[]): FieldValue {
  return {
    content: { kind: "count", range },
    label: range.join("-"),
    origins,
    claims: ["c"],
    firstSaid: said,
    lastSaid: said,
  };
}

test("two numbers of one day are disputed; a higher one of a later day is an update", () => {
  expect(fieldState("counts.killed", [killed([7, 7], "2024-03-05", "a"), killed([9, 9], "2024-03-05", "b")])).toBe(
    "disputed",
  );
  expect(fieldState("counts.killed", [killed([7, 7], "2024-03-05", "a"), killed([9, 9], "2024-03-06", "b")])).toBe(
    "updated",
  );
  expect(fieldState("counts.killed", [killed([9, 9], "2024-03-05", "a"), killed([7, 7], "2024-03-06", "b")])).toBe(
    "disputed",
  );
});

test("one origin that corrects itself does not dispute with itself", () => {
  expect(fieldState("counts.killed", [killed([9, 9], "2024-03-05", "a"), killed([7, 7], "2024-03-06", "a")])).toBe(
    "updated",
  );
});

test("a less precise number is no dispute", () => {
  expect(fieldState("counts.killed", [killed([3, null], "2024-03-05", "a"), killed([5, 5], "2024-03-05", "b")])).toBe(
    "finer",
  );
  expect(fieldState("counts.killed", [killed([5, 5], "2024-03-05", "a")])).toBe("agreed");
});

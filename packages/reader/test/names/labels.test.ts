import { expect, test } from "vitest";
import { bestLabels } from "../../src/names/decode.ts";
import { BEGIN, INSIDE, kindOf, LABELS, LAST, labelOf, mayFollow, OUTSIDE, UNIT } from "../../src/names/labels.ts";

const person = (place: number): number => labelOf(0, place);

test("an open name must go on with its own kind", () => {
  expect(mayFollow(person(BEGIN), person(LAST))).toBe(true);
  expect(mayFollow(person(BEGIN), labelOf(1, LAST))).toBe(false);
  expect(mayFollow(person(BEGIN), OUTSIDE)).toBe(false);
  expect(mayFollow(OUTSIDE, person(INSIDE))).toBe(false);
  expect(mayFollow(person(UNIT), person(BEGIN))).toBe(true);
});

test("a label gives back its kind", () => {
  expect(kindOf(labelOf(2, LAST))).toBe("location");
});

test("the best row is well formed even where the best single labels are not", () => {
  const scores = new Float32Array(2 * LABELS);
  scores[person(BEGIN)] = 5;
  scores[LABELS + OUTSIDE] = 1;
  const labels = bestLabels(scores, 2, new Float32Array(LABELS * LABELS));
  expect([...labels]).toEqual([person(BEGIN), person(LAST)]);
});

test("without a score for a name everything is outside", () => {
  const scores = new Float32Array(3 * LABELS);
  for (let i = 0; i < 3; i++) scores[i * LABELS + OUTSIDE] = 1;
  expect([...bestLabels(scores, 3, new Float32Array(LABELS * LABELS))]).toEqual([0, 0, 0]);
});

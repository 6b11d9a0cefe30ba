import { describe, expect, test } from "vitest";
import { numberOf, ranged, sum } from "../../src/events/number-words.ts";

describe("numbers in words and digits", () => {
  test.each([
    ["1,700", 1700],
    ["twenty-five", 25],
    ["two hundred and fifty", 250],
    ["1.7 million", 1_700_000],
    ["three dozen", 36],
    ["12 thousand", 12_000],
  ])("%s is %d", (words, value) => expect(numberOf(words.split(" "))).toBe(value));

  test("a word that is no number gives none", () => expect(numberOf(["many"])).toBeNull());
});

describe("the words before a number move its ends", () => {
  test.each([
    ["more than", [21, null]],
    ["at least", [20, null]],
    ["up to", [null, 20]],
    ["as many as", [null, 20]],
    ["fewer than", [null, 19]],
    ["about", [20, 20]],
    ["said that", [20, 20]],
  ])("%s 20", (before, range) => expect(ranged(20, before)).toEqual(range));
});

test("a sum is open where one of its parts is", () => {
  expect(sum([1, 1], [3, null])).toEqual([4, null]);
  expect(sum([2, 2], [3, 3])).toEqual([5, 5]);
  expect(sum([16, null], [null, 3])).toEqual([16, null]);
  expect(sum([null, 5], [null, 3])).toEqual([null, 8]);
});

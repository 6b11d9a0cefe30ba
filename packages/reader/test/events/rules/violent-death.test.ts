import { expect, test } from "vitest";
import { claimLines } from "../claim-lines.ts";

const told = (text: string, word: string): boolean => claimLines(text).some((l) => l.startsWith(`ASSAULT [${word}]`));

test.each([
  ["Gunmen raided the mill. Two porters died at the gate.", "died"],
  ["Gunmen raided the mill. Two porters are dead.", "dead"],
  ["Gunmen raided the mill. The dead included two porters.", "dead"],
  ["Gunmen raided the mill. The clinic recorded five deaths.", "deaths"],
  ["Gunmen raided the mill. One of the porters is missing.", "missing"],
])("%s [%s] is an assault", (text, word) => {
  expect(told(text, word)).toBe(true);
});

test.each([
  ["Two porters died at the gate.", "died"],
  ["The ferry sank in a storm. Two porters are dead.", "dead"],
  ["The fever spread. The clinic recorded five deaths.", "deaths"],
  ["Gunmen raided the mill. Two porters died of thirst.", "died"],
  ["One of the keys is missing.", "missing"],
])("%s [%s] is none", (text, word) => {
  expect(told(text, word)).toBe(false);
});

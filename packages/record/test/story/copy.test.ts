import { expect, test } from "vitest";
import { copyKind, isCopy } from "../../src/story/copy.ts";
import { containment, shingles, sketch } from "../../src/story/shingles.ts";

const wire = `Rebels attacked the garrison at Orim before dawn on Friday and held its gate for two hours, the army said in a statement.
Eleven soldiers were wounded and three vehicles burnt. Colonel Sira Kone told reporters that reinforcements had come from Tessi.
Residents heard helicopters until noon. The front, which signed a truce in May, has not spoken of the attack. Markets stayed shut.`;
const rewritten = `An army post in Orim came under rebel fire early on Friday, leaving eleven soldiers hurt, according to Colonel Sira Kone.
People in the town spoke of helicopters overhead for most of the morning. It is the first such raid since the truce of last May.`;

function copies(a: string, b: string): boolean {
  return isCopy(shingles(a), shingles(b));
}

test("edits, cuts, other headlines and scanning faults leave a copy a copy", () => {
  expect(
    copies(wire, `Garrison attacked\n${wire.replace("Eleven", "Twelve").replace("until noon", "all morning")}`),
  ).toBe(true);
  expect(copies(wire, wire.split("\n").slice(0, 2).join(" "))).toBe(true);
  const scanned = wire
    .split(" ")
    .map((w, i) => (i % 11 === 5 ? `${w.slice(0, -1)}1` : w))
    .join(" ");
  expect(copies(wire, scanned)).toBe(true);
});

test("a story rewritten by another outlet is no copy", () => {
  expect(copies(wire, rewritten)).toBe(false);
});

test("two short alerts are copies only where nearly all is shared", () => {
  expect(
    copies("Blast heard in central Orim, police on the way", "Blast heard in central Orim, police on the way."),
  ).toBe(true);
  expect(
    copies("Blast heard in central Orim, police on the way", "Blast heard in central Orim, mayor calls for calm"),
  ).toBe(false);
});

test("what a copy is to the first text", () => {
  const first = shingles(wire);
  expect(copyKind(shingles(wire.toUpperCase()), first)).toBe("same");
  expect(copyKind(shingles(wire.slice(0, 190)), first)).toBe("excerpt");
  expect(copyKind(shingles(`${wire} ${rewritten}`), first)).toBe("extended");
  expect(copyKind(shingles(wire.replace("three vehicles burnt", "a lorry lost")), first)).toBe("edited");
});

test("an excerpt shares the sketch of the long text it is from", () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ");
  const part = Array.from({ length: 200 }, (_, i) => `word${i + 300}`).join(" ");
  const whole = new Set(sketch(shingles(long)));
  const shared = sketch(shingles(part)).filter((h) => whole.has(h));
  expect(shared.length).toBe(sketch(shingles(part)).length);
  expect(containment(shingles(part), shingles(long))).toBe(1);
});

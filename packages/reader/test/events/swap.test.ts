import { describe, expect, test } from "vitest";
import { read } from "./claim-lines.ts";

/** What is read without the names: type, trigger, status, how many do it and suffer it. */
function shape(text: string): readonly string[] {
  const reading = read(text);
  return reading.claims.map((c) => {
    const trigger = reading.report.text.slice(c.trigger.start, c.trigger.end);
    return `${c.type} ${trigger} ${c.status} ${c.agents.length} > ${c.targets.length}`;
  });
}

const SENTENCES: readonly ((who: string, whom: string) => string)[] = [
  (who, whom) => `On Tuesday, ${who} killed three ${whom} near the border.`,
  (who, whom) => `Four ${whom} were wounded in an attack by ${who}, police said.`,
  (who, whom) => `The ${who} denied that they had shelled the ${whom}.`,
  (who, whom) => `The mayor accused the ${who} of abducting two ${whom}.`,
];

describe("nothing flips with a loaded word", () => {
  test.each([
    ["militants", "fighters"],
    ["rebels", "soldiers"],
    ["insurgents", "gunmen"],
    ["terrorists", "militiamen"],
  ])("%s or %s", (a, b) => {
    for (const sentence of SENTENCES) expect(shape(sentence(b, "farmers"))).toEqual(shape(sentence(a, "farmers")));
  });
});

describe("nothing flips with a state", () => {
  const told = (a: string, b: string): string =>
    `${a} said on Monday that ${b} had bombed a village. ${b} denied it and urged ${a} to release two pilots.`;
  test.each([
    ["France", "Turkey", "Iran", "Israel"],
    ["Russia", "Ukraine", "China", "Japan"],
    ["Sudan", "Chad", "Kenya", "Somalia"],
  ])("%s and %s, %s and %s", (a, b, c, d) => expect(shape(told(c, d))).toEqual(shape(told(a, b))));
});

import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

/** The text with its names marked as `[Parly]{person}`. */
function marked(text: string): string {
  let out = "";
  let at = 0;
  for (const { start, end, kind } of reader.analyse({ text }, "names").names) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]{${kind}}`;
    at = end;
  }
  return out + text.slice(at);
}

function expectNames(expected: string): void {
  expect(marked(expected.replace(/\[([^[\]]+)\]\{\w+\}/g, "$1"))).toBe(expected);
}

test("a person's title stays outside of the name", () => {
  expectNames("[Mali]{location}'s president, Col. [Assimi Goita]{person}, met Prime Minister [Choguel Maiga]{person} on Tuesday.");
});

test("'May' is a month or a surname by its company", () => {
  expectNames("[Theresa May]{person} spoke in [London]{location} on 4 May.");
  expectNames("The attack in May killed six people.");
});

test("a common word at the start of a sentence is no name", () => {
  expectNames("Gunmen attacked the market. Residents fled to the bush.");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const resources = loadResources();
const reader = createReader(resources);

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
  expectNames(
    "[Mali]{location}'s president, Col. [Moussa Togola]{person}, met Prime Minister [Adama Sanogo]{person} on Tuesday.",
  );
});

test("an armed group with 'in the' is one name; its short form in brackets is another", () => {
  expectNames(
    "[Yahia Boulemsane]{person} led [al-Qaida in the Islamic Maghreb]{organization} ([AQIM]{organization}) in [Algeria]{location}.",
  );
  expectNames("[Wagner]{organization} fighters were seen in [Algeria]{location}.");
});

test("Arabic, Sahelian, Slavic and East Asian names are persons", () => {
  expectNames("[Abu Talha al-Hadrami]{person} died in [Idlib]{location}, said [Khaled el Fassi]{person}.");
  expectNames("[Hamidou Sawadogo]{person} and [Oleksandr Kovalenko]{person} spoke to [Han Jae-won]{person}.");
});

test("demonyms are groups; the country is a place", () => {
  expectNames("Two [Malian]{group} soldiers and a [Tuareg]{group} trader were killed in [Mali]{location}.");
});

test("'May' is a month or a surname by its company", () => {
  expectNames("[Theresa May]{person} spoke in [London]{location}.");
  expectNames("The attack in May killed six people.");
});

test("the article belongs to The Hague, not to the Sahel", () => {
  expectNames("He was sent to [The Hague]{location} on Monday.");
  expectNames("Troops left the [Sahel]{location} last year.");
});

test("a common word at the start of a sentence is no name", () => {
  expectNames("Gunmen attacked the market. Residents fled to the bush. However, nobody was hurt.");
});

test("a military unit and a ministry are organizations", () => {
  expectNames("The [82nd Airborne Division]{organization} trains there.");
  expectNames("The [Ministry of Defence]{organization} in [Kyiv]{location} said so.");
});

test("a headline in capitals has names too", () => {
  expectNames("GUNMEN KILL 9 IN [NIGERIA]{location}");
});

test("names are in text order, do not overlap and lie on their tokens", () => {
  const words = ["Mali", "the", "Abu", "Bakr", "al-Sadr", "said", "UN", "of", ",", ".", "“", "Mr.", "\n", "42", "Koro"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (some) => {
      const text = some.join(" ");
      const { names, tokens } = reader.analyse({ text }, "names");
      let at = 0;
      for (const name of names) {
        expect(name.start).toBeGreaterThanOrEqual(at);
        expect(name.start).toBe(tokens[name.from]?.start);
        expect(name.end).toBe(tokens[name.to - 1]?.end);
        at = name.end;
      }
    }),
    { numRuns: 60 },
  );
});

test("without weights there are no names and no failure", () => {
  const bare = createReader({ ...resources, weights: {} });
  expect(bare.analyse({ text: "Mali" }, "names").names).toEqual([]);
});

test("the same text gives the same names", () => {
  const text = "Gen. Abdourahamane Tiani seized power in Niger; Tiani's men hold Niamey.";
  expect(marked(text)).toBe(marked(text));
});

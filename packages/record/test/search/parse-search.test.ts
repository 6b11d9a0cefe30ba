import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch } from "../../src/index.ts";

const countryOf = (name: string): string | undefined => (name === "mali" ? "ML" : undefined);

test("words, phrases, negation and fields with alternatives are read", () => {
  expect(parseSearch('killed in:Mali,"Burkina Faso" -says:Parly "army base" status:denied', countryOf)).toEqual([
    { kind: "word", word: "killed", negated: false },
    { kind: "facet", anyOf: [["in:mali"], ["land:ml"], ["in:burkina", "in:fasu"]], negated: false },
    { kind: "facet", anyOf: [["says:parli"]], negated: true },
    { kind: "phrase", words: ["army", "base"], negated: false },
    { kind: "facet", anyOf: [["status:denied"]], negated: false },
  ]);
});

test("numbers, dates and flags are read", () => {
  expect(parseSearch("origins:>=2 killed:5 since:2020-05 said-until:2020-06-05 is:disputed")).toEqual([
    { kind: "number", field: "origins", is: ">=", than: 2, negated: false },
    { kind: "number", field: "killed", is: "=", than: 5, negated: false },
    { kind: "date", field: "since", day: "2020-05", negated: false },
    { kind: "date", field: "said-until", day: "2020-06-05", negated: false },
    { kind: "flag", flag: "disputed", negated: false },
  ]);
});

test("a hyphen inside a name negates nothing, and empty words are left out", () => {
  expect(parseSearch("the al-Qaida")).toEqual([
    { kind: "word", word: "al", negated: false },
    { kind: "word", word: "qaida", negated: false },
  ]);
});

test.each([
  ["kiled:5", "at character 1: there is no field kiled"],
  ["army origins:many", "at character 6: origins: wants a number"],
  ["since:yesterday", "since: wants a date like"],
  ["status:maybe", "status:maybe is none of happened"],
  ["is:odd", "is:odd is none of disputed"],
  ["says:", "says: has no value"],
  ['army "base', 'at character 6: a quotation mark " is not closed'],
])("%s is refused with the place and what would do", (text, message) => {
  expect(() => parseSearch(text)).toThrow(message);
});

test("whatever is typed is read or refused by name, never anything else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        parseSearch(text);
      } catch (error) {
        expect(error).toMatchObject({ code: "search/query" });
      }
    }),
  );
});

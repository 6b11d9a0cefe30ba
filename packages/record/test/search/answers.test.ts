import type { RecordEvent } from "@dateline/model";
import { expect, test } from "vitest";
import { claimAnswers, eventAnswers, foundWords, parseSearch } from "../../src/index.ts";
import type { MadeReport } from "../made-reading.ts";
import { eventsOf } from "../made-record.ts";

const report: MadeReport = {
  id: "a",
  publisher: "Kalo Times",
  published: "2024-03-05",
  text: "Ménaka Front gunmen killed nine traders in Orim on 2024-03-04, Sira Kone told Reuters.",
  claims: [
    {
      trigger: "killed",
      type: "ASSAULT",
      agents: ["Ménaka Front gunmen"],
      targets: ["traders"],
      place: { name: "Orim", country: "ML" },
      time: { words: "2024-03-04", earliest: "2024-03-04" },
      says: ["Sira Kone", "Reuters"],
      counts: { killed: [9, 9] },
    },
  ],
};
const [event] = eventsOf([report]) as readonly [RecordEvent];
const [claim] = event.members;
const land = (name: string): string | undefined => (name === "mali" ? "ML" : undefined);

function answers(text: string): boolean {
  const search = parseSearch(text, land);
  return claim !== undefined && claimAnswers(search, claim) && eventAnswers(search, event);
}

test.each([
  "killing",
  '"nine traders"',
  "in:Mali",
  "in:Orim type:assault",
  "by:Menaka to:traders",
  "actor:gunmen",
  "says:Kone via:Reuters",
  'says:"Sirra Konee"',
  "via:Kalo,Reuters",
  "killed:>=9 killed:<10",
  "origins:1 reports:<=1",
  "since:2024-03 until:2024",
  "said-since:2024-03-05 said-until:2024-03",
  "-status:denied -is:denied",
  "konee",
  "",
])("%s is answered", (text) => expect(answers(text)).toBe(true));

test.each([
  "wounded",
  '"traders nine"',
  "in:Niger",
  "by:traders",
  "to:gunmen",
  "says:Reuters",
  "via:Kone",
  "killed:>9",
  "injured:>=1",
  "origins:>=2",
  "until:2024-03-03",
  "since:2024-03-05",
  "said-until:2024-03-04",
  "-killed",
  "is:denied",
  "report:b",
])("%s is not", (text) => expect(answers(text)).toBe(false));

test("the words that answer are marked in any of their forms and spellings", () => {
  const text = "Gunmen of the Ménaka Front killed traders.";
  const marks = foundWords(parseSearch("kill by:Menakka -traders"), text);
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(["Ménaka", "killed"]);
});

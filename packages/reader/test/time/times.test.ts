import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

/** `words → TIMEX value → EDTF value` of each time. */
function timesIn(text: string, published: string | null = "2020-06-05"): readonly (readonly (string | null)[])[] {
  const { times } = reader.analyse({ text, published }, "time");
  return times.map((t) => [text.slice(t.start, t.end), t.timex, t.value]);
}

describe("a report of Friday 5 June 2020", () => {
  test.each<[string, string, string | null, string | null]>([
    ["Soldiers shot a driver on Thursday.", "Thursday", "2020-06-04", "2020-06-04"],
    ["The court will rule on Thursday.", "Thursday", "2020-06-11", "2020-06-11"],
    ["The two sides plan to meet Monday.", "Monday", "2020-06-08", "2020-06-08"],
    ["A mortar hit the market on Friday.", "Friday", "2020-06-05", "2020-06-05"],
    ["He was seen last Friday.", "last Friday", "2020-05-29", "2020-05-29"],
    ["Rebels took the bridge on June 3.", "June 3", "2020-06-03", "2020-06-03"],
    ["Rebels took the bridge on 25 December.", "25 December", "2019-12-25", "2019-12-25"],
    ["Voters will go to the polls on 25 December.", "25 December", "2020-12-25", "2020-12-25"],
    ["They fled in late May.", "late May", "2020-05", "2020-05"],
    ["They fled earlier this week.", "earlier this week", "2020-W23", "2020-06-01/2020-06-07"],
    ["They fled two days ago.", "two days ago", "2020-06-03", "2020-06-03"],
    ["They fled almost six months ago.", "almost six months ago", "2019-12", "2019-12"],
    ["They fled in the summer of 2014.", "the summer of 2014", "2014-SU", "2014-06-01/2014-08-31"],
    ["They fled in the 1990s.", "the 1990s", "199", "1990-01-01/1999-12-31"],
    ["They fled in the late 1970s.", "the late 1970s", "197", "1975/1979"],
    ["They have fought since 2013.", "2013", "2013", "2013/.."],
    ["They held the town until 2013.", "2013", "2013", "/2013"],
    ["They have fought for more than seven years.", "more than seven years", "P7Y", "2013/2020-06-05"],
    ["They fought for two days.", "two days", "P2D", null],
    ["A bomb went off at 10:35 a.m. Thursday.", "10:35 a.m. Thursday", "2020-06-04T10:35", "2020-06-04T10:35:00"],
    ["It fell on the night of 12 January.", "the night of 12 January", "2020-01-12TNI", "2020-01-12"],
    ["Patrols leave every Friday.", "every Friday", "XXXX-WXX-5", null],
    ["Patrols leave daily.", "daily", "P1D", null],
    ["The army now holds the road.", "now", "PRESENT_REF", null],
    ["It began on 10 Ramadan 1441.", "10 Ramadan 1441", "2020-05-03", "2020-05-03"],
    ["It began on 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11", "1979-02-11"],
    ["It began after Eid al-Fitr.", "Eid al-Fitr", "2020-05-24", "2020-05-24/2020-05-26"],
    ["It began in the third quarter of 2013.", "the third quarter of 2013", "2013-Q3", "2013-07-01/2013-09-30"],
    ["They met from 3 to 5 June.", "3 to 5 June", "2020-06-03", "2020-06-03/2020-06-05"],
    ["They met on May 3-5.", "May 3-5", "2020-05-03", "2020-05-03/2020-05-05"],
    ["They met at Christmas 2018.", "Christmas 2018", "2018-12-25", "2018-12-25"],
    ["They met on Nowruz 2019.", "Nowruz 2019", "2019-03-21", "2019-03-21"],
    ["They met on Diwali 2018.", "Diwali 2018", "2018-11-07", "2018-11-07"],
    ["The two men could be found Wednesday in the town.", "Wednesday", "2020-06-03", "2020-06-03"],
    ["The court gave the bank until Tuesday to pay.", "Tuesday", "2020-06-09", "2020-06-09"],
    ["The war of August 2015 was over. Rebels who fled on Aug. 2 came home.", "Aug. 2", "2019-08-02", "2019-08-02"],
    ["The budget grew in fiscal 2019.", "fiscal 2019", "2019", "2019"],
  ])("%s", (text, words, timex, value) => {
    expect(timesIn(text)).toContainEqual([words, timex, value]);
  });

  test("what is told from the date before is counted from it", () => {
    const text = "On 10 March 2015 gunmen raided a farm. Two days later they left. That morning it rained.";
    expect(timesIn(text).map((t) => t[1])).toEqual(["2015-03-10", "2015-03-12", "2015-03-12TMO"]);
  });

  test("a month told after a month with its year shares it, a later report's own month does not", () => {
    expect(timesIn("In March 2012 rebels rose. In April they took the north.").map((t) => t[1])).toEqual([
      "2012-03",
      "2012-04",
    ]);
    expect(timesIn("In March 2012 rebels rose.\n\nIn April a mine killed two.").map((t) => t[1])).toEqual([
      "2012-03",
      "2020-04",
    ]);
  });

  test("both ends of a range carry the stretch", () => {
    expect(timesIn("He ruled between 2013 and 2015.").map((t) => t[2])).toEqual(["2013/2015", "2013/2015"]);
    expect(timesIn("He ruled in 2013 and 2015.").map((t) => t[2])).toEqual(["2013", "2015"]);
  });
});

describe("a report without a date", () => {
  test("keeps relative dates open, says so and guesses no year", () => {
    const text = "On 26 December, two weeks ago, shells fell. On Friday they stopped. In 2016 it was calm.";
    const doc = reader.analyse({ text }, "time");
    expect(doc.times.map((t) => [t.timex, t.value])).toEqual([
      ["XXXX-12-26", "XXXX-12-26"],
      [null, null],
      ["XXXX-WXX-5", null],
      ["2016", "2016"],
    ]);
    expect(doc.notes.map((n) => n.code)).toEqual(["no-date"]);
  });

  test("takes it from the dateline or from a line that tells it", () => {
    const dateline = reader.analyse({ text: "BAMAKO, 5 June 2020 (AFP) — Two soldiers died on Wednesday." }, "time");
    expect([dateline.report.published, dateline.report.publishedFrom]).toEqual(["2020-06-05", "dateline"]);
    expect(dateline.times.at(-1)?.timex).toBe("2020-06-03");
    const letter = reader.analyse(
      { text: "Relief network condemns attack\n\nGoma, 14 March 2023\n\nA driver died." },
      "time",
    );
    expect([letter.report.published, letter.report.publishedFrom]).toEqual(["2023-03-14", "text"]);
    const agency = reader.analyse({ text: "MINSK, 16 August 2020 (Lakeside Wire) - Thousands marched." }, "time");
    expect(agency.report.published).toBe("2020-08-16");
    const told = reader.analyse({ text: "The army attacked Goma, 14 March 2023 being the day of the vote." }, "time");
    expect(told.report.published).toBe(null);
    const line = reader.analyse({ text: "Published: June 5, 2020\n\nTwo soldiers died on Wednesday." }, "time");
    expect([line.report.published, line.report.publishedFrom]).toEqual(["2020-06-05", "text"]);
  });

  test("does not take it from the story", () => {
    const doc = reader.analyse({ text: "Two soldiers died on June 5, 2020 near the border." }, "time");
    expect(doc.report.published).toBeNull();
  });

  test("needs no note where nothing depends on the date", () => {
    expect(reader.analyse({ text: "It happened in May 2016." }, "time").notes).toEqual([]);
  });
});

test("resolved times depend on nothing but the text and its date", () => {
  const input = { text: "On Friday, two days ago and next month they met.", published: "2020-06-05" };
  const zone = process.env.TZ;
  const first = JSON.stringify(reader.analyse(input, "time").times);
  process.env.TZ = "Pacific/Kiritimati";
  expect(JSON.stringify(reader.analyse(input, "time").times)).toBe(first);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("no text makes it throw, and every time has its words", () => {
  const word = fc.constantFrom(
    "May",
    "3",
    "Friday",
    "last",
    "the",
    "year",
    "2013",
    "-",
    "ago",
    "two",
    "of",
    "to",
    "p.m.",
    "10",
    ",",
    "\n\n",
    "’",
    "early",
    "quarter",
    "first",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(" ");
      for (const t of reader.analyse({ text, published: "2020-06-05" }, "time").times) {
        expect(t.start).toBeLessThan(t.end);
        expect(text.slice(t.start, t.end).trim()).not.toBe("");
      }
    }),
    { numRuns: 200 },
  );
});

test("a hostile text takes time in proportion to its length", () => {
  const text = "last ".repeat(40_000);
  const started = performance.now();
  reader.analyse({ text: text.slice(0, 100_000) }, "time");
  const half = performance.now() - started;
  const again = performance.now();
  reader.analyse({ text }, "time");
  expect(performance.now() - again).toBeLessThan(half * 6 + 500);
});

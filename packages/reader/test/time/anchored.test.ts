import { afterEach, expect, test, vi } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());
const read = (text: string, published: string | null = "2020-06-05") => reader.read({ text, published });

/** The value of the claim whose trigger is these words, at their last occurrence. */
function timeOf(text: string, words: string): string | null | undefined {
  const start = text.lastIndexOf(words);
  const claim = read(text).claims.find((c) => c.trigger.start === start);
  expect(claim, `${words} in: ${text}`).toBeDefined();
  return claim?.time?.value;
}

test("'the day after the attack' is counted from the attack told elsewhere", () => {
  const text = "Gunmen attacked the market in Gao on 28 May. The day after the attack, soldiers sealed the town.";
  expect(timeOf(text, "sealed")).toBe("2020-05-29");
  const told = read(text).times.find((t) => t.value === "2020-05-28");
  const counted = read(text).times.find((t) => t.value === "2020-05-29");
  expect(counted?.anchor).toBe(told?.id);
  const claim = read(text).claims.find((c) => c.time?.value === "2020-05-29");
  expect(claim?.notes.join()).toContain("counted from that of “attack”");
  expect(claim?.evidence.time).toHaveLength(1);
});

test("before, after and into are told apart", () => {
  const vote = "The vote was held on 10 May 2019. Two days before the vote, police arrested the candidate.";
  expect(timeOf(vote, "arrested")).toBe("2019-05-08");
  expect(timeOf(vote.replace("before", "after"), "arrested")).toBe("2019-05-12");
  const week = "The offensive began on 2 May. A week into the offensive, rebels took the port.";
  expect(timeOf(week, "took")).toBe("2020-05-09");
});

test("hours after a blast are the same day", () => {
  const text = "A blast killed four people on Monday. Hours after the blast, police arrested a man.";
  expect(timeOf(text, "arrested")).toBe("2020-06-01");
});

test("'since the coup' opens to the end", () => {
  const text = "The army seized power in a coup on 3 March 2019. Since the coup, 300 people have been killed.";
  expect(timeOf(text, "killed")).toBe("2019-03-03/..");
});

test("a clause points back as a noun does", () => {
  const text = "Rebels took the town on 1 April. Six weeks after rebels took the town, the army bombed it.";
  expect(timeOf(text, "bombed")).toBe("2020-05-13");
  expect(timeOf(text, "took")).toBe("2020-04-01");
});

test("a happening that no claim tells is found by a date beside its word", () => {
  const text = "The king died on 1 June. The day before his death, troops fired on a crowd.";
  expect(timeOf(text, "fired")).toBe("2020-05-31");
});

test("what is not told, told too coarsely or told of several stays open", () => {
  expect(timeOf("The day after the attack, soldiers sealed the town.", "sealed")).toBeUndefined();
  const coarse = "The minister resigned in May. A day after his resignation, police arrested him.";
  expect(timeOf(coarse, "arrested") ?? null).toBeNull();
  const several =
    "Rebels took Kidal on 2 May and Gao on 9 May. Two days after the attack on Gao, police arrested a man.";
  expect(timeOf(several, "arrested") ?? null).toBeNull();
  const another = "Gunmen attacked the market on 28 May. Two days after another attack, soldiers sealed the town.";
  expect(timeOf(another, "sealed") ?? null).toBeNull();
});

test("without a date of publication the distance stands open, and is counted once the date is set", () => {
  const text = "Gunmen attacked the market in Gao on Monday. Two days after the attack, soldiers sealed the town.";
  const valueIn = (published: string | null): string | null | undefined =>
    read(text, published).times.find((t) => text.slice(t.start, t.end) === "Two days")?.value;
  expect(valueIn(null)).toBeNull();
  expect(valueIn("2020-06-05")).toBe("2020-06-03");
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test("the machine's clock, zone and language change no time", () => {
  const text =
    "A bomb killed two on Friday night. Two days after the attack, on 10 Ramadan, police arrested a man. The vote is next week, at 2200 GMT on Eid al-Fitr.";
  const plain = JSON.stringify(read(text).times);
  for (const [now, zone, language] of [
    ["1999-12-31T23:59:59Z", "Pacific/Kiritimati", "ar_EG.UTF-8"],
    ["2038-01-19T03:14:08Z", "America/St_Johns", "fa_IR.UTF-8"],
    ["2024-02-29T12:00:00Z", "Asia/Kathmandu", "th_TH.UTF-8"],
  ] as const) {
    vi.useFakeTimers({ now: new Date(now) });
    vi.stubEnv("TZ", zone);
    vi.stubEnv("LANG", language);
    expect(JSON.stringify(createReader(loadResources()).read({ text, published: "2020-06-05" }).times)).toBe(plain);
  }
});

test("a text of nothing but hanging times is read in time that grows with its length", () => {
  const text = "Two days after the attack, the attack came. ";
  expect(() => read(text.repeat(400))).not.toThrow();
});

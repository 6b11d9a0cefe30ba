import { expect, test } from "vitest";
import { analyse, expectAttribution } from "./marked.ts";

test("a that-clause belongs to the subject of its verb of speech", () => {
  expectAttribution("[The mayor]{source} [said]{cue} [that the bridge was closed]{content}.");
});

test("a clause without 'that' is found too", () => {
  expectAttribution("[Two officers]{source} [said]{cue} [the town had fallen]{content}.");
});

test("what is said runs on over a second verb with its auxiliary, and ends before the speaker's own next word", () => {
  expectAttribution(
    "[The mayor]{source} [said]{cue} [that gunmen had entered the town and had killed two guards]{content}.",
  );
  expectAttribution(
    "[The clinic]{source} [said]{cue} [that it had received nine bodies and was treating 30 wounded]{content}.",
  );
  const text = "The mayor said that gunmen had entered the town and warned that more would come.";
  const [said] = analyse(text).attributions;
  expect(said?.content.map((c) => text.slice(c.start, c.end))).toEqual(["that gunmen had entered the town"]);
});

test("a quotation before the speaker is direct speech", () => {
  expectAttribution("[“We will rebuild the market,”]{content} [the mayor]{source} [said]{cue}.");
  const [a] = analyse("“We will rebuild the market,” the mayor said.").attributions;
  expect(a?.form).toBe("direct");
});

test("the speaker may come after the verb with an apposition", () => {
  expectAttribution(
    "[“We will rebuild the market,”]{content} [said]{cue} [Amina Diallo, the mayor of the town]{source}.",
  );
});

test("a quotation on both sides of the speaker is one content in two pieces", () => {
  expectAttribution(
    "[“The road is mined,”]{content} [the colonel]{source} [said]{cue}. [“Nobody should use it before Friday.”]{content}",
  );
});

test("an aside speaks for the whole sentence around it", () => {
  expectAttribution(
    "[The convoy]{content}, [Colonel Haddad]{source} [said]{cue}, [reached the camp on Monday]{content}.",
  );
});

test("a speaker at the end speaks for the sentence before", () => {
  expectAttribution("[Two soldiers died in the raid]{content}, [police]{source} [said]{cue} on Friday.");
});

test("'according to' names the source of its clause", () => {
  expectAttribution("[Two soldiers died in the raid]{content}, [according to]{cue} [the ministry]{source}.");
});

test("words in quotation marks inside a clause make the form mixed", () => {
  const [a] = analyse("The minister said the vote was “a farce from start to end” in three regions.").attributions;
  expect(a?.form).toBe("mixed");
});

test("a single word held at arm's length is nobody's speech", () => {
  expect(analyse("The so-called “council” met in a barn.").attributions).toEqual([]);
});

test("a quotation goes on over paragraphs that open without closing", () => {
  const text = "“We held the town for a week,” the captain said.\n\n“Then the shells came.\n\n“We had to leave.”";
  const [a] = analyse(text).attributions;
  expect(a?.content.map((s) => text.slice(s.start, s.end))).toEqual([
    "“We held the town for a week,”",
    "“Then the shells came",
    "“We had to leave.”",
  ]);
});

test("a new speaker takes the next quotation", () => {
  const text = "“We held the town,” the captain said.\n\n“They burned it,” a baker said.";
  expect(analyse(text).attributions.map((a) => text.slice(a.content[0]?.start, a.content[0]?.end))).toEqual([
    "“We held the town,”",
    "“They burned it,”",
  ]);
});

test("a statement after a colon goes on as long as it speaks in the first person", () => {
  const text =
    "The ambassador said:\n\nI condemn the attack on the convoy.\n\nMy thoughts are with the drivers.\n\nThe aid was meant for two villages.";
  const [a] = analyse(text).attributions;
  expect(text.slice(a?.content[0]?.start, a?.content[0]?.end)).toContain("two villages");
});

test("a passive of belief has no source", () => {
  const text = "The general is believed to be hiding in the hills.";
  const [a] = analyse(text).attributions;
  expect(a?.source).toBeNull();
  expect(text.slice(a?.cue?.start, a?.cue?.end)).toBe("is believed");
});

test("'reportedly' is an attribution without a source, 'slowly' is none", () => {
  expect(analyse("The general reportedly fled the city.").attributions[0]?.source).toBeNull();
  expect(analyse("The general slowly left the city.").attributions).toEqual([]);
});

test("a headline with a colon names its source", () => {
  const text = "Army: two rebels killed in border raid\n\nThe raid took place on Monday.";
  const [a] = analyse(text).attributions;
  expect(text.slice(a?.source?.start, a?.source?.end)).toBe("Army");
});

test("a headline may name its source at the end", () => {
  const text = "Two rebels killed in border raid: army\n\nThe raid took place on Monday.";
  const [a] = analyse(text).attributions;
  expect(text.slice(a?.source?.start, a?.source?.end)).toBe("army");
});

test("a topic before a colon is no source", () => {
  expect(analyse("Border conflict: two rebels killed in raid\n\nThe raid took place on Monday.").attributions).toEqual(
    [],
  );
});

test("a transcript gives each paragraph to the name before its colon", () => {
  const text = "The two met on the radio.\n\nMOREAU: We should talk to them.\n\nKANTE: We have nothing to say.";
  expect(analyse(text).attributions.map((a) => text.slice(a.source?.start, a.source?.end))).toEqual([
    "MOREAU",
    "KANTE",
  ]);
});

test("the way something was said is its channel", () => {
  expect(analyse("The minister wrote on Twitter that the siege had ended.").attributions[0]?.channel).toBe("Twitter");
  expect(analyse("The ministry said in a statement that the siege had ended.").attributions[0]?.channel).toBe(
    "statement",
  );
  expect(analyse("The ministry said on Monday that the siege had ended.").attributions[0]?.channel).toBeNull();
});

test("a noun of speech has its owner for a source", () => {
  expectAttribution("A doctor rejected [the general's]{source} [claim]{cue} [that his men had held fire]{content}.");
});

test("'said' in a text of nothing but cues does not hang or throw", () => {
  expect(() => analyse("he said ".repeat(3000))).not.toThrow();
  expect(() => analyse("“‘\"'".repeat(5000))).not.toThrow();
  expect(() => analyse("")).not.toThrow();
});

test("a verb that a headline's capitals hide is found, a plural noun is not taken for one", () => {
  const text = "Mayor Praises Border Truce\n\nThe truce began on Monday.";
  const [a] = analyse(text).attributions;
  expect(text.slice(a?.source?.start, a?.source?.end)).toBe("Mayor");
  expect(analyse("City Market Stalls Burn\n\nThe fire began on Monday.").attributions).toEqual([]);
});

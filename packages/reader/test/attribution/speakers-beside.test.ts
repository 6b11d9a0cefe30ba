import { expect, test } from "vitest";
import { analyse, expectAttribution } from "./marked.ts";

test("'as the mayor said' speaks for the rest of its sentence", () => {
  expectAttribution("As [the mayor]{source} [said]{cue}, [the two sides were close to a deal]{content}.");
  expectAttribution("[The race is over]{content}, as [the mayor]{source} [has said]{cue}, and he can rest.");
  expect(analyse("As the mayor spoke, the two sides were close to a deal.").attributions).toEqual([]);
});

test("a short quotation at the start of its sentence is speech", () => {
  expectAttribution('["Absolutely not,"]{content} [he]{source} [said]{cue} of the plan to sell the port.');
  expectAttribution('["But why now?"]{content} [a nurse]{source} [asked]{cue} him.');
});

test("'not' inside a quotation does not negate the cue beside it", () => {
  const [saying] = analyse('"Probably not," she said.').sayings?.filter((s) => s.kind === "says") ?? [];
  expect(saying?.negated).toBe(false);
  expect(analyse("She did not say who had fired.").sayings?.[0]?.negated).toBe(true);
});

test("what stands before a quotation in its sentence is said as well", () => {
  expectAttribution(
    '[Nothing the premier did "will calm the people in the camp,"]{content} [the senator]{source} [said]{cue}.',
  );
});

test("a sentence may open with its verb of speech", () => {
  expectAttribution('[Said]{cue} [Lena Poynter, who grew up there]{source}, ["We were all so proud of him."]{content}');
});

test("people close to somebody are the source, not the one they are close to", () => {
  expectAttribution("[The task is urgent]{content}, [people close to the premier]{source} [say]{cue}.");
});

test("what somebody was asked is no part of the answer", () => {
  expectAttribution("Asked on state radio who ran the town now, [he]{source} [said]{cue} [Colonel Musa]{content}.");
  expectAttribution("Asked if he had been threatened, [the judge]{source} [said]{cue} [no]{content}.");
});

test("a clause ends before the next verb of its speaker", () => {
  const text = 'Moreau said the members will still meet for tea, but said, "It is over."';
  expect(analyse(text).attributions.map((a) => text.slice(a.content[0]?.start, a.content[0]?.end))).toEqual([
    "the members will still meet for tea",
    '"It is over."',
  ]);
});

test("a clause without 'that' may start after a day", () => {
  expectAttribution(
    "[Nkosi]{source} also joined the debate, [announcing]{cue} on Tuesday [he would meet the strikers]{content}.",
  );
});

test("a verb of speech after a relative clause has the whole subject for a source", () => {
  expectAttribution(
    "[A new club, which calls itself a party]{source}, [argues]{cue} [that only a strike can win]{content}.",
  );
});

test("a headline in small letters has its verb found though the tagger took it for a plural", () => {
  const shown = (text: string): readonly string[] =>
    analyse(`${text}\n\nIt happened on Monday.`).attributions.map((a) =>
      [a.source, a.cue, ...a.content].map((s) => text.slice(s?.start, s?.end)).join(" | "),
    );
  expect(shown("Mayor slams press over flood reports")).toEqual(["Mayor | slams | press over flood reports"]);
  expect(shown("World Bank warns of slump")).toEqual(["World Bank | warns of | slump"]);
  expect(shown("Kano denies plan to join bloc")).toEqual(["Kano | denies | plan to join bloc"]);
  expect(shown("UN urges calm after vote")).toEqual(["UN | urges | calm after vote"]);
  expect(shown("Market stalls burn in port city")).toEqual([]);
});

test("a quotation that opens in one paragraph and closes in the next is one speech", () => {
  const said = (text: string): readonly string[] =>
    analyse(text).attributions.flatMap((a) => a.content.map((s) => text.slice(s.start, s.end)));
  expect(said("The mayor said: “We will stay.\n\nThe war has gone on for too long.”")).toEqual([
    "“We will stay",
    "The war has gone on for too long.”",
  ]);
  expect(said("The mayor said: « We will stay. »\n\nThe road is open.")).toEqual(["« We will stay. »"]);
});

test("a blow is no criticism, criticism of a plan is", () => {
  expect(analyse("Rebels attacked the town on Monday.").attributions).toEqual([]);
  expect(analyse("Guards released two prisoners.").attributions).toEqual([]);
  expectAttribution("[The senator]{source} [attacked]{cue} [the plan]{content}.");
  expectAttribution("[The ministry]{source} [released]{cue} [the names of the dead]{content}.");
});

test("a video that somebody posted posts nothing", () => {
  const text = "A video posted online shows soldiers beating a man.";
  expect(analyse(text).attributions.map((a) => text.slice(a.cue?.start, a.cue?.end))).not.toContain("posted");
});

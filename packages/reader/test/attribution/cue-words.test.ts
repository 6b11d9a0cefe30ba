import { expect, test } from "vitest";
import { analyse, expectAttribution } from "./marked.ts";

test("the preposition before what is said belongs to the cue, 'that' to the content", () => {
  expectAttribution("[The chief]{source} [asked the minister about]{cue} [the missing grain]{content}.");
  expectAttribution("[The paper]{source} [reminded readers of]{cue} [the lost war]{content}.");
  expectAttribution("[Residents]{source} [are angry about]{cue} [the toll]{content}.");
  expectAttribution("[The chief]{source} [said]{cue} [that the grain was gone]{content}.");
});

test("whoever issues a statement says what it says, in one attribution", () => {
  expectAttribution("[The committee]{source} [issued a statement saying]{cue} [that the camp was full]{content}.");
  expectAttribution(
    "[The envoy]{source} [sent a letter to the council accusing]{cue} [the army of shelling the market]{content}.",
  );
  expectAttribution("[The bishop]{source} [used his sermon to call for]{cue} [a truce]{content}.");
  const text = "The committee issued a statement saying that the camp was full.";
  expect(analyse(text).attributions).toHaveLength(1);
  expect(analyse(text).attributions[0]?.channel).toBe("statement");
});

test("a letter that a paper prints is not the paper's word", () => {
  const text = "The Valley Star published a letter saying that the general had fled.";
  const said = analyse(text).attributions.find((a) => text.slice(a.cue?.start, a.cue?.end) === "saying");
  expect(text.slice(said?.source?.start, said?.source?.end)).toBe("a letter");
});

test("a nominal cue keeps its phrase though the verb that carries it stands before", () => {
  expectAttribution("[The union]{source} [expressed concern about]{cue} [the arrests]{content}.");
  expectAttribution("Then came [the judge's]{source} [order]{cue} [to release the film]{content}.");
});

test("the passive of a claim has its agent for a source and its subject for content", () => {
  expectAttribution("[The attack]{content} [was claimed]{cue} by [the Northern Front]{source}.");
  expectAttribution("[The move]{content} [was first reported]{cue} by [the Daily Star]{source}.");
});

test("a question is content whether or not 'whether' brings it in", () => {
  expectAttribution("The singer [was asked]{cue} [if she had ever been threatened]{content}.");
  expectAttribution("[Some traders]{source} [are uncertain]{cue} [whether the truce will hold]{content}.");
  expectAttribution("It [is unclear]{cue} [whether that means the army will leave]{content}.");
});

test("an infinitive is what is promised however far it stands", () => {
  expectAttribution(
    "[The mayor]{source} [promised]{cue} on Sunday at a rally in Goma [to end the night curfew]{content}.",
  );
});

import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";
import { namesData } from "../../src/names/index.ts";
import { BEGIN, LAST, labelOf } from "../../src/names/labels.ts";
import { stretches } from "../../src/names/stretch.ts";
import { viewOf } from "../../src/names/view.ts";
import { votesOf } from "../../src/names/votes.ts";

const resources = loadResources();
const reader = createReader({ ...resources, weights: {} });
const knowledge = namesData(resources);
const ORGANIZATION = 1;

/** Votes where the first reading found only the first stretch, as an organization. */
function votesAfterFirst(text: string) {
  const view = viewOf(reader.analyse({ text }, "sentences"), knowledge);
  const read = stretches(view).map((stretch, k) => {
    const labels = new Uint8Array(stretch.to - stretch.from);
    if (k === 0) {
      labels[0] = labelOf(ORGANIZATION, BEGIN);
      labels[labels.length - 1] = labelOf(ORGANIZATION, LAST);
    }
    return { stretch, labels };
  });
  return { view, votes: votesOf(view, read) };
}

test("a longer name that is found once is told of where it comes again, not of itself", () => {
  const { view, votes } = votesAfterFirst("the Blue Lantern grew and so did the young Blue Lantern of old.");
  const told = view.tokens.filter((_, i) => votes.phrases[i] !== 0).map((t) => t.start);
  expect(told).toEqual([43, 48]);
});

test("the acronym of a found name has its kind; other capitals have none", () => {
  const { view, votes } = votesAfterFirst("the Blue Lantern (BL) fought; men of the XQ fled.");
  const told = view.tokens.filter((_, i) => votes.acronyms[i] !== 0).map((t) => t.text);
  expect(told).toEqual(["BL"]);
  expect(votes.acronyms[view.tokens.findIndex((t) => t.text === "BL")]).toBe(1 + ORGANIZATION);
});

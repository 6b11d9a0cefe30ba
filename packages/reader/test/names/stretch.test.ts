import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";
import { namesData } from "../../src/names/index.ts";
import { stretches } from "../../src/names/stretch.ts";
import { viewOf } from "../../src/names/view.ts";

const resources = loadResources();
const reader = createReader({ ...resources, weights: {} });
const knowledge = namesData(resources);

function stretchesOf(text: string): readonly string[] {
  const doc = reader.analyse({ text }, "sentences");
  return stretches(viewOf(doc, knowledge)).map(({ from, to }) =>
    text.slice(doc.tokens[from]?.start, doc.tokens[to - 1]?.end),
  );
}

test("small words between capitals and particles before them belong to a stretch", () => {
  expect(stretchesOf("he joined the Front for the Liberation of the Enclave.")).toContain(
    "Front for the Liberation of the Enclave",
  );
  expect(stretchesOf("he met al-Sadr")).toEqual(["al-Sadr"]);
  expect(stretchesOf("the order of Han Jae-won stands")).toEqual(["Han Jae-won"]);
});

test("a comma ends a stretch, and small words alone are none", () => {
  expect(stretchesOf("in Gao, Mali")).toEqual(["Gao", "Mali"]);
  expect(stretchesOf("nobody came to the market that day")).toEqual([]);
});

test("a text all in capitals is cut into stretches of bounded length", () => {
  const long = "KORO BANDIAGARA MOPTI ".repeat(400);
  const doc = reader.analyse({ text: long }, "sentences");
  const found = stretches(viewOf(doc, knowledge));
  expect(found.length).toBeGreaterThan(3);
  expect(Math.max(...found.map(({ from, to }) => to - from))).toBeLessThanOrEqual(260);
});

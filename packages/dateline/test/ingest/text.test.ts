import { expect, test } from "vitest";
import { textReport } from "../../src/ingest/text.ts";

const BODY = "Troops left Gao.";

test("a short first line that stands alone is the title; the text stays whole", () => {
  const text = `Troops leave Gao\n\n${BODY}`;
  expect(textReport(text)).toEqual({ text, title: "Troops leave Gao" });
});

test("a first line that is a sentence, or runs into the next, is no title", () => {
  expect(textReport(`${BODY}\n\nThey left at dawn.`).title).toBeUndefined();
  expect(textReport(`Troops leave Gao\n${BODY}`).title).toBeUndefined();
});

test("a source line tells the publisher, at the head or at the foot", () => {
  expect(textReport(`${BODY}\n\nSource: Voice of America`).publisher).toBe("Voice of America");
  expect(textReport(`Source: Lake Radio\n\n${BODY}`).publisher).toBe("Lake Radio");
});

test("the agency of a dateline is the publisher where no source line is", () => {
  expect(textReport(`BAMAKO, Mali, 5 June 2020 (Lakeside Wire) - ${BODY}`).publisher).toBe("Lakeside Wire");
  expect(textReport(`BAMAKO (AFP) — ${BODY}\n\nSource: Lake Radio`).publisher).toBe("Lake Radio");
});

test("a bracket within a sentence is no agency", () => {
  expect(textReport(`The African Union (AU) - a bloc of 55 states - met in Gao.`).publisher).toBeUndefined();
  expect(textReport(`"The source: a man in Gao" was named.`).publisher).toBeUndefined();
});

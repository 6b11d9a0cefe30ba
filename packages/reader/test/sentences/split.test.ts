import fc from "fast-check";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

function sentences(text: string): readonly string[] {
  const doc = reader.analyse({ text }, "sentences");
  return doc.sentences.map((s) => text.slice(s.start, s.end));
}

function kinds(text: string): readonly string[] {
  return reader.analyse({ text }, "sentences").sentences.map((s) => s.kind);
}

test.each([
  ["He left. She stayed.", 2],
  ["Gen. Touré left the U.S. on Friday.", 1],
  ["He flew to the U.S. The army stayed.", 2],
  ["“Stop!” he shouted. “We are lost.” They ran.", 3],
  ["“Where is he?” asked the officer.", 1],
  ["George W. Bush spoke at 5 p.m. on Friday.", 1],
  ["They fled (some on foot.) Others died.", 2],
  ["Police said 3.5 tons were seized... The search goes on.", 2],
])("%s", (text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test("an empty line ends a paragraph, with or without an end mark", () => {
  const doc = reader.analyse({ text: "Army takes town\n\nThe army took the town. It left." }, "sentences");
  expect(doc.sentences.map((s) => s.paragraph)).toEqual([0, 1, 1]);
});

test("lines cut at a fixed width are one paragraph", () => {
  const line = "the soldiers who had been sent to the north of the country by the";
  expect(sentences(`Officials said that ${line}\n${line}\n${line}\n${line}\ngovernment left.`)).toHaveLength(1);
});

test("a dateline is a sentence of its own", () => {
  for (const start of ["BAMAKO, Mali (AP) —", "GAO, Mali, June 5 (Reuters) -", "(CNN) --", "NEW DELHI:", "LAGOS —"]) {
    expect(sentences(`${start} Gunmen killed five people on Friday.`)[0]).toBe(start);
    expect(kinds(`${start} Gunmen killed five people on Friday.`)).toEqual(["dateline", "text"]);
  }
});

test("a sentence that begins with a name has no dateline", () => {
  expect(kinds("Mali - which left the union - said no on Friday.")).toEqual(["text"]);
  expect(kinds("NATO said on Friday - again - that it would stay.")).toEqual(["text"]);
});

test("titles and bylines are told from text", () => {
  const text = "Gunmen kill five in Mopti\n\nBy Awa Diarra\n\nGunmen killed five people in Mopti on Friday.";
  expect(kinds(text)).toEqual(["heading", "credit", "text"]);
});

test("sentences cover all tokens in order", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "B", ".", " ", "\n", '"', "(", ")", "—", "7", "“", "!"), maxLength: 200 }),
      (text) => {
        const { tokens, sentences: found } = reader.analyse({ text }, "sentences");
        expect(found.flatMap((s) => tokens.slice(s.from, s.to)).length).toBe(tokens.length);
        for (const s of found) for (const t of tokens.slice(s.from, s.to)) expect(t.sentence).toBe(s.i);
      },
    ),
  );
});

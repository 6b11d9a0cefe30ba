import { expect, test } from "vitest";
import { hashOf } from "../../src/names/hash.ts";
import { CLASSES_MAGIC, classesOf, NO_CLASSES, readWordClasses } from "../../src/names/word-classes.ts";

/** A file of word classes with one word. */
function fileWith(word: string, narrow: number, wide: number): Uint8Array {
  const file = new Uint8Array(15);
  const view = new DataView(file.buffer);
  [CLASSES_MAGIC, 1, hashOf(word)].forEach((n, i) => {
    view.setUint32(4 * i, n, true);
  });
  view.setUint16(12, narrow, true);
  view.setUint8(14, wide);
  return file;
}

test("a word has the classes of its spelling, counted from 1", () => {
  const table = readWordClasses(fileWith("May", 300, 7));
  expect(classesOf(table, "May", "may")).toBe((8 << 16) | 301);
  expect(classesOf(table, "may", "may")).toBe(0);
});

test("a word that is not known with its capital has those of its small letters", () => {
  const table = readWordClasses(fileWith("border", 4, 2));
  expect(classesOf(table, "BORDER", "border")).toBe((3 << 16) | 5);
});

test("without a file no word has a class", () => {
  expect(readWordClasses(null)).toBe(NO_CLASSES);
  expect(classesOf(NO_CLASSES, "May", "may")).toBe(0);
});

test("a file of another form is refused", () => {
  expect(() => readWordClasses(new Uint8Array(8))).toThrow("word classes");
});

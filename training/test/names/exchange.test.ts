import { expect, test } from "vitest";
import { exchange } from "../../names/exchange.ts";

/** The text as numbers of words; the words in the order of their first coming. */
function numbered(text: string): { readonly ids: Int32Array; readonly words: readonly string[] } {
  const words: string[] = [];
  const ids = text.split(" ").map((w) => {
    if (w === ".") return -1;
    if (!words.includes(w)) words.push(w);
    return words.indexOf(w);
  });
  return { ids: Int32Array.from(ids), words };
}

const TEXT = [
  ". the dog barks . the cat sleeps . a dog sleeps . a cat barks",
  ". the fox barks . a fox sleeps . the dog sleeps . a cat sleeps . the cat barks .",
].join(" ");

test("words that stand in the same places come in one class, others do not", () => {
  const { ids, words } = numbered(TEXT);
  const classes = exchange({ ids, words: words.length }, 3, 20);
  const classOf = (word: string): number => classes[words.indexOf(word)] ?? -1;
  expect(classOf("dog")).toBe(classOf("cat"));
  expect(classOf("dog")).toBe(classOf("fox"));
  expect(classOf("the")).toBe(classOf("a"));
  expect(classOf("dog")).not.toBe(classOf("the"));
  expect(classOf("barks")).not.toBe(classOf("dog"));
});

test("the same text gives the same classes", () => {
  const { ids, words } = numbered(TEXT);
  const text = { ids, words: words.length };
  expect(exchange(text, 3, 20)).toEqual(exchange(text, 3, 20));
});

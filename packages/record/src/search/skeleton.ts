import { folded } from "../fold-text.ts";

const LETTERS: readonly (readonly [RegExp, string | ((letters: string) => string)])[] = [
  [/[^\p{L}\p{N}]+/gu, ""],
  [/tch/g, "ch"],
  [/dzh|dj/g, "j"],
  [/ck|q/g, "k"],
  [/ph/g, "f"],
  [/([kgdtbr])h/g, "$1"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/y/g, "i"],
  [/[aeiou]+/g, (vowels): string => VOWEL[vowels.charAt(0)] ?? vowels],
  [/(.)\1+/gu, "$1"],
  [/(?<=.)h$/, ""],
];

const VOWEL: Readonly<Record<string, string>> = { a: "a", e: "a", i: "i", o: "u", u: "u" };

/** Words of up to so many letters ("IS", "Gao") are only themselves. */
const SHORT = 3;

/**
 * What spellings of one name share: "Droukdel" and "Droukdal", "Mohamed" and "Muhammad", "Qaida" and "Qaeda",
 * "Zelensky" and "Zelenskyy". Letters that are written for one sound become one, runs of vowels become the first of them.
 */
export function skeleton(word: string): string {
  const bare = folded(word);
  if (bare.length <= SHORT) return bare;
  return LETTERS.reduce((w, [from, to]) => (typeof to === "string" ? w.replace(from, to) : w.replace(from, to)), bare);
}

import { sha256Hex } from "@dateline/model";
import { hash32 } from "./fold-text.ts";

/** Digits and capitals without look-alikes (no 0 1 I L O U). */
export const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The first `length` letters of a text's SHA-256 in base 30: the same text gives the same letters everywhere. */
export function lettersOf(text: string, length: number): string {
  let rest = BigInt(`0x${sha256Hex(text)}`);
  let letters = "";
  for (let i = 0; i < length; i += 1) {
    letters += LETTERS[Number(rest % 30n)];
    rest /= 30n;
  }
  return letters;
}

/** Like {@link lettersOf}, quicker and from fewer bits: for ids that are made for every claim, up to ten letters. */
export function quickLettersOf(text: string, length: number): string {
  let rest = hash32(text) * 0x10_0000 + (hash32(`~${text}`) & 0xf_ffff);
  let letters = "";
  for (let i = 0; i < length; i += 1) {
    letters += LETTERS[rest % 30];
    rest = Math.floor(rest / 30);
  }
  return letters;
}

import { sha256Hex } from "@dateline/model";

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

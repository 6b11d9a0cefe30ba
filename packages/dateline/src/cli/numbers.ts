import { InvalidArgumentError } from "commander";

/** A whole number above 0, as an option gives it. */
export function positive(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError("a whole number above 0 is wanted.");
  return n;
}

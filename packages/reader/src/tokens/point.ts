import { isCapital, isDigit, isLetter, isSpace } from "./characters.ts";
import type { Abbreviations } from "./lexicon.ts";

/** Whether the point right after the word `at`..`end` belongs to it: "Gen.", "U.S.", "J." */
export function takesPoint(
  text: string,
  { at, end }: { at: number; end: number },
  abbreviations: Abbreviations,
): boolean {
  if (text.charAt(end) !== "." || text.charAt(end + 1) === ".") return false;
  const word = text.slice(at, end);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (word.length === 1 && isCapital(text, at)) return isName(text, at, end);
  const kind = abbreviations.get(word);
  if (kind === undefined) return false;
  const next = nextAt(text, end + 1);
  if (kind === "number") return isDigit(text, next);
  if (kind === "state") return /,\s{0,2}$/.test(text.slice(Math.max(0, at - 3), at));
  if (kind === "day") return isDigit(text, next) || text.charAt(next) === ",";
  if (kind === "unit" || word === "c" || word === "b" || word === "d" || word === "v")
    return !startsSentence(text, next);
  return true;
}

// "J. Smith" and "George W. Bush", but "He and I. Then": an initial stands before a capital or another initial.
function isName(text: string, at: number, end: number): boolean {
  const next = nextAt(text, end + 1);
  if (text.charAt(at) === "I" && !/\p{Lu}\S{0,20} $/u.test(text.slice(Math.max(0, at - 22), at))) return false;
  return next < text.length && isLetter(text, next) && text.charAt(next) !== text.charAt(next).toLowerCase();
}

function startsSentence(text: string, next: number): boolean {
  return next >= text.length || (isLetter(text, next) && text.charAt(next) !== text.charAt(next).toLowerCase());
}

function nextAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 8 && isSpace(text, at)) at++;
  return at;
}

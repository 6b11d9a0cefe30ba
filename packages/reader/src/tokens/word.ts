import { isApostrophe, isCapital, isDigit, isLetter, width } from "./characters.ts";

/** No token is longer: bounds the work on hostile text. */
export const LONGEST = 256;

const DATE_OR_PHONE = /\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{2,4}|(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}/y;

/** The end of the word or number that starts at `at` (a letter or digit), before it is cut into its parts. */
export function wordEnd(text: string, at: number, prefixes: ReadonlySet<string>): number {
  const numberEnd = isDigit(text, at) ? dateOrPhoneEnd(text, at) : at;
  if (numberEnd > at) return numberEnd;
  let end = at;
  while (end < text.length && end - at < LONGEST) {
    if (isLetter(text, end) || isDigit(text, end) || text.charAt(end) === "_") end += width(text, end);
    else if (end > at && joins(text, at, { mark: end, prefixes })) end++;
    else break;
  }
  return end;
}

function dateOrPhoneEnd(text: string, at: number): number {
  DATE_OR_PHONE.lastIndex = at;
  if (!DATE_OR_PHONE.test(text)) return at;
  const end = DATE_OR_PHONE.lastIndex;
  return isLetter(text, end) || isDigit(text, end) || text.charAt(end) === "-" ? at : end;
}

/** Whether the mark inside a word belongs to it: "O'Brien", "U.S", "3,000", "9/11", "AT&T", "non-lethal". */
function joins(text: string, at: number, { mark, prefixes }: { mark: number; prefixes: ReadonlySet<string> }): boolean {
  const digits = isDigit(text, mark - 1) && isDigit(text, mark + 1);
  switch (text.charAt(mark)) {
    case "'":
    case "’":
    case "ʼ":
    case "`":
      return isLetter(text, mark - 1) && isLetter(text, mark + 1);
    case ".":
      return digits || isInitial(text, mark);
    case ",":
    case ":":
      return digits;
    case "/":
      return digits && isDigit(text, at);
    case "&":
      return isCapital(text, mark - 1) && isCapital(text, mark + 1);
    case "-":
      return isLetter(text, mark + 1) && prefixes.has(text.slice(at, mark).toLowerCase());
    default:
      return false;
  }
}

/** "U.S", "a.m": a point between letters, the one before it alone. */
function isInitial(text: string, mark: number): boolean {
  if (!isLetter(text, mark - 1) || !isLetter(text, mark + 1)) return false;
  const before = text.charAt(mark - 2);
  const alone = mark < 2 || !(isLetter(text, mark - 2) || isDigit(text, mark - 2) || isApostrophe(text, mark - 2));
  return (alone || before === ".") && !isLetter(text, mark + 2);
}

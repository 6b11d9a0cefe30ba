const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\p{Z}\p{Cc}\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Code units of the code point at `at` (1 or 2). */
export function width(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

/** Whether a letter or a mark on one stands at `at`. */
export function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return unit >= 128 && LETTER.test(text.slice(at, at + width(text, at)));
}

/** Whether a decimal digit of any script stands at `at`. */
export function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 48 && unit <= 57;
  return unit >= 128 && DIGIT.test(text.slice(at, at + width(text, at)));
}

/** Whether white space, a control or an invisible formatting character stands at `at`. */
export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit <= 32 || unit === 127;
  return SPACE.test(text.slice(at, at + width(text, at)));
}

/** Whether an apostrophe stands at `at`: straight, curly, modifier letter, or a grave accent used as one. */
export function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc || unit === 0x60;
}

/** Whether an ASCII capital stands at `at`. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 65 && unit <= 90;
}

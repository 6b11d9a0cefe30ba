import { addressEnd } from "./address.ts";
import { isDigit, isLetter, isSpace, width } from "./characters.ts";
import type { TokensData } from "./lexicon.ts";
import { markEnd } from "./mark.ts";
import { cutsOf } from "./parts.ts";
import { takesPoint } from "./point.ts";
import { wordEnd } from "./word.ts";

/** Gives each token's start and end, from left to right. */
export function tokenSpans(text: string, data: TokensData, give: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    if (isSpace(text, at)) at += width(text, at);
    else at = readOne(text, at, { data, give });
  }
}

interface Scan {
  readonly data: TokensData;
  readonly give: (start: number, end: number) => void;
}

function readOne(text: string, at: number, scan: Scan): number {
  const address = mayBeAddress(text, at) ? addressEnd(text, at) : at;
  if (address > at) return one(at, address, scan);
  if (!isLetter(text, at) && !isDigit(text, at)) return one(at, markEnd(text, at), scan);
  const end = wordEnd(text, at, scan.data.prefixes);
  if (takesPoint(text, { at, end }, scan.data.abbreviations)) return one(at, end + 1, scan);
  if (text.charAt(end) === "$" && /^[A-Z]{1,3}$/.test(text.slice(at, end))) return one(at, end + 1, scan);
  return inParts(text, { at, end }, scan);
}

function mayBeAddress(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 64 || unit === 35) return true;
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  const fresh = before <= 32 || "<([{\"“'‘:/=".includes(text.charAt(at - 1)) || before > 127;
  return fresh && (isLetter(text, at) || isDigit(text, at));
}

function inParts(text: string, { at, end }: { at: number; end: number }, { data, give }: Scan): number {
  let from = at;
  for (const cut of cutsOf(text.slice(at, end), data.cuts)) {
    give(from, at + cut);
    from = at + cut;
  }
  give(from, end);
  return end;
}

function one(start: number, end: number, { give }: Scan): number {
  give(start, end);
  return end;
}

import type { Token } from "../doc.ts";
import type { SentencesData } from "./lexicon.ts";

const CLOSING = /^(?:["”»)\]}]|''|’’|['’])$/;
const OPENING = /^(?:["“«([{]|``|‘‘|['‘]|[•▪*–—-])$/;
const ENDING = /^(?:[.!?]+|…+|[。！？؟।॥])$/;

/** Where sentences end within `from`..`to`, by the rules alone: the place after each, the last being `to`. */
export function ruledEnds(tokens: readonly Token[], from: number, to: number, data: SentencesData): readonly number[] {
  const ends: number[] = [];
  for (let i = from; i < to; i++) {
    const after = endsAt(tokens, i, { to, data });
    if (after === 0) continue;
    ends.push(after);
    i = after - 1;
  }
  if (ends.at(-1) !== to) ends.push(to);
  return ends;
}

/** The place after the sentence that token `i` ends, closing quotes and brackets included; 0 where it ends none. */
function endsAt(tokens: readonly Token[], i: number, { to, data }: { to: number; data: SentencesData }): number {
  const token = tokens[i];
  if (token === undefined) return 0;
  const mark = ENDING.test(token.text);
  if (!mark && !token.text.endsWith(".")) return 0;
  const after = afterClosing(tokens, i + 1, to);
  if (after >= to) return to;
  const next = tokens[after];
  if (next === undefined) return 0;
  const word = OPENING.test(next.text) ? tokens[after + 1] : next;
  if (word === undefined) return 0;
  if (mark) return beginsAfterMark(token, { next, word, quoted: after > i + 1 }) ? after : 0;
  return beginsAfterPoint(token, word, data) ? after : 0;
}

function afterClosing(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && at - from < 4) {
    const token = tokens[at];
    if (token === undefined || !CLOSING.test(token.text) || tokens[at - 1]?.end !== token.start) break;
    const straight = token.text === '"' || token.text === "'";
    if (straight && tokens[at + 1]?.start === token.end && /^[\p{L}\p{N}]/u.test(tokens[at + 1]?.text ?? "")) break;
    at++;
  }
  return afterReference(tokens, at, to);
}

/** "… until 1805. [6]": a note's number belongs to the sentence before it. */
function afterReference(tokens: readonly Token[], from: number, to: number): number {
  const note = from + 2 < to && tokens[from]?.text === "[" && tokens[from + 2]?.text === "]";
  return note && /^\d{1,3}$/.test(tokens[from + 1]?.text ?? "") ? from + 3 : from;
}

function beginsAfterMark(mark: Token, { next, word, quoted }: { next: Token; word: Token; quoted: boolean }): boolean {
  if (isCapital(word) || /^\p{N}/u.test(word.text)) return !(mark.text.startsWith("..") && /^\p{N}/u.test(word.text));
  if (/^[\p{Lo}]/u.test(word.text)) return true;
  if (word !== next) return !quoted && mark.text === ".";
  return mark.text === "." && !quoted && !/^[,;:)\]]/.test(next.text) && /^[@#\p{So}]/u.test(next.text);
}

/** After an abbreviation that carries the point itself. */
function beginsAfterPoint(token: Token, word: Token, data: SentencesData): boolean {
  if (!isCapital(word)) return false;
  const kind = data.abbreviations.get(token.text.slice(0, -1));
  if (kind === "title" || kind === "place" || kind === "number" || kind === "latin") return false;
  if (/^\p{Lu}\.$/u.test(token.text)) return false;
  return data.starters.has(word.lower);
}

function isCapital(token: Token): boolean {
  return /^\p{Lu}|^\p{Lt}/u.test(token.text);
}

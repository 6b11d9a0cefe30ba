import { isDigit, isLetter, width } from "./characters.ts";

const EMOTICON = /[:;]-?[)(DP](?![\p{L}\p{N}])/uy;
const SHORT = /['’](?:\d0s|\d\ds?|em|til|cause|n['’])(?![\p{L}\p{N}])/iuy;
const ELLIPSIS = /\.{2,64}|…{1,8}/y;
const ENDINGS = /[!?]{1,64}/y;
const PICTURE = /\p{Extended_Pictographic}(?:[\ufe0f\u200d]|\p{Extended_Pictographic}|\p{Emoji_Modifier}){0,16}/uy;
const SIGNED = /\+\d[\d-]{0,20}/y;
/** Marks of which a run is one word: "--", "***". */
const RUNS = "-–—*=_~<>+#";

/** The end of the mark that starts at `at`: one code point, or a run that stands for one mark. */
export function markEnd(text: string, at: number): number {
  const mark = text.charAt(at);
  if (RUNS.includes(mark)) return mark === "+" ? longer(text, at, SIGNED) : runEnd(text, at);
  if (mark === "." || mark === "…") return longer(text, at, ELLIPSIS);
  if (mark === "!" || mark === "?") return longer(text, at, ENDINGS);
  if (mark === ":" || mark === ";") return longer(text, at, EMOTICON);
  if ("'`’‘".includes(mark)) return quoteEnd(text, at);
  if (text.charCodeAt(at) > 0x2100) return longer(text, at, PICTURE);
  return at + width(text, at);
}

function quoteEnd(text: string, at: number): number {
  if (text.charAt(at + 1) === text.charAt(at)) return at + 2;
  const before = at > 0 && (isLetter(text, at - 1) || isDigit(text, at - 1));
  return before ? at + 1 : longer(text, at, SHORT);
}

function runEnd(text: string, at: number): number {
  const mark = text.charAt(at);
  let end = at + 1;
  while (end - at < 128 && text.charAt(end) === mark) end++;
  return end;
}

function longer(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + width(text, at);
}

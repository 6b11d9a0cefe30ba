import type { SentenceKind, Token } from "../doc.ts";
import type { SentencesData } from "./lexicon.ts";

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)/;
const DAY = /^(?:mon|tue|wed|thu|fri|sat|sun)/;
const CREDIT =
  /^(?:source|sources|photo|photograph|image|picture|caption|credit|copyright|©|distributed|reporting|additional|editing|writing|compiled|edited|written|updated|published|posted)$/;

/** What kind of line a paragraph is that holds one sentence; `first` and `last` tell its place in the report. */
export function kindOfLine(
  tokens: readonly Token[],
  place: { first: boolean; last: boolean },
  data: SentencesData,
): SentenceKind {
  const [first] = tokens;
  const end = tokens.at(-1);
  if (first === undefined || end === undefined || tokens.length > 60) return "text";
  if (isCredit(tokens, data)) return "credit";
  if (isDate(tokens)) return "dateline";
  if (place.last && !place.first) return "text";
  const longest = place.first ? 30 : 14;
  const open = !/[.!,;:]$|^[)\]"”'’]$/.test(end.text) || (place.first && /^["”'’)]$/.test(end.text));
  const worded = tokens.some((t) => /\p{L}{2}/u.test(t.text));
  return open && worded && tokens.length <= longest && !/^[•▪*-]$/.test(first.text) ? "heading" : "text";
}

function isCredit(tokens: readonly Token[], data: SentencesData): boolean {
  const lower = tokens.map((t) => t.lower);
  const start = lower[0] === "(" || lower[0] === "[" ? 1 : 0;
  const [word = "", next = ""] = lower.slice(start);
  if (word === "by" && tokens.length <= 20)
    return /^\p{Lu}/u.test(tokens[start + 1]?.text ?? "") && !/[.]$/.test(tokens.at(-1)?.text ?? "");
  if (CREDIT.test(word) && tokens.length <= 50)
    return (
      next === ":" ||
      next === "by" ||
      word === "©" ||
      (word === "copyright" && tokens.length <= 20) ||
      next === "reporting"
    );
  const names = lower.filter((w) => /\p{L}/u.test(w));
  return (
    names.length > 0 &&
    names.length <= 4 &&
    (data.agencies.has(names.join(" ")) || data.agencies.has(names.slice(1).join(" ")))
  );
}

function isDate(tokens: readonly Token[]): boolean {
  if (tokens.length > 12 || tokens.length < 2) return false;
  const all = tokens.every(
    (t) =>
      MONTH.test(t.lower) ||
      DAY.test(t.lower) ||
      /^(?:[\d:./-]+|\d+(?:st|nd|rd|th)|[,|–-]|of|at|gmt|utc|am|pm|a\.m\.|p\.m\.|est|edt)$/.test(t.lower),
  );
  return (
    all &&
    tokens.some((t) => MONTH.test(t.lower) || /^\d+[-/.]\d+[-/.]\d+$/.test(t.lower)) &&
    tokens.some((t) => /\d/.test(t.text))
  );
}

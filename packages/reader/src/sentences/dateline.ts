import type { Token } from "../doc.ts";
import type { SentencesData } from "./lexicon.ts";

const DASH = /^(?:-{1,3}|[–—]+|_+|―)$/;
const WITHIN = 24;

/** The place after a dateline ("BAMAKO, Mali (AP) —") that opens at `from`; `from` where none does. */
export function datelineEnd(tokens: readonly Token[], from: number, to: number, data: SentencesData): number {
  const place = placeEnd(tokens, from, to);
  const agency = bracketEnd(tokens, place, to, data.agencies);
  if (agency > place && DASH.test(tokens[agency]?.text ?? "")) return withBrackets(tokens, agency + 1, to);
  if (place === from) return from;
  const dated = dateEnd(tokens, place, to);
  const end = inCapitals(tokens, from, from + 1)
    ? bracketEnd(tokens, dated, to)
    : bracketEnd(tokens, dated, to, data.agencies);
  const mark = tokens[end];
  const next = end + 1 < to ? (tokens[end + 1]?.text ?? "") : "";
  if (mark === undefined || end >= to || /^\p{Ll}/u.test(next)) return from;
  const bare = end === place;
  if (bare && (place - from > 5 || (next.length > 1 && next === next.toUpperCase() && /^\p{L}/u.test(next))))
    return from;
  if (!inCapitals(tokens, from, from + 1) && tokens[from + 1]?.text !== "," && bare) return from;
  if (DASH.test(mark.text) && (end + 1 === to || isApart(tokens, end))) return withBrackets(tokens, end + 1, to);
  return mark.text === ":" &&
    end + 1 < to &&
    inCapitals(tokens, from, place) &&
    (tokens[place - 1]?.end ?? 0) - (tokens[from]?.start ?? 0) > 4
    ? end + 1
    : from;
}

/** Capitals, with a further region in ordinary letters after a comma: "BAMAKO, Mali", "UNITED NATIONS", "Gao, northern Mali". */
function placeEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (; at < to && at - from < WITHIN; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const named = /^\p{Lu}[\p{L}\p{M}.'’]*$/u.test(token.text);
    if (
      !named &&
      !(at > from && /^(?:,|\/|-|'s|de|of|and|northern|southern|eastern|western|central|near)$/.test(token.text))
    )
      break;
    if (token.text === "-" && isApart(tokens, at)) break;
  }
  while (at > from && /^[,/-]$/.test(tokens[at - 1]?.text ?? "")) at--;
  const short = at - from <= 10;
  return short && (inCapitals(tokens, from, from + 1) || at - from <= 5) ? at : from;
}

function dateEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    at - from < 8 &&
    /^(?:,|\d{1,2}|\d{1,2}(?:st|nd|rd|th)|\d{4}|\p{Lu}\p{L}+\.?)$/u.test(tokens[at]?.text ?? "")
  )
    at++;
  return at;
}

/**
 * After "(AP)", "(Reuters)", "(Xinhua, June 5)" at `from`; `from` where no such bracket stands there. Without a list of
 * agencies any name in brackets will do: after a place in capitals it can be nothing else.
 */
function bracketEnd(tokens: readonly Token[], from: number, to: number, agencies?: ReadonlySet<string>): number {
  if (tokens[from]?.text !== "(") return from;
  for (let at = from + 1; at < to && at - from < 10; at++) {
    if (tokens[at]?.text !== ")") continue;
    const words = tokens.slice(from + 1, at);
    const isAgency = (t: Token): boolean =>
      agencies === undefined
        ? /^\p{Lu}/u.test(t.text)
        : agencies.has(t.lower) || (t.text === t.text.toUpperCase() && /^\p{Lu}{2,}/u.test(t.text));
    return words.some(isAgency) ? at + 1 : from;
  }
  return from;
}

/** "[REPORT] [TEXT]" after the dash of a monitored broadcast belongs to the dateline. */
function withBrackets(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (tokens[end]?.text === "[") {
    let close = end + 1;
    while (close < to && close - end < 30 && tokens[close]?.text !== "]") close++;
    if (tokens[close]?.text !== "]") break;
    end = close + 1;
  }
  return Math.min(end, to);
}

function isApart(tokens: readonly Token[], at: number): boolean {
  const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || dash === undefined || after === undefined) return false;
  return before.end < dash.start || dash.end < after.start || /^(?:--+|[—―]|_)/.test(dash.text);
}

function inCapitals(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter((t) => /\p{L}/u.test(t.text));
  return (
    words.length > 0 && words.every((t) => t.text === t.text.toUpperCase() && (t.text.length > 2 || words.length > 1))
  );
}

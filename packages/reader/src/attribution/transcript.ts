import type { Sentence } from "../doc.ts";
import type { Stretch } from "../parse/tree.ts";
import { sentenceDraft } from "./headlines.ts";
import { type Draft, isMark, type Page } from "./page.ts";

const LONGEST_NAME = 6;
const MOST_SENTENCES = 80;

/** "SMITH: We lost." and "Q: …" of interviews, a speaker a paragraph; null for other paragraphs. */
export function transcriptDraft(page: Page, s: Sentence): Draft | null {
  const before = page.doc.sentences[s.i - 1];
  const first = before !== undefined && before.paragraph === s.paragraph ? before : s;
  if ((s.kind === "heading" && first === s) || (first !== s && (first.kind !== "dateline" || first.to !== s.from)))
    return null;
  const colon = colonAfterCapitals(page, first);
  if (colon < 0) return null;
  const content: Stretch = { from: colon + 1, to: endOfParagraph(page, s) };
  const source = { from: first.from, to: colon };
  return content.to - content.from < 2 ? null : sentenceDraft(page, { at: colon, source, content });
}

function colonAfterCapitals(page: Page, s: Sentence): number {
  let capitals = 0;
  for (let i = s.from; i < Math.min(s.to, s.from + LONGEST_NAME + 1); i += 1) {
    const text = page.doc.tokens[i]?.text ?? "";
    if (i === s.from && isMark(text)) continue;
    if (text === ":") return capitals > 0 ? i : -1;
    if (/^[\p{Lu}][\p{Lu}’'-]+$/u.test(text)) capitals += 1;
    else if (!/^(?:\p{Lu}\p{L}*\.?|[.()-])$/u.test(text)) return -1;
  }
  return -1;
}

function endOfParagraph(page: Page, s: Sentence): number {
  let end = s.to;
  for (let i = s.i + 1; i < s.i + MOST_SENTENCES; i += 1) {
    const next = page.doc.sentences[i];
    if (next === undefined || next.paragraph !== s.paragraph) break;
    end = next.to;
  }
  return end;
}

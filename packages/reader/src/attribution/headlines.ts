import type { Sentence, Token } from "../doc.ts";
import type { Stretch } from "../parse/tree.ts";
import type { Cue } from "./cue.ts";
import type { Draft, Page } from "./page.ts";

/** The longest source before or after a colon. */
const LONGEST = 8;
const SHORTEST_CONTENT = 3;

const COLON: Cue = {
  words: [":"],
  pos: "prep",
  kind: "says",
  strength: "plain",
  effect: "none",
  frames: new Set(["quote"]),
  preps: new Set(),
};

/** "Army: …", "…: army", "… - monitor" in a headline, "(source: …)" in a text; null where nobody is named. */
export function headlineDraft(page: Page, s: Sentence): Draft | null {
  if (s.kind !== "heading" && s.paragraph !== 0) return null;
  const at = markAt(page, s);
  if (at < 0) return null;
  const left = { from: s.from, to: at };
  const right = { from: at + 1, to: lastWord(page, s) };
  if (size(left) <= LONGEST && size(right) >= SHORTEST_CONTENT && names(page, left))
    return sentenceDraft(page, { at, source: left, content: right });
  if (size(right) <= LONGEST - 2 && size(left) >= SHORTEST_CONTENT && names(page, right))
    return sentenceDraft(page, { at, source: right, content: left });
  return null;
}

/** A colon, or the last dash with spaces around it. */
function markAt(page: Page, s: Sentence): number {
  let dash = -1;
  for (let i = s.from + 1; i < s.to - 1; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || (page.quoteAt[i] ?? -1) >= 0) continue;
    if (t.text === ":") return i;
    if (/^[—–-]$|^--$/.test(t.text) && /\s/.test(page.doc.text.charAt(t.start - 1))) dash = i;
  }
  return dash;
}

function lastWord(page: Page, s: Sentence): number {
  const last = page.doc.tokens[s.to - 1];
  return last !== undefined && /^[.!?]$/.test(last.text) ? s.to - 1 : s.to;
}

function size(s: Stretch): number {
  return s.to - s.from;
}

/** Whether a stretch is a bare nominal that can speak: it ends in a speaker's noun or is a person's or body's name. */
function names(page: Page, s: Stretch): boolean {
  const { tokens } = page.doc;
  const last = tokens[s.to - 1];
  if (last === undefined || hasVerb(page, s)) return false;
  if (page.data.sources.has(last.lower) || page.data.sources.has(last.lemma.toLowerCase())) return true;
  return page.speakers.has(`${s.from} ${s.to}`);
}

function hasVerb(page: Page, s: Stretch): boolean {
  for (let i = s.from; i < s.to; i += 1) {
    const t: Token | undefined = page.doc.tokens[i];
    if (t !== undefined && (t.upos === "VERB" || t.upos === "AUX" || t.text === ",")) return true;
  }
  return false;
}

/** The draft of a source and a content with a mark between them. */
export function sentenceDraft(
  page: Page,
  { at, source, content }: { at: number; source: Stretch; content: Stretch },
): Draft {
  const cue = page.doc.tokens[at]?.i ?? at;
  return {
    rule: "headline",
    cue: COLON,
    head: cue,
    words: { from: cue, to: cue + 1 },
    source,
    speaker: source.to - 1,
    content: [content],
    effect: "none",
    negated: false,
    frame: "clause",
    via: [],
    cited: [],
    told: true,
  };
}

import type { Sentence, Token } from "../doc.ts";
import type { Cue } from "./cue.ts";
import { cueKey } from "./lexicon.ts";
import { type Draft, type Page, trimmed } from "./page.ts";

/** The longest subject of a headline. */
const LONGEST = 8;

/** Cues whose plurals are as common in headlines as their third persons ("Fraud Claims Mount"). */
const PLURALS =
  /^(?:claim|report|plan|call|fear|hope|view|demand|order|sign|question|concern|protest|attack|signal|charge|test|talk|record|look|count|post|tie|link|file|rate|rank|bet|name|list|blast|eye|air|back)$/;

/** "Mayor Praises Truce", "Mayor slams press": a verb that the tagger or the parser lost in a headline; null where the headline has another main verb, or none. */
export function titleVerbDraft(page: Page, s: Sentence, own: readonly Draft[]): Draft | null {
  if (s.kind !== "heading" && s.i !== 0) return null;
  for (let i = s.from + 1; i < Math.min(s.to - 1, s.from + LONGEST + 1); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.upos === "AUX" || t.upos === "PUNCT") return null;
    const cue = isHidden(page, s, t) ? cueOfTitle(page, t) : undefined;
    if (cue !== undefined)
      return own.some((d) => d.head === i && d.content.length > 0) ? null : draftOf(page, s, { at: i, cue });
    if (t.upos === "VERB") return null;
  }
  return null;
}

/** A word in -s between nominals, no one's possession and nothing's complement; in small letters only where no full stop ends the line. */
function isHidden(page: Page, s: Sentence, t: Token): boolean {
  const before = page.doc.tokens[t.i - 1];
  const next = page.doc.tokens[t.i + 1];
  if (before === undefined || next === undefined || !/^\p{L}\p{Ll}+s$/u.test(t.text)) return false;
  if (!/^(?:NOUN|PROPN)$/.test(before.upos) || /s$/.test(before.text)) return false;
  if (/^\p{Ll}/u.test(t.text) && /^[.!?]$/.test(page.doc.tokens[s.to - 1]?.text ?? "")) return false;
  return /^(?:NOUN|PROPN|DET|ADJ|PRON|NUM|SCONJ|ADP|VERB)$/.test(next.upos);
}

function cueOfTitle(page: Page, t: Token): Cue | undefined {
  const stems = [t.lower.slice(0, -1), t.lower.replace(/ies$/, "y"), t.lower.slice(0, -2)];
  for (const stem of stems) {
    if (PLURALS.test(stem)) return undefined;
    const found = page.data.cues.get(cueKey("verb", stem))?.find((c) => c.words.length === 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function draftOf(page: Page, s: Sentence, { at, cue }: { at: number; cue: Cue }): Draft | null {
  const clause = page.doc.tokens.slice(at + 1, s.to).some((t) => t.upos === "VERB" || t.upos === "AUX");
  const next = page.doc.tokens[at + 1];
  const joined = next?.upos === "ADP" && cue.preps.has(next.lower);
  if (next?.upos === "ADP" && !joined) return null;
  if (!joined && !cue.frames.has("np") && !(clause && cue.frames.has("that"))) return null;
  const to = joined ? at + 2 : at + 1;
  return {
    rule: "title-verb",
    cue,
    head: at,
    words: { from: at, to },
    source: trimmed(page, { from: s.from, to: at }),
    speaker: at - 1,
    content: [trimmed(page, { from: to, to: s.to })],
    effect: cue.effect,
    negated: false,
    frame: joined ? "prep" : clause && cue.frames.has("that") ? "that" : "np",
    via: [],
    cited: [],
    told: true,
  };
}

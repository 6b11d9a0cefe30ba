import type { Sentence, Token } from "../doc.ts";
import type { Cue } from "./cue.ts";
import { cueKey } from "./lexicon.ts";
import { type Draft, type Page, trimmed } from "./page.ts";

/** The longest subject of a headline. */
const LONGEST = 8;

/** Cues whose plurals are as common in headlines as their third persons ("Fraud Claims Mount"). */
const PLURALS =
  /^(?:claim|report|plan|call|fear|hope|view|demand|order|sign|question|concern|protest|attack|signal|charge|test|talk|record|look|count|post|tie|link|file|rate|rank|bet|name|list|blast|eye|air|back)$/;

/** "Mayor Praises Truce": a verb that capitals hide from the tagger; null where the headline has a verb that it found, or none. */
export function titleVerbDraft(page: Page, s: Sentence): Draft | null {
  if (s.kind !== "heading" && s.i !== 0) return null;
  for (let i = s.from + 1; i < Math.min(s.to - 1, s.from + LONGEST + 1); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.upos === "VERB" || t.upos === "AUX" || t.upos === "PUNCT") return null;
    const cue = isHidden(page, t) ? cueOfTitle(page, t) : undefined;
    if (cue !== undefined) return draftOf(page, s, { at: i, cue });
  }
  return null;
}

/** A capitalized plural between nominals, no one's possession and nothing's complement. */
function isHidden(page: Page, t: Token): boolean {
  const before = page.doc.tokens[t.i - 1];
  const next = page.doc.tokens[t.i + 1];
  if (before === undefined || next === undefined || !/^\p{Lu}\p{Ll}+s$/u.test(t.text)) return false;
  if (!/^(?:NOUN|PROPN)$/.test(before.upos) || before.lower.endsWith("s")) return false;
  return /^(?:NOUN|PROPN|DET|ADJ|PRON|NUM|SCONJ)$/.test(next.upos);
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
  if (!cue.frames.has("np") && !(clause && cue.frames.has("that"))) return null;
  return {
    rule: "title-verb",
    cue,
    head: at,
    words: { from: at, to: at + 1 },
    source: trimmed(page, { from: s.from, to: at }),
    speaker: at - 1,
    content: [trimmed(page, { from: at + 1, to: s.to })],
    effect: cue.effect,
    negated: false,
    frame: clause && cue.frames.has("that") ? "that" : "np",
    via: [],
    cited: [],
    told: true,
  };
}

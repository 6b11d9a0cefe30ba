import type { Token } from "../doc.ts";
import type { Stretch } from "../parse/tree.ts";
import { cueKey, type DeedClass } from "./lexicon.ts";
import type { Hit, Page } from "./page.ts";
import type { Speaker } from "./speaker.ts";

/** Whether a verb of saying here does a deed: fighters attack a town, guards release prisoners. */
export function isDeed(
  page: Page,
  { cue, head }: Hit,
  { speaker, content }: { speaker: Speaker | null; content: Stretch },
): boolean {
  if (cue.words.length > 1) return false;
  const object = headIn(page, content);
  if (isOf(page, head, "given")) return object !== undefined && !isWordy(page, object);
  if (!isOf(page, head, "fought")) return false;
  if (object !== undefined && (isOf(page, object, "struck") || page.placed.has(object.i))) return true;
  const doer = page.doc.tokens[speaker?.head ?? -1];
  return doer !== undefined && (isOf(page, doer, "armed") || page.armed.has(doer.i));
}

function isOf(page: Page, t: Token, kind: DeedClass): boolean {
  return page.data.deeds.get(t.lemma.toLowerCase())?.has(kind) ?? false;
}

/** "A video posted online shows …": a paper or a recording that others made known, the verb a participle. */
export function isMadeKnown(page: Page, { head }: Hit, speaker: Speaker | null): boolean {
  const maker = page.doc.tokens[speaker?.head ?? -1];
  if (maker === undefined || maker.i > head.i || !/^VB[ND]$/.test(head.xpos)) return false;
  if (!/^(?:post|air|release|publish|share|circulate|broadcast|leak|issue|report)$/.test(head.lemma)) return false;
  const kind = page.data.sources.get(maker.lemma.toLowerCase());
  const next = page.doc.tokens[head.i + 1];
  return (
    (kind === "document" || kind === "recording") &&
    next !== undefined &&
    /^(?:online|by|on|in|late|last|earlier|this|yesterday|today|at)$|day$/.test(next.lower)
  );
}

/** A paper, a recording, or a word for something said. */
function isWordy(page: Page, t: Token): boolean {
  const lemma = t.lemma.toLowerCase();
  const kind = page.data.sources.get(lemma);
  if (kind === "document" || kind === "recording" || isOf(page, t, "wordy") || t.upos === "PRON") return true;
  return page.data.cues.has(cueKey("noun", lemma)) || page.data.channels.has(lemma);
}

/** The token that the words of a stretch hang by. */
function headIn(page: Page, s: Stretch): Token | undefined {
  for (let i = s.from; i < s.to; i += 1) {
    const t = page.doc.tokens[i];
    if (t !== undefined && (t.head < s.from || t.head >= s.to) && t.upos !== "PUNCT") return t;
  }
  return undefined;
}

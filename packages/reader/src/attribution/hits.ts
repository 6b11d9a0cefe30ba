import type { Sentence, Token } from "../doc.ts";
import { kidBy } from "../parse/tree.ts";
import type { Cue, CuePos } from "./cue.ts";
import { cueKey } from "./lexicon.ts";
import type { Hit, Page } from "./page.ts";

/** Attributions a sentence may hold: hostile text is all cues. */
const MOST_HITS = 60;
/** Words that may stand between the words of a phrase ("make it clear"). */
const GAP = 3;

/** The cues of a sentence, in text order, the longest phrase at each word. */
export function hitsOf(page: Page, s: Sentence): readonly Hit[] {
  const found: Hit[] = [];
  for (let i = s.from; i < s.to && found.length < MOST_HITS; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined) continue;
    for (const pos of posOf(page, t)) {
      const hit = hitAt(page, t, { pos, end: s.to });
      if (hit !== undefined) found.push(hit);
    }
  }
  return found;
}

/** "…, Reuters reports.", "The court views the ban": a third person that the tagger took for a plural. */
function mayBeVerb(page: Page, t: Token): boolean {
  const next = page.doc.tokens[t.i + 1];
  const before = page.doc.tokens[t.i - 1];
  if (next === undefined || before === undefined || !/^NNS?$/.test(t.xpos)) return false;
  if (/^[.!?,]$/.test(next.text)) return t.xpos === "NNS";
  if (!/^(?:NOUN|PROPN|PRON)$/.test(before.upos)) return false;
  const noun = page.data.cues.has(cueKey("noun", t.lemma.toLowerCase()));
  if (isPhrase(page, t, next) && !hasVerb(page, t)) return true;
  if (!noun && t.xpos === "NNS" && isSpoken(page, t) && /^(?:DET|PRON|PART|ADV|SCONJ)$/.test(next.upos)) return true;
  return noun
    ? /^(?:the|a|an|how|whether)$/.test(next.lower)
    : /^(?:that|to|the|a|an|how|whether|his|her|its|their|any|no|all|it|them|him|he|she|they|there)$/.test(next.lower);
}

/** "The bishop points to": the word and the next are a cue together. */
function isPhrase(page: Page, t: Token, next: Token): boolean {
  const cues = page.data.cues.get(cueKey("verb", t.lemma.toLowerCase())) ?? [];
  return cues.some((c) => c.words.length === 2 && c.words[1] === next.lower);
}

function hasVerb(page: Page, t: Token): boolean {
  const s = page.doc.sentences[t.sentence];
  if (s === undefined) return false;
  for (let i = Math.max(s.from, t.i - 40); i < Math.min(s.to, t.i + 40); i += 1)
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(page.doc.tokens[i]?.xpos ?? "")) return true;
  return false;
}

/** A verb of saying without a noun that looks like it ("denies", "argues"). */
function isSpoken(page: Page, t: Token): boolean {
  const cues = page.data.cues.get(cueKey("verb", t.lemma.toLowerCase())) ?? [];
  return cues.some((c) => c.words.length === 1 && c.frames.has("that"));
}

/** "Reports that …" at the start of a sentence: a plural that the tagger took for a third person. */
function mayBeNoun(page: Page, t: Token): boolean {
  const before = page.doc.tokens[t.i - 1];
  const next = page.doc.tokens[t.i + 1];
  return (
    t.xpos === "VBZ" &&
    page.data.cues.has(cueKey("noun", t.lemma.toLowerCase())) &&
    kidBy(page.tree, t.i, "nsubj") === undefined &&
    (next?.lower === "that" || next?.lower === "of") &&
    (before === undefined ||
      before.sentence !== t.sentence ||
      /^(?:,|despite|amid|with|by|on|of)$/.test(before.lower) ||
      /^VB/.test(before.xpos))
  );
}

function posOf(page: Page, t: Token): readonly CuePos[] {
  if (t.lower === "according" || t.lower === "as" || t.lower === "in" || t.lower === "on" || t.lower === "by")
    return ["prep"];
  switch (t.upos) {
    case "VERB":
      if (mayBeNoun(page, t)) return ["noun"];
      return isParticiple(t) ? ["verb", "adj"] : ["verb"];
    case "NOUN":
    case "PROPN":
      return mayBeVerb(page, t) ? ["verb", "noun"] : ["noun"];
    case "ADJ":
      return /ed$/.test(t.lower) ? ["adj", "adv", "verb"] : ["adj", "adv"];
    case "ADV":
      return ["adv"];
    case "ADP":
    case "SCONJ":
      return ["prep"];
    default:
      return [];
  }
}

/** "is convinced that": the tagger may take such an adjective for a verb. */
function isParticiple(t: Token): boolean {
  return t.xpos === "VBN" || t.xpos === "VBD";
}

function hitAt(page: Page, t: Token, { pos, end }: { pos: CuePos; end: number }): Hit | undefined {
  for (const word of keyWords(t, pos))
    for (const cue of page.data.cues.get(cueKey(pos, word)) ?? []) {
      const rest = restOf(page, cue, { at: t.i, end });
      if (rest !== undefined) return { cue, head: t, rest };
    }
  return undefined;
}

/** What to look a token up by: its lemma; of a verb also what its lemma may have lost or gained ("cit", "applaude"). */
function keyWords(t: Token, pos: CuePos): readonly string[] {
  if (pos === "verb" && t.upos === "ADJ") return [t.lower.slice(0, -1), t.lower.slice(0, -2), t.lower.slice(0, -3)];
  const lemma = t.lemma.toLowerCase();
  if (pos === "verb")
    return lemma === t.lower || lemma.length < 3 ? [lemma] : [lemma, `${lemma}e`, lemma.replace(/e$/, "")];
  return [pos === "noun" ? lemma : t.lower];
}

function restOf(page: Page, cue: Cue, { at, end }: { at: number; end: number }): readonly number[] | undefined {
  const rest: number[] = [];
  const gap = cue.pos === "verb" ? GAP : 0;
  let i = at;
  for (const word of cue.words.slice(1)) {
    let j = i + 1;
    while (j < end && j <= i + 1 + gap && !isWord(page.doc.tokens[j], word)) j += 1;
    if (j >= end || j > i + 1 + gap) return undefined;
    rest.push(j);
    i = j;
  }
  return rest;
}

function isWord(t: Token | undefined, word: string): boolean {
  return t !== undefined && (t.lower === word || t.lemma.toLowerCase() === word);
}

import type { Token } from "../doc.ts";
import { branchOf, kidBy, kidsOf, relationOf, type Stretch } from "../parse/tree.ts";
import { furthest } from "./edges.ts";
import { type Draft, type Hit, type Page, sentenceOf, trimmed } from "./page.ts";
import { agentOf, nominal, type Speaker, speakerOf } from "./speaker.ts";
import { speakerBeside } from "./speech.ts";
import { cueWords, verbDraft } from "./verb-draft.ts";

/** Tokens between "quoted" and "as saying". */
const REACH = 18;

/** "Reuters quoted the army as saying that …": the army says it, Reuters hands it on. */
export function quotedDrafts(page: Page, hit: Hit): readonly Draft[] {
  const sentence = sentenceOf(page, hit.head.i);
  const as = asSaying(page, hit.head);
  if (sentence === undefined || as === undefined) return [];
  const saying = page.doc.tokens[as.i + 1];
  if (saying === undefined) return [];
  const passive = isQuotedPassively(page, hit.head, as);
  const who = passive ? quotedSubject(page, hit.head) : quotedObject(page, hit.head, as);
  if (who === null) return [];
  const outlet = passive ? agentBetween(page, hit.head, as) : speakerOf(page, hit.head);
  const from = saying.i + 1;
  const to = furthest(page, { ...hit, head: saying }, { from, to: from + 1 }, sentence);
  const after = { from, to };
  const content = {
    frame: "that",
    stretches: [isWordless(page, after) ? saidBefore(page, hit.head, outlet, sentence) : after],
  };
  const draft = verbDraft(page, hit, { speaker: who, content, rule: "quoted-as-saying" });
  const words = passive ? { from: cueWords(page, hit.head, []).from, to: from } : { from: as.i, to: from };
  return [{ ...draft, words, via: outlet === null ? [] : [outlet.head] }];
}

function isWordless(page: Page, s: Stretch): boolean {
  return !page.doc.tokens.slice(s.from, Math.min(s.to, s.from + 4)).some((t) => /[\p{L}\p{N}]/u.test(t.text));
}

/** "…, Reuters quoted the army as saying.": what comes before the one who quotes. */
function saidBefore(page: Page, head: Token, outlet: Speaker | null, sentence: Stretch): Stretch {
  const to = outlet !== null && outlet.words.from < head.i ? outlet.words.from : head.i;
  return trimmed(page, { from: sentence.from, to: Math.max(sentence.from, to) });
}

/** The "as" of "as saying", "as telling reporters". */
export function asSaying(page: Page, head: Token): Token | undefined {
  for (let i = head.i + 1; i < head.i + REACH; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.sentence !== head.sentence || t.text === ";") return undefined;
    if (t.lower === "as" && page.doc.tokens[i + 1]?.xpos === "VBG") return t;
  }
  return undefined;
}

function isQuotedPassively(page: Page, head: Token, as: Token): boolean {
  if (kidsOf(page.tree, head.i).some((k) => k.deprel === "aux:pass")) return true;
  const next = page.doc.tokens[head.i + 1];
  return head.xpos === "VBN" && next !== undefined && (next.i === as.i || next.lower === "by");
}

function quotedSubject(page: Page, head: Token): Speaker | null {
  const subject = kidsOf(page.tree, head.i).find((k) => relationOf(k) === "nsubj");
  if (subject !== undefined && subject.i < head.i) return nominal(page, subject, head);
  return speakerBeside(page, { ...head, xpos: "VBD" }, cueWords(page, head, []));
}

/** The nominal between "quoted" and "as saying". */
function quotedObject(page: Page, head: Token, as: Token): Speaker | null {
  const words = trimmed(page, { from: head.i + 1, to: as.i });
  if (words.to <= words.from) return null;
  const object = kidBy(page.tree, head.i, "obj", "nsubj", "iobj");
  if (object !== undefined && object.i >= words.from && object.i < words.to) return { words, head: object.i };
  for (let i = words.from; i < words.to; i += 1) {
    const t = page.doc.tokens[i];
    if (t !== undefined && (t.head < words.from || t.head >= words.to) && /^(?:NOUN|PROPN|PRON)$/.test(t.upos))
      return { words, head: i };
  }
  return { words, head: words.to - 1 };
}

/** "was quoted on Monday by a daily as saying". */
function agentBetween(page: Page, head: Token, as: Token): Speaker | null {
  const agent = agentOf(page, head);
  if (agent !== null) return agent;
  for (let i = head.i + 1; i < as.i; i += 1) {
    if (page.doc.tokens[i]?.lower !== "by") continue;
    const words = trimmed(page, { from: i + 1, to: as.i });
    const top = page.doc.tokens.slice(words.from, words.to).find((t) => t.head < words.from || t.head >= words.to);
    return top === undefined ? null : { words, head: branchOf(page.tree, top.i).to > words.to ? words.to - 1 : top.i };
  }
  return null;
}

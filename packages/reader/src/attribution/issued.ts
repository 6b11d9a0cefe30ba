import type { Token } from "../doc.ts";
import { headOf, markOf, relationOf } from "../parse/tree.ts";
import { type Draft, type Page, trimmedSource } from "./page.ts";
import { speakerOf } from "./speaker.ts";
import { cueWords } from "./verb-draft.ts";

/** Verbs by which somebody gives a paper or a speech of their own. */
const ISSUE =
  /^(?:issue|release|send|write|make|give|deliver|circulate|file|email|post|sign|hand|read|share|pass|adopt|approve|submit|put|draft|tweet|distribute|use|hold|take|launch)$/;
/** Of those, the ones that a purpose follows ("used his sermon to call for a truce"). */
const USED = /^(?:use|hold|take|give|deliver|make|issue|write|send)$/;
/** Tokens between a verb of issuing and what the paper does. */
const REACH = 14;

/** "issued a statement saying that …", "passed a resolution calling for …": whoever issues it says so, in one attribution. */
export function withIssuers(page: Page, drafts: readonly Draft[]): readonly Draft[] {
  const spent = new Set<number>();
  const found = drafts.map((d) => {
    const paper = paperOf(page, d);
    const verb = paper === undefined ? undefined : headOf(page.tree, paper);
    const speaker = verb === undefined ? null : speakerOf(page, verb);
    if (paper === undefined || verb === undefined || speaker === null) return d;
    spent.add(verb.i);
    spent.add(paper.i);
    const { from } = cueWords(page, verb, []);
    const source = trimmedSource(page, speaker.words, from);
    return { ...d, words: { from, to: d.words.to }, source, speaker: speaker.head, paper: paper.i, told: true };
  });
  return found.filter((d) => d.paper !== undefined || !spent.has(d.head));
}

/** The paper or speech that a verb belongs to, itself the object of a verb of issuing; undefined where there is none. */
function paperOf(page: Page, d: Draft): Token | undefined {
  const head = page.doc.tokens[d.head];
  if (head === undefined || d.cue.pos !== "verb" || !isTold(page, d, head)) return undefined;
  for (let i = d.words.from - 1; i > d.words.from - REACH; i -= 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.sentence !== head.sentence || /^[.;:]$/.test(t.text)) return undefined;
    const verb = isPaper(page, t) ? headOf(page.tree, t) : undefined;
    if (verb !== undefined && verb.i < i && isIssued(page, t, verb) && isFit(head, verb)) return t;
    if (/^(?:VB[DZP]|MD)$/.test(t.xpos)) return undefined;
  }
  return undefined;
}

/** "saying", "that said", "to call for": the verb goes on with the paper. */
function isTold(page: Page, d: Draft, head: Token): boolean {
  const before = page.doc.tokens[d.words.from - 1]?.lower ?? "";
  if (head.xpos === "VBG") return d.words.from === head.i;
  if (head.xpos === "VB") return page.doc.tokens[d.words.from]?.lower === "to";
  return /^VB[DZP]$/.test(head.xpos) && /^(?:that|which)$/.test(before);
}

function isFit(head: Token, verb: Token): boolean {
  return head.xpos === "VB" ? USED.test(verb.lemma) : !/^(?:use|hold|take)$/.test(verb.lemma);
}

function isIssued(page: Page, paper: Token, verb: Token): boolean {
  if (!ISSUE.test(verb.lemma) || verb.upos !== "VERB") return false;
  return (
    paper.deprel === "obj" ||
    (verb.lemma === "take" && relationOf(paper) === "obl" && markOf(page.tree, paper) === "to")
  );
}

function isPaper(page: Page, t: Token): boolean {
  if (t.upos !== "NOUN" && t.upos !== "PROPN") return false;
  if (page.data.sources.get(t.lemma.toLowerCase()) === "document") return true;
  const found = page.data.channels.get(t.lower) ?? page.data.channels.get(t.lemma.toLowerCase()) ?? [];
  return found.some((c) => c.words.length === 1 && /^(?:speech|document|social|broadcast)$/.test(c.kind));
}

import type { Token } from "../doc.ts";
import { branchOf, headOf, kidBy, kidsOf, markOf, relationOf, type Stretch } from "../parse/tree.ts";
import { furthest, thatAfter } from "./edges.ts";
import { cueKey } from "./lexicon.ts";
import { type Draft, type Hit, type Page, sentenceOf } from "./page.ts";
import { agentOf, nominal, type Speaker, speakerOf } from "./speaker.ts";
import { hasFinite, isTimeWord } from "./speech.ts";
import { cueWords, isNegated } from "./verb-draft.ts";

/** Verbs that lend a noun its speaker: "made the claim that", "voiced fears that". */
const LIGHT =
  /^(?:make|issue|give|express|voice|offer|reiterate|repeat|press|launch|level|raise|lodge|file|have|hold|share|send|deliver|announce|renew|air|state|show|lay|place|put|draw|face|receive|release|provide|present|publish|reject|deny|dismiss|confirm)$/;

/** Kinds of nouns that tell of a deed by a bare nominal ("reports of clashes"); "support for the deal" tells of none. */
const SPOKEN = /^(?:reports|alleges|claims|accuses|denies|confirms|admits|announces|criticizes|warns)$/;

/** The attribution of a noun cue: "the claim that …", "reports of …", "its threat to …"; null where it has no content. */
export function nounDraft(page: Page, hit: Hit): Draft | null {
  const { cue, head } = hit;
  if (relationOf(head) === "compound" || head.upos === "PROPN") return null;
  const content = nounContent(page, hit);
  if (content === null) return null;
  const verb = lightVerb(page, head);
  const speaker = nounSpeaker(page, head, verb);
  const owned = kidBy(page.tree, head.i, "nmod:poss") !== undefined;
  const joins = verb !== undefined && isOwn(verb) && !owned && verb.i < head.i && head.i - verb.i <= 6;
  return {
    rule: `noun-${content.frame}`,
    cue,
    head: head.i,
    words: nounWords(page, head, joins ? verb : undefined),
    source: speaker?.words ?? null,
    speaker: speaker?.head ?? -1,
    content: [content.words],
    effect: cue.effect,
    negated: verb !== undefined && isNegated(page, verb, speaker),
    frame: content.frame,
    via: [],
    cited: [],
    told: content.frame === "np" ? joins || SPOKEN.test(cue.kind) : speaker !== null || content.frame === "that",
  };
}

/** The words of a nominal cue: its adjectives, the verb that carries it, the preposition right after it. */
function nounWords(page: Page, head: Token, verb: Token | undefined): Stretch {
  const next = page.doc.tokens[head.i + 1];
  const to = next !== undefined && next.upos === "ADP" ? head.i + 2 : head.i + 1;
  if (verb !== undefined) return { from: cueWords(page, verb, []).from, to };
  let from = head.i;
  for (
    let t = page.doc.tokens[from - 1];
    t !== undefined && t.head === head.i && t.deprel === "amod";
    t = page.doc.tokens[from - 1]
  )
    from -= 1;
  return { from, to };
}

/** Whether a verb only carries a nominal cue: "expressed concern about the toll" says no more than "concern about the toll". */
export function carriesNoun(page: Page, verb: Token): boolean {
  if (!LIGHT.test(verb.lemma) || !isOwn(verb)) return false;
  const object = kidBy(page.tree, verb.i, "obj");
  if (object === undefined || object.i < verb.i) return false;
  const cues = page.data.cues.get(cueKey("noun", object.lemma.toLowerCase())) ?? [];
  return cues.some((cue) => nounContent(page, { cue, head: object, rest: [] }) !== null);
}

function nounContent(page: Page, hit: Hit): { frame: string; words: Stretch } | null {
  const { tree } = page;
  const { cue, head } = hit;
  const that = cue.preps.has("that") ? thatClause(page, hit) : null;
  if (that !== null) return { frame: "that", words: that };
  for (const kid of kidsOf(tree, head.i)) {
    if (kid.i < head.i) continue;
    const mark = markOf(tree, kid);
    const words = branchOf(tree, kid.i);
    if (isTimeWord(kid)) continue;
    const clausal = relationOf(kid) === "acl" || relationOf(kid) === "ccomp";
    if (clausal && mark === "that" && cue.preps.has("that")) return { frame: "that", words };
    if (clausal && mark === "to" && cue.preps.has("inf")) return { frame: "inf", words };
    if (mark !== "" && mark !== "that" && mark !== "to" && cue.preps.has(mark))
      return { frame: "np", words: { from: Math.max(words.from, head.i + 2), to: words.to } };
    if (mark === "to" && relationOf(kid) === "nmod" && cue.preps.has("to"))
      return { frame: "np", words: { from: Math.max(words.from, head.i + 2), to: words.to } };
  }
  return hungOnVerb(page, hit) ?? (cue.preps.has("inf") ? infinitiveAfter(page, head) : null);
}

/** "came the judge's order to release the film": the infinitive right after the noun, wherever it hangs. */
function infinitiveAfter(page: Page, head: Token): { frame: string; words: Stretch } | null {
  const to = page.doc.tokens[head.i + 1];
  const verb = to === undefined ? undefined : headOf(page.tree, to);
  if (to?.xpos !== "TO" || verb?.xpos !== "VB" || verb.i < to.i || verb.i - to.i > 3) return null;
  return { frame: "inf", words: { from: to.i, to: branchOf(page.tree, verb.i).to } };
}

/** "expressed concern about the arrests": the parse may hang the phrase on the verb that carries the noun. */
function hungOnVerb(page: Page, { cue, head }: Hit): { frame: string; words: Stretch } | null {
  const verb = headOf(page.tree, head);
  const next = page.doc.tokens[head.i + 1];
  if (verb === undefined || next === undefined || next.deprel !== "case" || !cue.preps.has(next.lower)) return null;
  const noun = headOf(page.tree, next);
  if (noun === undefined || noun.head !== verb.i || verb.i > head.i || noun.i < next.i || isTimeWord(noun)) return null;
  return { frame: "np", words: { from: next.i + 1, to: branchOf(page.tree, noun.i).to } };
}

/** "the claim that …" with "that" right after the noun. */
function thatClause(page: Page, hit: Hit): Stretch | null {
  const sentence = sentenceOf(page, hit.head.i);
  if (sentence === undefined) return null;
  const next = page.doc.tokens[hit.head.i + 1];
  const late = next !== undefined && isTimeWord(next);
  const from = thatAfter(page, hit.head.i + (late ? 2 : 1), { sentence, gap: 1 });
  if (from < 0) return null;
  const parsed = kidsOf(page.tree, hit.head.i).find((k) => page.tree.first[k.i] === from);
  const to = parsed === undefined ? from + 1 : branchOf(page.tree, parsed.i).to;
  const words = { from, to: furthest(page, hit, { from, to }, sentence) };
  return words.to - from >= 3 && hasFinite(page, words) ? words : null;
}

function lightVerb(page: Page, head: Token): Token | undefined {
  const verb = headOf(page.tree, head);
  if (verb === undefined || !LIGHT.test(verb.lemma)) return undefined;
  return /^(?:obj|nsubj:pass)$/.test(head.deprel) ? verb : undefined;
}

/** Whose claim it is: its owner, the one it is by or from, the subject of the verb that carries it. */
function nounSpeaker(page: Page, head: Token, verb: Token | undefined): Speaker | null {
  const { tree } = page;
  const owner = kidBy(tree, head.i, "nmod:poss");
  if (owner !== undefined) return nominal(page, owner, head);
  const by = kidsOf(tree, head.i).find(
    (k) => k.i > head.i && relationOf(k) === "nmod" && /^(?:by|from|among)$/.test(markOf(tree, k)),
  );
  if (by !== undefined) return nominal(page, by, head);
  const made = kidsOf(tree, head.i).find((k) => k.deprel === "acl" && k.xpos === "VBN");
  const agent = made === undefined ? null : agentOf(page, made);
  if (agent !== null) return agent;
  if (verb === undefined || !isOwn(verb)) return null;
  return speakerOf(page, verb);
}

/** "rejected the claim": whoever rejects it did not make it. */
function isOwn(verb: Token): boolean {
  return !/^(?:reject|deny|dismiss|confirm|draw|face|receive)$/.test(verb.lemma);
}

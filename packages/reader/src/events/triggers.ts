import type { Token } from "../doc.ts";
import type { Oblique } from "./frame.ts";
import { nounFrameOf } from "./noun-frame.ts";
import { type Choice, chooseAdjective, chooseNoun, chooseVerb } from "./sense-choice.ts";
import type { Trigger } from "./telling.ts";
import { headOf, isVerb, kidBy, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** Every word of the report that tells an event, in text order. */
export function findTriggers(view: View): readonly Trigger[] {
  const found: Trigger[] = [];
  const taken = new Set<number>();
  for (const t of view.doc.tokens) {
    if (!mayTell(view, t)) continue;
    const trigger = triggerAt(view, t);
    if (trigger === null) continue;
    found.push(trigger);
    for (const w of trigger.words) taken.add(w.i);
  }
  const fixed = new Set(found.filter((t) => t.form === "verb" && t.words.length > 0).map((t) => t.head.i));
  // The nouns joined to that of "used tear gas" ("and water cannon") belong to it; the patrol that "came under fire" is no deed.
  const rest = found.filter((t) => !taken.has(t.head.i) && !(isPart(t) && fixed.has(lightVerbOf(t) ?? -1)));
  const light = new Set(rest.map(lightVerbOf));
  // The verb of "launched an attack" tells nothing of its own.
  return rest.filter((t) => !(t.form === "verb" && t.words.length === 0 && light.has(t.head.i)) || isAnswer(t));
}

/** "repelled an attack": a deed of its own against whoever did what its noun tells. */
export function isAnswer(t: Trigger): boolean {
  return t.type === "ASSAULT" && t.sense.target.flat().some((p) => p.kind === "oblique" && p.prep === "by");
}

function lightVerbOf(t: Trigger): number | undefined {
  return t.nounFrame?.light?.frame.verb.i;
}

/** What stands at a verb that tells the deed with words of its own. */
function isPart(t: Trigger): boolean {
  return t.head.deprel === "conj" || t.nounFrame?.light?.entry.noun.kind === "subject";
}

function mayTell(view: View, t: Token): boolean {
  if (t.upos === "PUNCT" || t.upos === "AUX") return false;
  const kind = view.sentenceOf(t)?.kind;
  return kind === "text" || kind === "heading";
}

function triggerAt(view: View, t: Token): Trigger | null {
  if (isVerb(t) && t.deprel !== "amod") return verbTrigger(view, t);
  if (t.upos === "NOUN" || (t.upos === "PROPN" && inHeading(view, t))) return nounTrigger(view, t);
  if (isNominalised(view, t)) return nounTrigger(view, t);
  if (t.upos === "ADJ" || t.upos === "VERB") return adjectiveTrigger(view, t);
  return null;
}

/** "The dead included two nurses", "19 dead": an adjective that stands for those whom it tells of. */
function isNominalised(view: View, t: Token): boolean {
  if (t.upos !== "ADJ" || t.deprel === "amod" || view.lexicon.nounSenses(t.lower).length === 0) return false;
  const kids = kidsOf(view.tree, t.i);
  if (kids.some((k) => k.deprel === "cop" || relation(k) === "nsubj")) return false;
  return kids.some((k) => k.i < t.i && (k.deprel === "nummod" || k.lower === "the"));
}

function inHeading(view: View, t: Token): boolean {
  return view.sentenceOf(t)?.kind === "heading" || view.mentions.over(t) === undefined;
}

function verbTrigger(view: View, t: Token): Trigger | null {
  const frame = view.frames.of(t);
  const choice = chooseVerb(view, frame);
  // "is committed to", "was appalled by"; a verb sense without an event ("attacked the problem") ends the search.
  if (choice === null && (frame.passive || (t.xpos === "VBN" && !isPerfect(view, t)))) return adjectiveTrigger(view, t);
  return trigger(choice, { form: "verb", head: t, frame: choice?.frame ?? frame, nounFrame: null, noun: null });
}

function isPerfect(view: View, t: Token): boolean {
  return kidsOf(view.tree, t.i).some((k) => relation(k) === "aux" && k.lemma === "have");
}

function nounTrigger(view: View, t: Token): Trigger | null {
  if (view.lexicon.nounSenses(t.lemma.toLowerCase()).length === 0) return null;
  if (isModifier(view, t) || isInName(view, t)) return null;
  const nounFrame = nounFrameOf(view, t);
  const choice = chooseNoun(view, nounFrame);
  return trigger(choice, { form: "noun", head: t, frame: nounFrame.light?.frame ?? null, nounFrame, noun: null });
}

/** "attack helicopters", "peace talks venue": the head noun says what it is about. */
function isModifier(view: View, t: Token): boolean {
  if (relation(t) === "compound" && t.deprel !== "compound:prt") return true;
  return t.deprel === "flat" || (t.deprel === "nmod" && prepositionOf(view.tree, t) === "" && t.head > t.i);
}

/** Part of a name of somebody or something ("Ministry of Defence", "the Mine Action Service"). */
function isInName(view: View, t: Token): boolean {
  const over = view.mentions.over(t);
  if (over === undefined) return false;
  return over.mention.form === "name" && view.mentions.at(t) === undefined && t.upos === "PROPN";
}

function adjectiveTrigger(view: View, t: Token): Trigger | null {
  const of = describedBy(view, t);
  if (of === null) return null;
  const choice = chooseAdjective(view, t, of);
  const frame = t.deprel === "amod" ? null : view.frames.of(t);
  return trigger(choice, { form: "adjective", head: t, frame, nounFrame: null, noun: of.noun });
}

function describedBy(view: View, t: Token): { readonly noun: Token; readonly obliques: readonly Oblique[] } | null {
  const senses =
    view.lexicon.adjectiveSenses(t.lower).length + view.lexicon.adjectiveSenses(t.lemma.toLowerCase()).length;
  if (senses === 0) return null;
  const frame = view.frames.of(t);
  const noun = t.deprel === "amod" ? headOf(view.tree, t) : (frame.subject?.token ?? kidBy(view.tree, t.i, "nsubj"));
  return noun === undefined ? null : { noun, obliques: frame.obliques };
}

type Parts = Pick<Trigger, "form" | "head" | "frame" | "nounFrame" | "noun">;

function trigger(choice: Choice | null, parts: Parts): Trigger | null {
  if (choice === null || choice.sense.type === null) return null;
  const { sense, words } = choice;
  const { mode, contexts } = sense;
  const type = choice.sense.type;
  return {
    ...parts,
    words,
    sense,
    type,
    mode,
    contexts,
    merged: [],
    inside: null,
    loose: choice.loose,
    rules: [`${parts.form} ${sense.lemma} ${type}`],
  };
}

/** Whether the noun is introduced by a word that points back ("the attack", "this raid", "their strikes"). */
export function pointsBack(view: View, noun: Token): boolean {
  return kidsOf(view.tree, noun.i).some((k) => {
    const lower = k.lower;
    return (
      lower === "the" ||
      lower === "this" ||
      lower === "that" ||
      lower === "these" ||
      lower === "those" ||
      (k.deprel === "nmod:poss" && k.upos === "PRON")
    );
  });
}

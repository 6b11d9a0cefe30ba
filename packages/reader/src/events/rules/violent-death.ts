import type { Trigger } from "../telling.ts";
import type { View } from "../view.ts";
import type { TriggerRule } from "./rule.ts";

/** "Two are dead", "five deaths", "one is missing": events where violence is told beside them, and no accident or illness. */
export const violentDeath: TriggerRule = {
  name: "violent death",
  because: "marked: four people [died] on the scene of a shooting; deaths by thirst, fever or accident are none",
  apply: (view, triggers) => {
    if (!triggers.some((t) => t.sense.flags.violent)) return triggers;
    const violence = new Set(triggers.filter(isViolence).map((t) => t.head.sentence));
    return triggers.filter((t) => !t.sense.flags.violent || byViolence(view, t, violence));
  },
};

function isViolence(t: Trigger): boolean {
  return t.type === "ASSAULT" && !t.sense.flags.violent;
}

/** Sentences around that may tell the violence: the two before, the two after a headline, the next one after others. */
const BEFORE = 2;

function byViolence(view: View, t: Trigger, violence: ReadonlySet<number>): boolean {
  const here = t.head.sentence;
  if (violence.has(here)) return true;
  if (tells(view, here, isNature)) return false;
  if (tells(view, here, isWeapon)) return true;
  const after = view.sentenceOf(t.head)?.kind === "heading" ? here + 2 : here + 1;
  for (let at = here - 1; at >= here - BEFORE; at -= 1) {
    if (violence.has(at)) return true;
    if (tells(view, at, isNature)) return false;
  }
  for (let at = here + 1; at <= after; at += 1) if (violence.has(at)) return true;
  return false;
}

function tells(view: View, sentence: number, is: (view: View, lemma: string) => boolean): boolean {
  const s = view.doc.sentences[sentence];
  if (s === undefined) return false;
  const end = Math.min(s.to, s.from + MOST_WORDS);
  for (let i = s.from; i < end; i += 1) {
    const t = view.doc.tokens[i];
    if (t?.upos === "NOUN" && is(view, t.lemma.toLowerCase())) return true;
  }
  return false;
}

const MOST_WORDS = 120;

function isNature(view: View, lemma: string): boolean {
  return view.lexicon.classOf(lemma).includes("nature");
}

function isWeapon(view: View, lemma: string): boolean {
  return view.lexicon.weaponOf(lemma)?.class === "weapon";
}

import type { ActorKind, EventType } from "@dateline/model";
import { BORROWED } from "../place-near.ts";
import type { Telling } from "../telling.ts";
import { kidsOf } from "../tree.ts";
import { pointsBack } from "../triggers.ts";
import type { View } from "../view.ts";

/** The tellings that stand once their slots are known. */
export function keepTellings(view: View, tellings: readonly Telling[]): readonly Telling[] {
  const told = new Set<string>();
  return tellings.filter((t) => {
    const stays = !isWeak(t) && !isBare(view, t) && !isEcho(view, t, told);
    if (stays) told.add(t.trigger.type);
    return stays;
  });
}

const BODIES: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "person",
  "government",
  "military",
  "police",
  "armed-group",
  "igo",
  "ngo",
  "party",
]);

/** Types that people of no body do or suffer: a crowd marches, families flee, shells hit a house. */
const BY_PEOPLE: ReadonlySet<EventType> = new Set<EventType>(["PROTEST", "ASSAULT", "AID", "COERCE", "SANCTION"]);

/** Words of wide use ("hit", "move") tell an event only with an actor who can do it, or a weapon that does. */
function isWeak(t: Telling): boolean {
  if (!t.trigger.sense.flags.weak) return false;
  if (t.instruments.length > 0) return false;
  const people = BY_PEOPLE.has(t.trigger.type);
  return ![...t.agents, ...t.targets].some(
    (p) => BODIES.has(p.entity.kind) || (people && p.entity.kind === "civilians"),
  );
}

/** Nouns of talk and the like ("talks", "support", "inspections") tell an event only with a party, a time or a place. */
function isBare(view: View, t: Telling): boolean {
  const { trigger } = t;
  if (trigger.form !== "noun" || trigger.type === "ASSAULT" || trigger.nounFrame?.light != null) return false;
  if (view.sentenceOf(trigger.head)?.kind === "heading" || isThere(view, t)) return false;
  return t.agents.length + t.targets.length === 0 && t.time === null && t.place === null;
}

const REPORTED = /^(?:report|record|confirm|make|announce|document|register|note)$/;

/** "There were protests", "the town is under siege": the sentence is about nothing else. */
function isThere(view: View, { trigger }: Telling): boolean {
  if (kidsOf(view.tree, trigger.head.i).some((k) => k.deprel === "cop")) return true;
  const verb = trigger.nounFrame?.governor?.verb;
  // "No arrests were reported".
  if (verb?.xpos === "VBN" && REPORTED.test(verb.lemma) && trigger.nounFrame?.governor?.passive === true) return true;
  return verb?.lemma === "be" && kidsOf(view.tree, verb.i).some((k) => k.deprel === "expl" || k.xpos === "EX");
}

/** Guideline 20: "the attack", "his death", "the hijacked tanker" only point back, unless they add a fact or the type is new here. */
function isEcho(view: View, t: Telling, told: ReadonlySet<string>): boolean {
  const { trigger } = t;
  if (trigger.inside !== null || !told.has(trigger.type)) return false;
  const adds = t.time !== null || (t.place !== null && t.place.rule !== BORROWED) || Object.keys(t.counts).length > 0;
  if (trigger.form === "adjective") return trigger.head.deprel === "amod" && !adds && t.agents.length === 0;
  // "The dead included two nurses": said of people, not of a deed.
  if (trigger.head.upos === "ADJ") return false;
  if (trigger.form !== "noun" || !pointsBack(view, trigger.nounFrame?.standing ?? trigger.head)) return false;
  return !adds && [...t.agents, ...t.targets].every((p) => p.token.upos === "PRON");
}

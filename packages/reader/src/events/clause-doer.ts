import type { Token } from "../doc.ts";
import type { Argument, Frame } from "./frame.ts";
import type { NounFrame } from "./noun-frame.ts";
import { type Party, partiesAt } from "./parties.ts";
import type { Trigger } from "./telling.ts";
import { headOf, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** Who does the deed that a noun tells, where its own phrase names nobody and the clause around it does. */
export function clauseDoer(view: View, t: Trigger): readonly Party[] {
  if (t.nounFrame === null) return [];
  const gerund = gerundBefore(view, t.head);
  if (gerund !== undefined) return subjectOf(view, view.frames.of(gerund));
  const told = toldDoer(view, t);
  return told.length > 0 ? told : byMeansOf(view, t, t.nounFrame);
}

/** "touring the port and meeting with envoys": a gerund that the tagger took for a noun. */
function gerundBefore(view: View, noun: Token): Token | undefined {
  const joinedTo = noun.deprel === "conj" && noun.lower.endsWith("ing") ? headOf(view.tree, noun) : undefined;
  return joinedTo?.xpos === "VBG" ? joinedTo : undefined;
}

/** By which prepositions a clause carries a deed of its subject. */
const CARRYING: Readonly<Record<string, RegExp>> = {
  ASSAULT: /^(?:with|through|by|via)$/,
  AID: /^(?:with|through|by|via|in)$/,
  CONSULT: /^(?:in|during|at|on)$/,
};

/** "backed the militia with air strikes", "flew in support of the king", "said in a call with the envoy". */
function byMeansOf(view: View, t: Trigger, frame: NounFrame): readonly Party[] {
  const { standing, governor, light } = frame;
  const carrying = CARRYING[t.type];
  if (carrying === undefined || light !== null || governor === null || relation(standing) !== "obl") return [];
  if (!carrying.test(prepositionOf(view.tree, standing))) return [];
  const found = subjectOf(view, governor);
  return t.type === "CONSULT" ? found : found.filter((p) => BODIES.has(p.entity.kind));
}

const BODIES: ReadonlySet<string> = new Set(["government", "military", "police", "armed-group", "igo", "ngo"]);

function subjectOf(view: View, frame: Frame): readonly Party[] {
  return frame.subject === null || frame.passive ? [] : partiesAt(view, frame.subject);
}

const PUT_ON: Readonly<Record<string, string>> = { blame: "on", attribute: "to", ascribe: "to" };

/** "two killings blamed on the militia", "the raid, claimed by the group": on whose account a deed is put. */
function toldDoer(view: View, t: Trigger): readonly Party[] {
  if (t.type !== "ASSAULT" || t.nounFrame === null) return [];
  for (const verb of kidsOf(view.tree, t.nounFrame.standing.i)) {
    const found = relation(verb) === "acl" ? account(view, verb).flatMap((a) => partiesAt(view, a)) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function account(view: View, verb: Token): readonly Argument[] {
  const frame = view.frames.of(verb);
  const lemma = verb.lemma.toLowerCase();
  if (lemma === "claim") return frame.passive && frame.subject !== null ? [frame.subject] : [];
  return frame.obliques.filter((o) => o.prep === PUT_ON[lemma]);
}

/** "with the support of the navy, marines took the port": those who do it are helped. */
export function helped(view: View, t: Trigger): readonly Party[] {
  if (t.type !== "AID" || t.nounFrame === null) return [];
  const { standing, governor } = t.nounFrame;
  if (governor === null || relation(standing) !== "obl" || prepositionOf(view.tree, standing) !== "with") return [];
  return governor.subject === null ? [] : partiesAt(view, governor.subject);
}

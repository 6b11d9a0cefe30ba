import type { Token } from "../../doc.ts";
import type { Trigger } from "../telling.ts";
import { above, isNominal, isVerb, kidsOf, prepositionOf, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { marked, type TriggerRule } from "./rule.ts";

/** "accused the army of shelling the town", "denied shelling it": the deed stands on the speaker's word. */
export const charge: TriggerRule = {
  name: "charge",
  because: "22: accused the army of [shelling] the town → ACCUSE, and the deed, possible, on the accuser's word",
  apply: (view, triggers) =>
    triggers.map((t) => {
      const verb = chargeOver(view, t);
      return verb === undefined
        ? t
        : marked(t, `under "${verb.lemma}"`, { inside: { kind: "charged", frame: view.frames.of(verb) } });
    }),
};

const CHARGES: ReadonlySet<string> = new Set(["accuse", "blame", "suspect", "charge", "deny", "allege"]);

function chargeOver(view: View, t: Trigger): Token | undefined {
  let at = t.nounFrame?.light?.frame.verb ?? t.nounFrame?.standing ?? t.head;
  for (const up of above(view.tree, at).slice(0, 4)) {
    if (isVerb(up) && CHARGES.has(up.lemma)) return holdsDeed(view, at) ? up : undefined;
    const link =
      relation(at) === "conj" ||
      relation(at) === "xcomp" ||
      (isNominal(at) && relation(at) === "nmod" && prepositionOf(view.tree, at) === "of");
    if (!link) return undefined;
    at = up;
  }
  return undefined;
}

/** The deed stands after "of", "for" or "with", or is the object or clause itself; not the subject, not a time clause. */
function holdsDeed(view: View, at: Token): boolean {
  const rel = relation(at);
  if (rel === "obj" || rel === "xcomp" || rel === "ccomp") return true;
  // "denied sending troops": the parse takes the gerund for a clause beside it.
  if (at.xpos === "VBG" && at.i - at.head === 1) return true;
  const mark = prepositionOf(view.tree, at) || (kidsOf(view.tree, at.i).find((k) => k.deprel === "mark")?.lower ?? "");
  return (rel === "obl" || rel === "advcl" || rel === "nmod") && (mark === "of" || mark === "for" || mark === "with");
}

import type { Token } from "../../doc.ts";
import type { Frame } from "../frame.ts";
import type { Trigger } from "../telling.ts";
import { above, coordinated, isVerb, kidsOf } from "../tree.ts";
import type { View } from "../view.ts";
import { marked, type TriggerRule } from "./rule.ts";

/** "IS claimed the attack", "claimed responsibility for the attack": the attack's claim, by the group and on its word. */
export const responsibility: TriggerRule = {
  name: "claim of responsibility",
  because: "4: the group claimed responsibility for the [bombing]",
  apply: (view, triggers) => {
    const claims = new Set<number>();
    const read = triggers.map((t) => {
      const frame = t.form === "noun" && t.type === "ASSAULT" ? claimOf(view, t) : undefined;
      if (frame === undefined) return t;
      claims.add(frame.verb.i);
      return marked(t, "claim of responsibility", { inside: { kind: "claimed", frame } });
    });
    return read.filter((t) => !claims.has(t.head.i) && !isUnclaimed(view, t));
  },
};

/** The clause of the claim: its subject is agent and source. */
function claimOf(view: View, t: Trigger): Frame | undefined {
  const standing = t.nounFrame?.standing ?? t.head;
  const verbs = [...above(view.tree, standing).slice(0, 3), ...kidsOf(view.tree, standing.i)];
  const verb = verbs.find((v) => v.lemma === "claim" && isVerb(v));
  if (verb === undefined || isNegated(view, verb)) return undefined;
  const frame = view.frames.of(verb);
  const object = frame.object?.token;
  if (object === undefined || frame.subject === null || frame.complement !== null) return undefined;
  const direct = object.i === standing.i || coordinated(view.tree, object).some((o) => o.i === standing.i);
  const responsible = object.lemma === "responsibility" || object.lemma === "credit";
  return direct || responsible ? frame : undefined;
}

/** "No one has claimed responsibility" tells of no deed. */
function isUnclaimed(view: View, t: Trigger): boolean {
  return t.form === "verb" && t.head.lemma === "claim" && isNegated(view, t.head);
}

function isNegated(view: View, verb: Token): boolean {
  const words = kidsOf(view.tree, verb.i).flatMap((k) => [k, ...kidsOf(view.tree, k.i)]);
  return words.some((k) => /^(?:not|n't|n’t|no|never|nobody|none)$/.test(k.lower));
}

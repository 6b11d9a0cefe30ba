import type { Frame } from "../frame.ts";
import type { Trigger } from "../telling.ts";
import { above, coordinated, kidsOf } from "../tree.ts";
import type { View } from "../view.ts";
import { marked, type TriggerRule } from "./rule.ts";

/** "IS claimed the attack", "claimed responsibility for the attack": the attack's claim, by the group and on its word. */
export const responsibility: TriggerRule = {
  name: "claim of responsibility",
  because: "4: the group claimed responsibility for the [bombing]",
  apply: (view, triggers) =>
    triggers.map((t) => {
      const claimant = t.form === "noun" && t.type === "ASSAULT" ? claimVerb(view, t) : undefined;
      return claimant === undefined
        ? t
        : marked(t, "claim of responsibility", { inside: { kind: "claimed", frame: claimant } });
    }),
};

/** The clause of the claim: its subject is agent and source. */
function claimVerb(view: View, t: Trigger): Frame | undefined {
  const standing = t.nounFrame?.standing ?? t.head;
  const verb = above(view.tree, standing)
    .slice(0, 3)
    .find((v) => v.lemma === "claim");
  if (verb === undefined) return undefined;
  const frame = view.frames.of(verb);
  const object = frame.object?.token;
  if (object === undefined || frame.subject === null || frame.complement !== null) return undefined;
  const whole = coordinated(view.tree, object);
  const direct = whole.some((o) => o.i === standing.i);
  const responsible = object.lemma === "responsibility" || object.lemma === "credit";
  if (!direct && !responsible) return undefined;
  if (kidsOf(view.tree, verb.i).some((k) => k.lower === "not" || k.lower === "n't")) return undefined;
  return frame;
}

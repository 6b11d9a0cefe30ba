import type { Token } from "../doc.ts";
import type { Argument } from "./frame.ts";
import type { NounFrame } from "./noun-frame.ts";
import { type Party, partiesAt } from "./parties.ts";
import type { Trigger } from "./telling.ts";
import { kidsOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** Who holds what was hit, and whether the noun of the attack or a verb tells of it. */
export interface Hit extends Party {
  readonly of: "noun" | "verb";
}

const AT: ReadonlySet<string> = new Set([
  "at",
  "outside",
  "near",
  "on",
  "against",
  "in",
  "into",
  "inside",
  "of",
  "through",
]);

/** Guideline 15: an attack at an embassy or a base is one on whoever holds it, where the words name them. */
export function holdersHit(view: View, t: Trigger): readonly Hit[] {
  if (t.type !== "ASSAULT") return [];
  const found = [t, ...t.merged].flatMap((one) => {
    const noun = one.nounFrame === null ? [] : aroundNoun(view, one.nounFrame);
    const verb: readonly Argument[] = [
      ...(one.frame?.object == null || one.form !== "verb" ? [] : [one.frame.object]),
      ...(one.frame?.obliques ?? []).filter((o) => AT.has(o.prep)),
    ];
    return [...noun.flatMap((a) => heldAt(view, a, "noun")), ...verb.flatMap((a) => heldAt(view, a, "verb"))];
  });
  return found.filter((p, k) => found.findIndex((o) => o.entity.id === p.entity.id) === k);
}

function heldAt(view: View, a: Argument, of: Hit["of"]): readonly Hit[] {
  return partiesAt(view, a).flatMap((p) => (p.bond === "owner" ? [{ ...p, of }] : []));
}

/** "the raid on the embassy", "the embassy bombing", "the strike hit a convoy". */
function aroundNoun(view: View, frame: NounFrame): readonly Argument[] {
  const { governor, standing } = frame;
  const object = governor !== null && governor.subject?.token.i === standing.i ? governor.object : null;
  const at = frame.obliques.filter((o) => AT.has(o.prep));
  return [...at, ...compounds(view, frame.noun), ...(object === null ? [] : [object])];
}

/** The thing struck before the noun: "the embassy bombing", "a convoy ambush". */
function compounds(view: View, noun: Token): readonly Argument[] {
  return kidsOf(view.tree, noun.i)
    .filter((k) => k.i < noun.i && (relation(k) === "compound" || relation(k) === "nmod") && k.deprel !== "nmod:poss")
    .map((token) => ({ token, bond: "own" as const }));
}

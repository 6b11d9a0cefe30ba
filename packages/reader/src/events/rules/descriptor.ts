import type { Token } from "../../doc.ts";
import type { Trigger } from "../telling.ts";
import { headOf, isNominal, kidsOf, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { byHead, type TriggerRule } from "./rule.ts";

/** Words that say what somebody can do, or who is meant, tell no deed. */
export const descriptor: TriggerRule = {
  name: "descriptor",
  because:
    "decisions: the ability to [attack]; those [killed]; the campaign to [defeat] the group (the campaign is the claim)",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    return triggers.filter((t) => t.form === "noun" || !(isDescriptor(view, t, heads) || isOfThose(view, t)));
  },
};

/** What one is able to do is not done; a plan or wish is told by its noun. */
const ABLE: ReadonlySet<string> = new Set([
  "ability",
  "capability",
  "capacity",
  "power",
  "potential",
  "strategy",
  "right",
  "resolve",
  "struggle",
  "war",
  "battle",
  "campaign",
  "fight",
  "operation",
  "mission",
]);

function isDescriptor(view: View, t: Trigger, heads: ReadonlyMap<number, Trigger>): boolean {
  const noun = describedNoun(view, t.head);
  if (noun === undefined) return false;
  if (noun.lower === "those" && isAmong(view, noun)) return false;
  if (noun.lower === "those" || noun.lower === "anyone" || noun.lower === "whoever") return true;
  if (!hasTo(view, t.head)) return false;
  return ABLE.has(noun.lemma.toLowerCase()) || heads.get(noun.i)?.type === t.type;
}

/** "all those wounded", "the families of those killed". */
function isOfThose(view: View, t: Trigger): boolean {
  const those = view.doc.tokens[t.head.i - 1];
  return t.head.xpos !== "VBD" && those?.lower === "those" && !isAmong(view, those);
}

/** "Among those killed was the mayor" tells who was killed. */
function isAmong(view: View, those: Token): boolean {
  return view.doc.tokens[those.i - 1]?.lower === "among";
}

/** The noun that a participle or an infinitive describes, through a verb joined to another. */
function describedNoun(view: View, verb: Token): Token | undefined {
  const head = headOf(view.tree, verb);
  if (head === undefined) return undefined;
  const to = kidsOf(view.tree, verb.i).find((k) => k.lower === "to");
  const beside = to === undefined ? undefined : view.doc.tokens[to.i - 1];
  if (beside !== undefined && ABLE.has(beside.lemma.toLowerCase())) return beside;
  if (relation(verb) === "acl") return isNominal(head) || head.upos === "DET" ? head : undefined;
  const upper = headOf(view.tree, head);
  const joined =
    (verb.deprel === "conj" || verb.deprel === "xcomp" || verb.deprel === "advcl") && relation(head) === "acl";
  return joined && head.deprel !== "acl:relcl" ? upper : undefined;
}

function hasTo(view: View, verb: Token): boolean {
  if (verb.deprel === "acl:relcl") return false;
  const head = headOf(view.tree, verb);
  const words = [...kidsOf(view.tree, verb.i), ...(head === undefined ? [] : kidsOf(view.tree, head.i))];
  return words.some((k) => k.lower === "to" && (k.deprel === "mark" || k.upos === "PART"));
}

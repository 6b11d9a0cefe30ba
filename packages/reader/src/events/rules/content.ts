import type { EventType } from "@dateline/model";
import type { Token } from "../../doc.ts";
import type { Trigger } from "../telling.ts";
import { above, headOf, isNominal, isVerb, kidsOf, prepositionOf, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { byHead, type TriggerRule } from "./rule.ts";

/** What is asked, promised, threatened or refused is the content of that act and no claim of its own. */
export const contentOfSpeech: TriggerRule = {
  name: "content of a speech act",
  because: "decisions: urged them to [free] the prisoners → one REQUEST; a commitment gives one claim",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    const vows = new Set<number>();
    const rest = triggers.filter((t) => {
      const outer = speechOver(view, t, heads);
      if (outer === undefined) return true;
      // "remains committed to carrying out attacks" promises nothing good: the attacks are planned.
      if (outer.type === "AGREE" && t.form === "verb" && (t.type === "ASSAULT" || t.type === "COERCE"))
        vows.add(outer.head.i);
      return vows.has(outer.head.i) || isOrderedMove(outer, t) || presupposed(view, t);
    });
    return rest.filter((t) => !vows.has(t.head.i));
  },
};

const HOLDS_CONTENT: ReadonlySet<EventType> = new Set<EventType>(["REQUEST", "AGREE", "CONCEDE", "THREATEN", "REJECT"]);

/** The speech act whose content this is. */
function speechOver(view: View, t: Trigger, heads: ReadonlyMap<number, Trigger>): Trigger | undefined {
  const start = t.nounFrame?.standing ?? t.head;
  let at: Token = start;
  for (const up of above(view.tree, start).slice(0, 5)) {
    if (!isLink(view, at, up)) return undefined;
    const outer = heads.get(up.i);
    if (outer !== undefined && HOLDS_CONTENT.has(outer.type)) return outer;
    if (outer !== undefined && outer.form === "verb" && at.deprel !== "conj") return undefined;
    at = up;
  }
  return undefined;
}

/** The steps from a content up to the word that holds it. */
function isLink(view: View, at: Token, up: Token): boolean {
  const rel = relation(at);
  if (rel === "xcomp" || rel === "ccomp" || rel === "conj" || rel === "obj") return true;
  // "the release of the men detained in May": who is meant, not what is asked.
  if (rel === "acl" && at.xpos === "VBN") return false;
  if (rel === "acl")
    return at.deprel !== "acl:relcl" && (kidsOf(view.tree, at.i).some((k) => k.lower === "to") || isNominal(up));
  if (rel === "nmod") return ["of", "for", "to"].includes(prepositionOf(view.tree, at));
  if (rel === "obl") return ["for", "to", "with", "of", "on", "upon"].includes(prepositionOf(view.tree, at));
  if (rel === "advcl")
    return kidsOf(view.tree, at.i).some((k) => k.lower === "to" && k.deprel === "mark") && isVerb(up);
  return false;
}

/** An order to one's own forces is a REQUEST and the move that it orders. */
function isOrderedMove(outer: Trigger, t: Trigger): boolean {
  return (
    outer.type === "REQUEST" &&
    t.type === "MOBILIZE" &&
    /^(?:order|command|instruct|direct|tell)$/.test(outer.head.lemma)
  );
}

/** "cease the airstrikes", "an end to attacks on civilians": the deed goes on whatever is asked. */
function presupposed(view: View, t: Trigger): boolean {
  if (t.form !== "noun") return false;
  const head = headOf(view.tree, t.nounFrame?.standing ?? t.head);
  return (
    head !== undefined && (/^(?:stop|cease|end|halt|suspend|discontinue)$/.test(head.lemma) || isAfter(view, t, head))
  );
}

/** What is looked into or answered for has been done: "urged a probe into the killing of nine nurses". */
function isAfter(view: View, t: Trigger, head: Token): boolean {
  if (t.type !== "ASSAULT" && t.type !== "COERCE") return false;
  const standing = t.nounFrame?.standing ?? t.head;
  if (relation(standing) === "obj") return LOOKED_INTO.test(head.lemma);
  return /^(?:into|for|over|against|behind)$/.test(prepositionOf(view.tree, standing)) && ANSWERED.test(head.lemma);
}

const LOOKED_INTO =
  /^(?:investigate|probe|condemn|punish|explain|clarify|prosecute|avenge|denounce|mourn|deplore|document|verify|solve)$/;
const ANSWERED =
  /^(?:inquiry|enquiry|investigation|probe|justice|compensation|accountability|responsible|responsibility|apology|apologise|apologize|answer|revenge|protest|account|accountable|those|retaliation)$/;

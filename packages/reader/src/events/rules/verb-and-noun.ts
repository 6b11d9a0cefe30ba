import type { Trigger } from "../telling.ts";
import { isAnswer } from "../triggers.ts";
import { byHead, joined, type TriggerRule } from "./rule.ts";

/** "provided support", "resumed talks", "met for talks": verb and noun of one type are one claim. */
export const verbAndNoun: TriggerRule = {
  name: "verb and noun",
  because: "12: the navy [provided] support",
  apply: (_view, triggers) => {
    const heads = byHead(triggers);
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      const verb = t.form === "noun" ? heads.get(t.nounFrame?.governor?.verb.i ?? -1) : undefined;
      if (verb?.form !== "verb" || verb.type !== t.type || isAnswer(verb) || !isObject(verb, t)) continue;
      gone.add(t.head.i);
      lent.set(verb.head.i, [...(lent.get(verb.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "verb and noun"));
  },
};

function isObject(verb: Trigger, noun: Trigger): boolean {
  const standing = noun.nounFrame?.standing.i;
  return verb.frame?.object?.token.i === standing && standing !== undefined;
}

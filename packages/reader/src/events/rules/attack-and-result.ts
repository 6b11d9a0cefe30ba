import type { Token } from "../../doc.ts";
import type { Frame, Oblique } from "../frame.ts";
import { classesAt } from "../parties.ts";
import type { Trigger } from "../telling.ts";
import { above, coordinated, headOf, isVerb, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { byHead, joined, type TriggerRule } from "./rule.ts";

/** "Ten people were killed in an attack": one claim; its trigger is the result, the attack lends its actors and means. */
export const attackAndResult: TriggerRule = {
  name: "attack and result",
  because: "12: [killed] in a bombing; a bombing [killed] ten",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      if (t.form !== "verb" || !tellsResult(t) || t.type !== "ASSAULT" || t.head.deprel === "acl:relcl") continue;
      for (const attack of attacksAround(t, heads, view)) {
        if (gone.has(attack.head.i)) continue;
        gone.add(attack.head.i);
        lent.set(t.head.i, [...(lent.get(t.head.i) ?? []), attack]);
      }
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "attack and result"));
  },
};

function tellsResult(t: Trigger): boolean {
  return t.sense.flags.result || t.merged.some((m) => m.sense.flags.result);
}

const MEANS: ReadonlySet<string> = new Set(["in", "by", "during", "with", "from", "when", "after"]);

function attacksAround(t: Trigger, heads: ReadonlyMap<number, Trigger>, view: View): readonly Trigger[] {
  const frame = t.frame;
  if (frame === null) return [];
  const beside = t.merged.flatMap((m) => (m.frame === null ? [] : [...m.frame.obliques, ...byPhrase(m.frame)]));
  const words: Token[] = [...frame.obliques, ...beside].filter((o) => MEANS.has(o.prep)).map((o) => o.token);
  if (
    frame.subject !== null &&
    (frame.subject.bond === "own" || frame.subject.bond === "by" || frame.subject.bond === "shared")
  )
    words.push(frame.subject.token);
  return words
    .flatMap((w) => coordinated(view.tree, w))
    .flatMap((w) => heads.get(w.i) ?? [])
    .filter((n) => n.form === "noun" && n.type === "ASSAULT");
}

function byPhrase(frame: Frame): readonly Oblique[] {
  return frame.passive && frame.subject !== null ? [{ ...frame.subject, prep: "by" }] : [];
}

/** "attacks which killed scores": one claim; its trigger is the attack, the relative clause lends its victims and counts. */
export const attackThatKilled: TriggerRule = {
  name: "attack that killed",
  because: "12: an [attack] that killed two",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      if (t.form !== "verb" || !t.sense.flags.result || t.type !== "ASSAULT") continue;
      const attack = attackOfClause(view, t, heads);
      if (attack === undefined || gone.has(attack.head.i)) continue;
      gone.add(t.head.i);
      lent.set(attack.head.i, [...(lent.get(attack.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "attack that killed"));
  },
};

function attackOfClause(view: View, t: Trigger, heads: ReadonlyMap<number, Trigger>): Trigger | undefined {
  const clause = clauseOf(view, t.head);
  const noun = headOf(view.tree, clause);
  if (noun === undefined || (clause.deprel !== "acl:relcl" && clause.deprel !== "acl")) return undefined;
  const subject = t.frame?.subject?.token.i;
  if (subject !== noun.i && !(subject === undefined && isPlaceOrTime(view, noun))) return undefined;
  const attack = heads.get(noun.i) ?? attackBefore(view, noun, heads);
  return attack?.form === "noun" && attack.type === "ASSAULT" ? attack : undefined;
}

/** In "the bombings of embassies in Kenya last year that killed 224" a place or time lies between. */
function attackBefore(view: View, noun: Token, heads: ReadonlyMap<number, Trigger>): Trigger | undefined {
  if (!isPlaceOrTime(view, noun) && !isBuilt(view, noun) && isActor(view, noun)) return undefined;
  for (const up of above(view.tree, noun).slice(0, 6)) {
    const attack = heads.get(up.i);
    if (attack?.form === "noun") return attack;
    if (!isVerb(up)) continue;
    const object = heads.get(view.frames.of(up).object?.token.i ?? -1);
    return object !== undefined && object.head.i < noun.i ? object : undefined;
  }
  return undefined;
}

function isBuilt(view: View, t: Token): boolean {
  return view.lexicon
    .classOf(t.lemma.toLowerCase())
    .some((c) => c === "building" || c === "infrastructure" || c === "place");
}

function isActor(view: View, t: Token): boolean {
  if (view.mentions.at(t) !== undefined) return true;
  return classesAt(view, t).some((c) => c === "person" || c === "force" || c === "group" || c === "weapon");
}

function isPlaceOrTime(view: View, t: Token): boolean {
  const over = (list: readonly { readonly start: number; readonly end: number }[] | undefined): boolean =>
    list?.some((p) => p.start <= t.start && t.end <= p.end) ?? false;
  return over(view.places.get(t.sentence)) || over(view.times.get(t.sentence));
}

function clauseOf(view: View, verb: Token): Token {
  const head = headOf(view.tree, verb);
  return verb.deprel === "conj" && head !== undefined && isVerb(head) ? head : verb;
}

/** "killed ten and wounded five", "82 were killed and 1,700 injured": results of one deed are one claim with both counts. */
export const jointResults: TriggerRule = {
  name: "joint results",
  because: "12: the blast [killed] ten and wounded five",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      const first = jointWith(view, t, heads);
      if (first === undefined || gone.has(first.head.i)) continue;
      gone.add(t.head.i);
      lent.set(first.head.i, [...(lent.get(first.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "joint results"));
  },
};

const BODILY: ReadonlySet<string> = new Set(["killed", "injured", "missing"]);

function jointWith(view: View, t: Trigger, heads: ReadonlyMap<number, Trigger>): Trigger | undefined {
  if (t.form !== "verb" || t.head.deprel !== "conj" || !BODILY.has(t.sense.flags.counts ?? "")) return undefined;
  const head = headOf(view.tree, t.head);
  const first = head === undefined ? undefined : heads.get(head.i);
  if (first === undefined || first.form !== "verb" || first.type !== t.type) return undefined;
  const counts = first.sense.flags.counts;
  if (counts === t.sense.flags.counts && t.frame?.object?.bond !== "shared") return undefined;
  if (counts === null && isOnAnother(first, t)) return undefined;
  return counts === null || BODILY.has(counts) ? first : undefined;
}

/** "repelled the raid and killed ten": each deed has an object of its own. */
function isOnAnother(first: Trigger, t: Trigger): boolean {
  const [x, y] = [first.frame?.object, t.frame?.object];
  return x?.bond === "own" && y?.bond === "own" && !first.frame?.passive && x.token.i !== y.token.i;
}

/** "struck and killed him": two verbs with one and the same object are one deed. */
export const oneObject: TriggerRule = {
  name: "one object",
  because: "12: was [struck] and killed by a shell",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    const gone = new Set<number>();
    const lent = new Map<number, Trigger[]>();
    for (const t of triggers) {
      if (t.form !== "verb" || t.head.deprel !== "conj") continue;
      const head = headOf(view.tree, t.head);
      const first = head === undefined ? undefined : heads.get(head.i);
      if (first === undefined || gone.has(first.head.i) || first.type !== t.type || !sameObject(first, t)) continue;
      if (t.head.i - first.head.i > 3) continue;
      gone.add(t.head.i);
      lent.set(first.head.i, [...(lent.get(first.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "one object"));
  },
};

function sameObject(a: Trigger, b: Trigger): boolean {
  const x = a.frame?.object?.token.i;
  return x !== undefined && x === b.frame?.object?.token.i;
}

/** "attacks and strikes", "killing and wounding of civilians": nouns of one type side by side are one claim. */
export const nounPairs: TriggerRule = {
  name: "noun pair",
  because: "12: a series of [attacks] and raids",
  apply: (view, triggers) => {
    const heads = byHead(triggers);
    return triggers.filter((t) => {
      if (t.form !== "noun" || t.head.deprel !== "conj") return true;
      const head = headOf(view.tree, t.head);
      const first = head === undefined ? undefined : heads.get(head.i);
      const bare = (t.nounFrame?.obliques ?? []).every(
        (o) => relation(o.token) !== "nmod" || o.token.head !== t.head.i,
      );
      return !(
        first?.form === "noun" &&
        first.type === t.type &&
        first.mode === t.mode &&
        bare &&
        t.head.i - first.head.i <= 3
      );
    });
  },
};

/** "a missile strike hit the airport": the attack and its verb are one claim; what was hit counts for the attack. */
export const attackThatStruck: TriggerRule = {
  name: "attack that struck",
  because: "12: a missile [strike] had hit the airport",
  apply: (_view, triggers) => {
    const heads = byHead(triggers);
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      if (t.form !== "verb" || t.type !== "ASSAULT" || t.sense.flags.result || t.frame?.passive !== false) continue;
      const attack = heads.get(t.frame.subject?.token.i ?? -1);
      if (attack?.form !== "noun" || attack.type !== "ASSAULT") continue;
      gone.add(t.head.i);
      lent.set(attack.head.i, [...(lent.get(attack.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "attack that struck"));
  },
};

/** "82 were killed and 1,700 injured", whatever the parse made of the second word: the count goes with the first. */
export const hurtBeside: TriggerRule = {
  name: "hurt beside",
  because: "12: ten were [killed] and forty injured",
  apply: (view, triggers) =>
    triggers.filter((t, k) => {
      const before = triggers[k - 1];
      if (before === undefined || t.type !== before.type || t.head.sentence !== before.head.sentence) return true;
      const joint =
        before.sense.flags.counts === "killed" && ["injured", "missing"].includes(t.sense.flags.counts ?? "");
      return !(
        joint &&
        t.head.deprel !== "root" &&
        t.head.i - before.head.i < 10 &&
        joinedByAnd(view, before.head, t.head)
      );
    }),
};

function joinedByAnd(view: View, from: Token, to: Token): boolean {
  return view.doc.tokens.slice(from.i + 1, to.i).some((t) => t.lower === "and" || t.lower === "or" || t.lower === ",");
}

/** "a bomb went off, killing twelve": an explosion and the deaths that it caused are one claim. */
export const blastAndDeaths: TriggerRule = {
  name: "blast and deaths",
  because: "12: a bomb [went off], killing twelve",
  apply: (view, triggers) => {
    const heads = new Map(triggers.flatMap((t) => [t, ...t.merged].map((m) => [m.head.i, t] as const)));
    const lent = new Map<number, Trigger[]>();
    const gone = new Set<number>();
    for (const t of triggers) {
      if (t.form !== "verb" || !t.sense.flags.result || t.head.deprel !== "advcl" || t.head.xpos !== "VBG") continue;
      const blast = blastBefore(view, t, heads);
      if (blast === undefined || gone.has(blast.head.i)) continue;
      gone.add(t.head.i);
      lent.set(blast.head.i, [...(lent.get(blast.head.i) ?? []), t]);
    }
    return triggers.filter((t) => !gone.has(t.head.i)).map((t) => joined(t, lent.get(t.head.i), "blast and deaths"));
  },
};

/** The attack that the participle belongs to, or the last one before its comma; with a victim of its own it stays apart. */
function blastBefore(view: View, t: Trigger, heads: ReadonlyMap<number, Trigger>): Trigger | undefined {
  const head = headOf(view.tree, t.head);
  const beside = [t.head.i - 2, t.head.i - 3].map((i) => heads.get(i));
  const blast = [head === undefined ? undefined : heads.get(head.i), ...beside].find((b) => b?.type === "ASSAULT");
  if (blast === undefined || blast.head.sentence !== t.head.sentence) return undefined;
  const object = blast.frame?.object ?? null;
  return object === null || classesAt(view, object.token).includes("weapon") ? blast : undefined;
}

import type { EventType } from "@dateline/model";
import type { Token } from "../doc.ts";
import { distinct, doers } from "./doers.ts";
import type { Argument, Frame } from "./frame.ts";
import { classesAt, type Party, partiesAt } from "./parties.ts";
import type { Trigger } from "./telling.ts";
import { isVerb, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/**
 * Whom a speech act is about where its clause names nobody: who does the deed that is condemned or asked for, whose
 * policy is protested against, for whom something is promised or against whom it is threatened.
 */
export function meantBy(view: View, t: Trigger): readonly Party[] {
  const found = OF_DEEDS.has(t.type) ? [deedDoers(view, t), ordered(view, t), owners(view, t)] : [];
  const content = OF_CONTENT.has(t.type) ? [contentParties(view, t)] : [];
  return distinct([...found, ...content].find((list) => list.length > 0) ?? []);
}

const OF_DEEDS: ReadonlySet<EventType> = new Set<EventType>(["ACCUSE", "SUPPORT", "REQUEST", "REJECT", "PROTEST"]);
const OF_CONTENT: ReadonlySet<EventType> = new Set<EventType>(["AGREE", "CONCEDE", "THREATEN"]);

/** "condemned the army's raid", "calls for a rebel withdrawal", "an end to the militia's attacks". */
function deedDoers(view: View, t: Trigger): readonly Party[] {
  for (const a of spokenOf(t)) {
    const found = deedsOf(view, a).flatMap((d) => (isSuffered(t, d) ? [] : doers(view, d)));
    if (found.length > 0) return found;
  }
  return [];
}

/** "his release", "her trial": whose it is does not do it. */
export const SUFFERED: RegExp =
  /^(?:release|extradition|arrest|detention|trial|prosecution|execution|killing|murder|assassination|kidnapping|abduction|expulsion|deportation|punishment|imprisonment|transfer|conviction|death|torture|removal|ouster|impeachment|evacuation|rescue|treatment|freedom)$/;

function isSuffered(t: Trigger, d: Argument): boolean {
  return t.type === "REQUEST" && SUFFERED.test(d.token.lemma);
}

function spokenOf(t: Trigger): readonly Argument[] {
  const frame = t.frame;
  const after = frame === null ? [] : frame.obliques.filter((o) => o.token.i > t.head.i);
  const places = frame === null ? [] : [frame.object, frame.passive ? frame.subject : null, ...after];
  return [...places, ...(t.nounFrame?.obliques ?? [])].filter((a) => a !== null);
}

/** The deed that stands there, or the one that an end or a stop is put to. */
function deedsOf(view: View, a: Argument): readonly Argument[] {
  const inner = kidsOf(view.tree, a.token.i)
    .filter((k) => relation(k) === "nmod" && ["of", "to"].includes(prepositionOf(view.tree, k)))
    .map((token) => ({ token, bond: a.bond }));
  return [a, ...inner].filter((d) => classesAt(view, d.token).includes("event"));
}

/** "demanded that the army leave": the army is to do it. */
function ordered(view: View, t: Trigger): readonly Party[] {
  if (t.type !== "REQUEST" || t.frame === null) return [];
  const clause = t.frame.complement;
  const subject = clause?.form === "that" ? view.frames.of(clause.head).subject : null;
  const found = subject === null ? [] : partiesAt(view, subject);
  return found.length > 0 ? found : [...calledOn(view, t.frame), ...afterThat(view, t.head)];
}

/** "issued a statement calling on the army to leave". */
function calledOn(view: View, { object }: Frame): readonly Party[] {
  const verbs =
    object === null ? [] : kidsOf(view.tree, object.token.i).filter((k) => k.deprel === "acl" && k.xpos === "VBG");
  return verbs.flatMap((verb) => {
    const frame = view.frames.of(verb);
    const on = frame.obliques.filter((o) => o.prep === "on" || o.prep === "upon");
    const asked = /^(?:urge|ask|order|tell|press)$/.test(verb.lemma) ? (frame.indirect ?? frame.object) : null;
    return [...on, ...(asked === null ? [] : [asked])].flatMap((a) => partiesAt(view, a));
  });
}

/** The actor right after "that", where the parse lost the verb of the clause. */
function afterThat(view: View, verb: Token): readonly Party[] {
  const that = view.doc.tokens.slice(verb.i + 1, verb.i + 3).find((t) => t.lower === "that");
  if (that === undefined || that.sentence !== verb.sentence) return [];
  for (let i = that.i + 1; i <= that.i + 3; i += 1) {
    const t = view.doc.tokens[i];
    const here =
      t === undefined || t.sentence !== verb.sentence ? undefined : (view.mentions.at(t) ?? view.mentions.over(t));
    if (here !== undefined) return partiesAt(view, { token: here.top, bond: "implied" });
    if (t?.upos !== "DET" && t?.upos !== "ADJ") return [];
  }
  return [];
}

/** "welcomed NATO's decision", "rejected the Turkish demands", "an appeal from the bishops": whose it is. */
function owners(view: View, t: Trigger): readonly Party[] {
  if (t.type === "REQUEST" || t.frame?.passive === true) return [];
  for (const a of spokenOf(t)) {
    if (isWhere(a) || view.mentions.at(a.token)?.mention.form === "name") continue;
    const found = kidsOf(view.tree, a.token.i)
      .filter((k) => isOwner(view, k))
      .flatMap((token) => partiesAt(view, { token, bond: "implied" }));
    if (found.length > 0) return found;
  }
  return [];
}

/** "at the embassy of Chad" tells where. */
function isWhere(a: Argument): boolean {
  return "prep" in a && typeof a.prep === "string" && /^(?:at|in|near|outside|inside)$/.test(a.prep);
}

function isOwner(view: View, kid: Token): boolean {
  if (kid.deprel === "nmod:poss") return true;
  const rel = relation(kid);
  if (rel === "nmod") return ["by", "from"].includes(prepositionOf(view.tree, kid));
  return (rel === "amod" || rel === "compound") && kid.text !== kid.lower && view.mentions.at(kid) !== undefined;
}

/** "promised to support X", "a commitment to assisting X", "threatened to cut aid to X". */
function contentParties(view: View, t: Trigger): readonly Party[] {
  for (const verb of contentVerbs(view, t)) {
    const found = toWhom(view, view.frames.of(verb));
    if (found.length > 0) return found;
  }
  return [];
}

function contentVerbs(view: View, t: Trigger): readonly Token[] {
  const words = [t.head, ...t.words].flatMap((w) => kidsOf(view.tree, w.i));
  const own = words.filter((k) => ["xcomp", "ccomp", "acl", "advcl"].includes(relation(k)) && isVerb(k));
  return own.filter((k) => k.deprel !== "acl:relcl");
}

const TOWARD: ReadonlySet<string> = new Set(["to", "with", "against", "for", "on", "from"]);

/** Who a deed is done to or for: indirect object, object, and what hangs on the object or the verb by "to", "against" … */
function toWhom(view: View, frame: Frame): readonly Party[] {
  const { indirect, object } = frame;
  const under =
    object === null
      ? []
      : kidsOf(view.tree, object.token.i).filter(
          (k) => relation(k) === "nmod" && TOWARD.has(prepositionOf(view.tree, k)),
        );
  const places: readonly (Argument | null)[] = [
    indirect,
    object,
    ...frame.obliques.filter((o) => TOWARD.has(o.prep)),
    ...under.map((token) => ({ token, bond: "implied" as const })),
  ];
  for (const a of places) {
    const found = a === null ? [] : partiesAt(view, a).filter((p) => p.bond !== "owner");
    if (found.length > 0) return found;
  }
  return places.flatMap((a) => (a === null ? [] : sufferers(view, a)));
}

/** "threatened to push for the party's expulsion": whose the deed is that is asked for or promised. */
function sufferers(view: View, a: Argument): readonly Party[] {
  if (!SUFFERED.test(a.token.lemma)) return [];
  const whose = kidsOf(view.tree, a.token.i).filter(
    (k) => k.deprel === "nmod:poss" || prepositionOf(view.tree, k) === "of",
  );
  return whose.flatMap((token) => partiesAt(view, { token, bond: "implied" }));
}

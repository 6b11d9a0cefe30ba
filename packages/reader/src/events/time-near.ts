import type { Time } from "@dateline/model";
import type { Token } from "../doc.ts";
import { isDate } from "./anchors.ts";
import { infinitiveOf } from "./sense-choice.ts";
import type { Bound, Telling, Trigger } from "./telling.ts";
import { above, headOf, isVerb, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { Anchored, View } from "./view.ts";

/** What else of its sentence tells when a deed without a time of its own was done. */
export function withNearTimes(view: View, told: readonly Telling[]): readonly Telling[] {
  const byHead = new Map(told.flatMap((t) => [t.trigger, ...t.trigger.merged].map((m) => [m.head.i, t] as const)));
  return told.map((t) => {
    if (t.time !== null) return t;
    const time = behindContent(view, t.trigger) ?? ofSecondVerb(view, t.trigger, byHead) ?? ofNoun(view, t, byHead);
    return time === null ? t : { ...t, time };
  });
}

type ByHead = ReadonlyMap<number, Telling>;

/** Ends of times that have passed: no content of a promise or request. */
const PASSED = /\bago$|^(?:last|yesterday)\b/i;

/** "invited them to return two weeks ago": a past time inside what is asked or promised is that of the asking. */
function behindContent(view: View, { sense, frame }: Trigger): Bound<Time> | null {
  const inner = frame === null || !sense.flags.speech ? null : (frame.complement ?? infinitiveOf(view, frame));
  if (inner?.form !== "inf") return null;
  const found = (view.times.get(inner.head.sentence) ?? []).find(
    (a) => isDate(a) && isUnder(view, a, inner.head) && PASSED.test(view.doc.text.slice(a.start, a.end)),
  );
  return found === undefined ? null : bound(found, "behind its content");
}

function isUnder(view: View, a: Anchored<Time>, verb: Token): boolean {
  return above(view.tree, a.top)
    .slice(0, 2)
    .some((t) => t.i === verb.i);
}

/** "was kidnapped and killed two years ago": a time behind two verbs of one subject is that of both. */
function ofSecondVerb(view: View, { form, head }: Trigger, byHead: ByHead): Bound<Time> | null {
  const next = form === "verb" ? kidsOf(view.tree, head.i).find((k) => k.deprel === "conj" && isVerb(k)) : undefined;
  // "was charged and is due to stand trial in May": a verb of another tense or with words of its own keeps its time.
  const own = /^(?:nsubj|aux|cop)$/;
  if (
    next === undefined ||
    tenseOf(next) !== tenseOf(head) ||
    kidsOf(view.tree, next.i).some((k) => own.test(relation(k)))
  )
    return null;
  const told = [next, ...kidsOf(view.tree, next.i)].map((k) => byHead.get(k.i)).find((t) => t !== undefined);
  return told?.time == null || told.time.value.start < next.start ? null : { ...told.time, rule: "with the next verb" };
}

/** Taggers mix up past tenses and participles. */
function tenseOf(t: Token): string {
  return t.xpos === "VBN" ? "VBD" : t.xpos;
}

/** Phrases that tell of a deed what goes with it. */
const ALONG: ReadonlySet<string> = new Set(["with", "in", "by", "during", "under"]);

/** "fled after a coup last year": the time right behind; "struck it on Monday with the support of …": that of the verb. */
function ofNoun(view: View, { trigger }: Telling, byHead: ByHead): Bound<Time> | null {
  const standing = trigger.nounFrame?.standing;
  if (standing === undefined || trigger.nounFrame?.light != null || !/^obj|^obl/.test(standing.deprel)) return null;
  const verb = headOf(view.tree, standing);
  if (verb === undefined || !isVerb(verb)) return null;
  const behind = (view.times.get(standing.sentence) ?? []).find(
    (a) => isDate(a) && a.top.head === verb.i && isBehind(view, a, standing),
  );
  if (behind !== undefined) return bound(behind, "behind it");
  const time = ALONG.has(prepositionOf(view.tree, standing)) ? byHead.get(verb.i)?.time : null;
  return time == null ? null : { ...time, rule: "with its verb" };
}

const FURTHEST = 14;

/** Whether nothing but the noun's own phrases stands between it and the time. */
function isBehind(view: View, a: Anchored<Time>, noun: Token): boolean {
  if (a.start < noun.end) return false;
  const between = view.doc.tokens.slice(noun.i + 1, noun.i + FURTHEST).filter((w) => w.start < a.start);
  const reached = (between.at(-1) ?? noun).end + 2 >= a.start;
  return reached && between.every((w) => w.text !== "," && w.upos !== "VERB" && w.upos !== "CCONJ");
}

function bound(a: Anchored<Time>, rule: string): Bound<Time> {
  return { value: a.of, words: [{ start: a.start, end: a.end }], rule };
}

import type { EventType, Place } from "@dateline/model";
import type { Token } from "../doc.ts";
import { isPartner, isWhere } from "./anchors.ts";
import type { Bound, Telling } from "./telling.ts";
import { above, headOf, prepositionOf, relation } from "./tree.ts";
import type { Anchored, View } from "./view.ts";

/** The rule of a place that a deed takes from elsewhere in its sentence. */
export const BORROWED = "in its sentence";

/** Deeds that are done somewhere; what is said or agreed needs its place told as its own. */
const SOMEWHERE: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "MOBILIZE",
  "RETREAT",
  "SANCTION",
  "AID",
  "CONSULT",
]);

const LOCATIVE: ReadonlySet<string> = new Set(
  "in at near on outside inside off around across over through along throughout within between".split(" "),
);

/**
 * A deed without a place of its own takes one that its sentence tells in another clause or phrase ("were killed when
 * gunmen attacked a bus near Basra"), the nearest in the parse, unless it is where somebody spoke or where a named actor is from.
 */
export function withNearPlaces(view: View, told: readonly Telling[]): readonly Telling[] {
  const speeches = new Set(told.filter((t) => t.trigger.sense.flags.speech).map((t) => t.trigger.head.i));
  return told.map((t) => {
    // What is only planned may be planned for anywhere.
    if (
      t.place !== null ||
      t.status.value === "planned" ||
      t.trigger.sense.flags.speech ||
      !SOMEWHERE.has(t.trigger.type)
    )
      return t;
    const place = nearest(view, t, speeches);
    return place === null ? t : { ...t, place };
  });
}

function nearest(view: View, t: Telling, speeches: ReadonlySet<number>): Bound<Place> | null {
  const own = [t.trigger.head, ...above(view.tree, t.trigger.head)];
  const order = new Map(own.map((o, k) => [o.i, k]));
  let best: Anchored<Place> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const p of view.places.get(t.trigger.head.sentence) ?? []) {
    const way = wayTo(view, p, t, order);
    if (way === null || way.some((x) => stops(view, x, t) || speeches.has(x.i))) continue;
    const behind = p.top.i < t.trigger.head.i ? 5 : 0;
    const cost = way.length * 10 + Math.abs(p.top.i - t.trigger.head.i) + behind;
    if (cost >= least) continue;
    least = cost;
    best = p;
  }
  if (best === null) return null;
  return { value: best.of, words: [{ start: best.start, end: best.end }], rule: BORROWED };
}

/** The words between a place's phrase and the first word that governs both it and the deed; null where the phrase tells no place. */
function wayTo(view: View, p: Anchored<Place>, t: Telling, own: ReadonlyMap<number, number>): readonly Token[] | null {
  const outer = outermost(view, p);
  const prep = prepositionOf(view.tree, outer).split(" ")[0] ?? "";
  if (!LOCATIVE.has(prep) && !isUndergoer(view, outer, prep)) return null;
  if (isPartner(view, p, { prep, t: t.trigger })) return null;
  const path = above(view.tree, outer);
  const at = path.findIndex((x) => own.has(x.i));
  const common = path[at];
  if (common === undefined) return null;
  return common.i === t.trigger.head.i ? path.slice(0, at) : path.slice(0, at + 1);
}

/** What a verb is done to; not the neighbour in "a town bordering Chad". */
function isUndergoer(view: View, t: Token, prep: string): boolean {
  if (prep !== "" || (relation(t) !== "obj" && t.deprel !== "nsubj:pass")) return false;
  const verb = headOf(view.tree, t)?.lemma ?? "";
  return !/^(?:border|face|neighbo(?:u)?r|adjoin|overlook|link|connect|join|include|leave)$/.test(verb);
}

function stops(view: View, x: Token, t: Telling): boolean {
  if (view.sayingHeads.has(x.i)) return true;
  return x.i !== t.trigger.head.i && view.mentions.at(x)?.mention.form === "name";
}

/** The word that a place's phrase hangs by: "city" of "the city of Basra", "streets" of "Basra's streets". */
function outermost(view: View, p: Anchored<Place>): Token {
  let at = p.top;
  for (let steps = 0; steps < 4; steps += 1) {
    const head = headOf(view.tree, at);
    if (head === undefined || !isInside(view, at, p) || !isWhere(view, head)) return at;
    at = head;
  }
  return at;
}

function isInside(view: View, t: Token, p: Anchored<Place>): boolean {
  const rel = relation(t);
  if (rel === "nmod") {
    const prep = prepositionOf(view.tree, t);
    return prep === "of" || prep === "";
  }
  // "the U.S. embassy" is not in the U.S.
  if (rel === "compound" || rel === "amod") return p.of.level !== "country";
  return rel === "flat" || rel === "appos";
}

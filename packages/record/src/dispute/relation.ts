import type { ActorRef, CountRange, FieldContent, TimeRef } from "@dateline/model";
import { wordsIn } from "../fold-text.ts";
import { daysOf, gap } from "../match/day.ts";
import { placeRelation } from "../match/far.ts";
import { actorKey } from "../match/telling.ts";

/** How two told values of one field stand to each other. `wider`: the first is less precise and holds the second; `beside`: both can be true. */
export type Relation = "same" | "wider" | "narrower" | "beside" | "incompatible";

/** Compares two values of the same field. */
export function relation(a: FieldContent, b: FieldContent): Relation {
  if (a.kind === "place" && b.kind === "place") return placeTo(placeRelation(a.place, b.place));
  if (a.kind === "time" && b.kind === "time") return times(a.time, b.time);
  if (a.kind === "count" && b.kind === "count") return ranges(a.range, b.range);
  if (a.kind === "actors" && b.kind === "actors") return actorSets(a.actors, b.actors);
  if (a.kind === "status" && b.kind === "status") return statuses(a.status, b.status);
  if (a.kind === "word" && b.kind === "word") return a.word === b.word ? "same" : "beside";
  return "beside";
}

function placeTo(r: ReturnType<typeof placeRelation>): Relation {
  switch (r) {
    case "same":
      return "same";
    case "a-wider":
      return "wider";
    case "b-wider":
      return "narrower";
    case "compatible":
      return "beside";
    case "apart":
      return "incompatible";
    default:
      return r satisfies never;
  }
}

function times(a: TimeRef, b: TimeRef): Relation {
  const [x, y] = [daysOf(a), daysOf(b)];
  if (x === undefined || y === undefined) return a.value === b.value ? "same" : "beside";
  if (x.first === y.first && x.last === y.last) return "same";
  if (gap(x, y) > 0) return "incompatible";
  if (x.first <= y.first && x.last >= y.last) return "wider";
  return y.first <= x.first && y.last >= x.last ? "narrower" : "beside";
}

/** "several" is [3, null], "at least 4" [4, null]: a range that holds the other is less precise, not another value. */
function ranges(a: CountRange, b: CountRange): Relation {
  const [al, ah, bl, bh] = [a[0] ?? 0, a[1] ?? Number.POSITIVE_INFINITY, b[0] ?? 0, b[1] ?? Number.POSITIVE_INFINITY];
  if (al === bl && ah === bh) return "same";
  if (ah < bl || bh < al) return "incompatible";
  if (al <= bl && ah >= bh) return "wider";
  return bl <= al && bh >= ah ? "narrower" : "beside";
}

function statuses(a: string, b: string): Relation {
  if (a === b) return "same";
  return a === "denied" || b === "denied" ? "incompatible" : "beside";
}

/** Sets with an actor in common, or of which one only describes ("gunmen"), do not exclude each other. */
function actorSets(a: readonly ActorRef[], b: readonly ActorRef[]): Relation {
  const [ka, kb] = [new Set(a.map(actorKey)), new Set(b.map(actorKey))];
  const shared = [...ka].filter((k) => kb.has(k)).length;
  if (shared === ka.size && shared === kb.size) return "same";
  if (shared > 0) return shared === ka.size ? "wider" : shared === kb.size ? "narrower" : "beside";
  if (a.some((x) => b.some((y) => sharesName(x, y)))) return "beside";
  const [na, nb] = [a.filter(isProper), b.filter(isProper)];
  if (na.length > 0 && nb.length > 0) return excludes(na, nb) ? "incompatible" : "beside";
  return na.length > 0 ? "narrower" : nb.length > 0 ? "wider" : "beside";
}

function sharesName(x: ActorRef, y: ActorRef): boolean {
  const words = new Set(wordsIn(x.name).filter((w) => w.length > 2));
  return wordsIn(y.name).some((w) => words.has(w));
}

/**
 * Organizations under different names exclude each other: either the one did it or the other. People do not, for a deed
 * may have many victims and each report names some; nor do two bodies of one state.
 */
function excludes(a: readonly ActorRef[], b: readonly ActorRef[]): boolean {
  return a.every((x) => b.every((y) => ORGANIZED.has(x.kind) && ORGANIZED.has(y.kind) && !ofOneState(x, y)));
}

const ORGANIZED: ReadonlySet<ActorRef["kind"]> = new Set([
  "armed-group",
  "military",
  "police",
  "government",
  "igo",
  "party",
]);
const STATE: ReadonlySet<ActorRef["kind"]> = new Set(["military", "police", "government"]);

/** "U.S.", "the United States" and "American forces" may be one. */
function ofOneState(x: ActorRef, y: ActorRef): boolean {
  return x.country !== null && x.country === y.country && STATE.has(x.kind) && STATE.has(y.kind);
}

function isProper(a: ActorRef): boolean {
  return a.actor !== null || /^(?:the |an? )?\p{Lu}/u.test(a.name);
}

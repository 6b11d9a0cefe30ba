import type { ActorRef, Decision, PlaceRef } from "@dateline/model";
import { nameKey } from "../origin/origin-of.ts";

/** What people settled about names: which are one, and which only seemed so. */
export interface SameNames {
  /** Folded name → the smallest folded name of those it is the same as. */
  readonly group: ReadonlyMap<string, string>;
  /** Smallest name of a group → what all its names stand for. */
  readonly as: ReadonlyMap<string, ActorRef | PlaceRef>;
  /** Folded names that no longer share this identity: `name` and `id` parted by a line end. */
  readonly parted: ReadonlySet<string>;
}

type Said = Extract<Decision["action"], { readonly kind: "same-as" | "not-same-as" }>;

/** Of each pair what was said last holds; where chains of pairs bring together what was kept apart, apart wins. */
export function sameNames(decisions: readonly Decision[], what: "actor" | "place"): SameNames {
  const last = new Map<string, Said>();
  for (const { action } of decisions) {
    if ((action.kind === "same-as" || action.kind === "not-same-as") && action.what === what)
      last.set(pairOf(action).join("\n"), action);
  }
  const pairs = [...last].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, said]) => said);
  const group = united(
    pairs.filter((p) => p.kind === "same-as").map(pairOf),
    pairs.filter((p) => p.kind === "not-same-as").map(pairOf),
  );
  return { group, as: standFor(pairs, group), parted: parted(pairs) };
}

function pairOf({ a, b }: Said): readonly [string, string] {
  const [x, y] = [nameKey(a), nameKey(b)];
  return x < y ? [x, y] : [y, x];
}

function united(
  same: readonly (readonly [string, string])[],
  apart: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const group = new Map<string, readonly string[]>();
  const of = (name: string): readonly string[] => group.get(name) ?? [name];
  for (const [a, b] of same) {
    const joined = [...new Set([...of(a), ...of(b)])].sort();
    if (apart.some(([x, y]) => joined.includes(x) && joined.includes(y))) continue;
    for (const name of joined) group.set(name, joined);
  }
  return new Map([...group].map(([name, names]) => [name, names[0] ?? name]));
}

/** The most resolved of what the pairs of a group stand for; of equals the first by name. */
function standFor(
  pairs: readonly Said[],
  group: ReadonlyMap<string, string>,
): ReadonlyMap<string, ActorRef | PlaceRef> {
  const best = new Map<string, ActorRef | PlaceRef>();
  for (const { kind, a, as } of pairs) {
    const root = group.get(nameKey(a));
    if (kind !== "same-as" || as == null || root === undefined) continue;
    const known = best.get(root);
    if (known === undefined || rank(as) < rank(known)) best.set(root, as);
  }
  return best;
}

function rank(ref: ActorRef | PlaceRef): string {
  const resolved = "codes" in ref ? ref.actor !== null : ref.geonames !== null;
  const placed = "lat" in ref && ref.lat !== null;
  const known = resolved ? 0 : placed ? 1 : ref.country === null ? 3 : 2;
  return `${known} ${nameKey(ref.name)}`;
}

function parted(pairs: readonly Said[]): ReadonlySet<string> {
  return new Set(
    pairs.flatMap((p) =>
      p.kind === "not-same-as" && p.shared != null ? pairOf(p).map((name) => `${name}\n${p.shared}`) : [],
    ),
  );
}

/** An actor under the name and identity that people settled. */
export function settledActor(ref: ActorRef, names: SameNames): ActorRef {
  const key = nameKey(ref.name);
  const as = names.as.get(names.group.get(key) ?? "");
  if (as !== undefined && "codes" in as) return as;
  return ref.actor !== null && names.parted.has(`${key}\n${ref.actor}`) ? { ...ref, actor: null, codes: {} } : ref;
}

/** A place under the name and position that people settled. */
export function settledPlace(ref: PlaceRef, names: SameNames): PlaceRef {
  const key = nameKey(ref.name);
  const as = names.as.get(names.group.get(key) ?? "");
  if (as !== undefined && !("codes" in as)) return as;
  return ref.geonames !== null && names.parted.has(`${key}\n${ref.geonames}`)
    ? { ...ref, lat: null, lon: null, radiusKm: null, geonames: null }
    : ref;
}

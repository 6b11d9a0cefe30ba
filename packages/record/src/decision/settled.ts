import type { Decision, FieldContent, FieldName, Judgement } from "@dateline/model";
import { nameKey } from "../origin/origin-of.ts";

/** A value that a person set, with the decision that set it. */
export interface Edit {
  readonly field: FieldName;
  readonly value: FieldContent | null;
  readonly decision: string;
  /** Of one claim, or of the event that holds the claim. */
  readonly of: "claim" | "event";
  readonly claim: string;
}

/** What decisions amount to, once those undone are left out. */
export interface Settled {
  /** By id of claim; the last decision wins. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Oldest first, so that a later one of the same field wins. */
  readonly edits: readonly Edit[];
  /** Pairs of claims. */
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
  /** Claims that a split took out of what their report tells as one event → the split. */
  readonly parts: ReadonlyMap<string, string>;
  /** Folded name of an actor → the one it is the same as. */
  readonly sameActor: ReadonlyMap<string, string>;
  /** Id of claim → ids of decisions that bear on it. */
  readonly bearing: ReadonlyMap<string, readonly string[]>;
  /** Id of decision → id of the one that undid it. */
  readonly undoneBy: ReadonlyMap<string, string>;
}

export const NOTHING_SETTLED: Settled = settle([]);

const JUDGED = { accept: "accepted", reject: "rejected", "cant-tell": "cant-tell" } as const;

/** Reads decisions, oldest first, into what they amount to. An undo of an undo restores. */
export function settle(decisions: readonly Decision[]): Settled {
  const undoneBy = undone(decisions);
  const judgements = new Map<string, Judgement>();
  const edits: Edit[] = [];
  const together: (readonly [string, string])[] = [];
  const apart: (readonly [string, string])[] = [];
  const parts = new Map<string, string>();
  const same: (readonly [string, string])[] = [];
  const bearing = new Map<string, string[]>();
  for (const d of decisions) {
    for (const { claim } of d.anchors) bearing.set(claim, [...(bearing.get(claim) ?? []), d.id]);
    if (undoneBy.has(d.id)) continue;
    const claims = d.anchors.map((a) => a.claim);
    const { action } = d;
    switch (action.kind) {
      case "accept":
      case "reject":
      case "cant-tell":
        for (const c of claims) judgements.set(c, JUDGED[action.kind]);
        break;
      case "edit":
        edits.push(...editsOf(d, claims));
        break;
      case "merge":
        together.push(...chained(claims));
        break;
      case "split":
        splitInto(d.id, action.claims, claims, { apart, together, parts });
        break;
      case "same-as":
      case "not-same-as":
        if (action.what === "event") (action.kind === "same-as" ? together : apart).push(...chained(claims));
        else if (action.what === "actor" && action.kind === "same-as")
          same.push([nameKey(action.a), nameKey(action.b)]);
        break;
      case "undo":
        break;
      default:
        action satisfies never;
    }
  }
  return { judgements, edits, together, apart, parts, sameActor: representatives(same), bearing, undoneBy };
}

/** Later decisions first: an undo counts only where it is not itself undone. */
function undone(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const by = new Map<string, string>();
  for (const d of [...decisions].reverse()) {
    if (d.action.kind === "undo" && !by.has(d.id) && !by.has(d.action.decision)) by.set(d.action.decision, d.id);
  }
  return by;
}

function editsOf(d: Decision, claims: readonly string[]): readonly Edit[] {
  const [claim] = claims;
  if (d.action.kind !== "edit" || claim === undefined) return [];
  const of = "claim" in d.action.target ? "claim" : "event";
  return [{ field: d.action.field, value: d.action.value, decision: d.id, of, claim }];
}

function chained(claims: readonly string[]): readonly (readonly [string, string])[] {
  const [first, ...rest] = claims;
  return first === undefined ? [] : rest.map((c) => [first, c] as const);
}

interface Into {
  readonly apart: (readonly [string, string])[];
  readonly together: (readonly [string, string])[];
  readonly parts: Map<string, string>;
}

/** The moved claims stay together, the others too, and no moved one comes back to any other of then. */
function splitInto(id: string, moved: readonly string[], all: readonly string[], into: Into): void {
  const taken = new Set(moved);
  const left = all.filter((c) => !taken.has(c));
  for (const m of moved) {
    into.parts.set(m, id);
    for (const l of left) into.apart.push([m, l]);
  }
  into.together.push(...chained(moved), ...chained(left));
}

/** For each name the smallest of those it was declared the same as. */
function representatives(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const up = new Map<string, string>();
  const root = (x: string): string => {
    let at = x;
    for (let next = up.get(at); next !== undefined && next !== at; next = up.get(at)) at = next;
    return at;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [root(a), root(b)].sort();
    if (x !== undefined && y !== undefined && x !== y) up.set(y, x);
  }
  return new Map([...up.keys(), ...up.values()].map((k) => [k, root(k)]));
}

import type { Anchor, Decision, FieldContent, FieldName, Judgement } from "@dateline/model";
import { handClaimId } from "../record-id.ts";
import { type SameNames, sameNames } from "./same-names.ts";
import { undone } from "./undone.ts";

/** A value that a person set, with the decision that set it. */
export interface Edit {
  readonly field: FieldName;
  readonly value: FieldContent | null;
  readonly decision: string;
  /** Of one claim, or of the event that holds the claim. */
  readonly of: "claim" | "event";
  readonly claim: string;
}

/** Why a claim stays though a newer reading tells it otherwise or not at all. */
export interface Hold {
  /** `values`: as it was told when it was accepted; `claim`: its values follow the reading as long as it tells it. */
  readonly what: "values" | "claim";
  /** What the reading told of it then (`tellingKey`); undefined in decisions of earlier versions. */
  readonly told: string | undefined;
  /** When it was decided. */
  readonly at: string;
}

/** What decisions amount to, once those undone are left out. */
export interface Settled {
  /** By id of claim; the last decision wins. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Oldest first, so that a later one of the same field wins. */
  readonly edits: readonly Edit[];
  /** The same by id of claim. */
  readonly editsOf: ReadonlyMap<string, readonly Edit[]>;
  /** Groups of claims of one happening each. */
  readonly together: readonly (readonly string[])[];
  /** Pairs of claims. */
  readonly apart: readonly (readonly [string, string])[];
  /** Claims that a split took out of what their report tells as one event → the split. */
  readonly parts: ReadonlyMap<string, string>;
  /** Folded name of an actor → the one it is the same as. */
  readonly sameActor: ReadonlyMap<string, string>;
  readonly actors: SameNames;
  readonly places: SameNames;
  /** By id of claim. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** Claims that people added → the decision that did. */
  readonly added: ReadonlyMap<string, Decision>;
  /** Id of claim → ids of decisions that bear on it and stand, oldest first. */
  readonly bearing: ReadonlyMap<string, readonly string[]>;
  /** Id of decision → its place among all. */
  readonly order: ReadonlyMap<string, number>;
  /** Id of claim → ids of events that a person merged into another and that it was in. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** Id of decision → id of the one that undid it. */
  readonly undoneBy: ReadonlyMap<string, string>;
}

const JUDGED = { accept: "accepted", reject: "rejected", "cant-tell": "cant-tell" } as const;

/** Reads decisions, oldest first, into what they amount to. An undo of an undo restores. */
export function settle(decisions: readonly Decision[]): Settled {
  const undoneBy = undone(decisions);
  const standing = decisions.filter((d) => !undoneBy.has(d.id) && d.action.kind !== "undo");
  const into = new Settling();
  for (const d of standing) into.take(d);
  const edits = into.edits();
  const [actors, places] = [sameNames(standing, "actor"), sameNames(standing, "place")];
  return {
    judgements: into.judgements,
    edits,
    editsOf: byClaim(edits),
    together: into.together,
    apart: into.apart,
    parts: into.parts,
    sameActor: actors.group,
    actors,
    places,
    holds: into.holds(edits),
    added: into.added,
    bearing: into.bearing,
    order: new Map(standing.map((d, i) => [d.id, i])),
    former: into.former,
    undoneBy,
  };
}

/** The state of one reading of decisions; it lives only inside {@link settle}. */
class Settling {
  readonly judgements = new Map<string, Judgement>();
  readonly #edited: Decision[] = [];
  readonly together: (readonly string[])[] = [];
  readonly apart: (readonly [string, string])[] = [];
  readonly parts = new Map<string, string>();
  readonly #accepted = new Map<string, Hold>();
  readonly added = new Map<string, Decision>();
  readonly bearing = new Map<string, string[]>();
  readonly former = new Map<string, string[]>();

  take(d: Decision): void {
    const claims = d.anchors.map((a) => a.claim);
    for (const c of claims) append(this.bearing, c, d.id);
    const { action } = d;
    switch (action.kind) {
      case "accept":
      case "reject":
      case "cant-tell":
        this.#judge(d, JUDGED[action.kind]);
        break;
      case "edit":
        this.#edit(d);
        break;
      case "merge":
        this.#merge(d);
        break;
      case "split":
        this.#split(d.id, action.claims, claims);
        break;
      case "same-as":
        if (action.what === "event") this.#merge(d);
        break;
      case "not-same-as":
        if (action.what === "event") this.#part(d);
        break;
      case "add-claim":
        this.added.set(handClaimId(d.id), d);
        if (claims.length > 1) this.together.push(claims);
        break;
      case "keep":
      case "undo":
        break;
      default:
        action satisfies never;
    }
  }

  /** An edit of an event is of the first of its claims that nobody rejected, and so of the event that holds that one. */
  edits(): readonly Edit[] {
    return this.#edited.flatMap((d): readonly Edit[] => {
      const anchor = standingAnchor(d, this.judgements);
      if (d.action.kind !== "edit" || anchor === undefined) return [];
      const { target, field, value } = d.action;
      return [{ field, value, decision: d.id, of: "claim" in target ? "claim" : "event", claim: anchor.claim }];
    });
  }

  /** What a person accepted stays as it was told then; what they edited stays, but for its rejection. */
  holds(edits: readonly Edit[]): ReadonlyMap<string, Hold> {
    const holds = new Map<string, Hold>();
    for (const { claim } of edits)
      if (this.judgements.get(claim) !== "rejected") holds.set(claim, { what: "claim", told: undefined, at: "" });
    for (const [claim, hold] of this.#accepted) if (this.judgements.get(claim) === "accepted") holds.set(claim, hold);
    return holds;
  }

  #judge(d: Decision, judgement: Judgement): void {
    for (const a of d.anchors) {
      this.judgements.set(a.claim, judgement);
      if (judgement === "accepted") this.#accepted.set(a.claim, { what: "values", told: a.told, at: d.at });
    }
  }

  #edit(d: Decision): void {
    if (d.action.kind === "edit" && d.anchors.length > 0) this.#edited.push(d);
  }

  #merge(d: Decision): void {
    this.together.push(d.anchors.map((a) => a.claim));
    for (const a of d.anchors) if (a.event != null) append(this.former, a.claim, a.event);
  }

  /** No claim of the one event comes to any of the other. */
  #part(d: Decision): void {
    const [first] = d.anchors;
    const one = d.anchors.filter((a) => a.event === first?.event);
    // decisions of earlier versions anchor one claim of each event and do not name the events
    const [a, b] = first?.event == null ? [d.anchors.slice(0, 1), d.anchors.slice(1)] : [one, others(d, one)];
    for (const x of a) for (const y of b) this.apart.push([x.claim, y.claim]);
  }

  /** The moved claims stay together, the others too, and no moved one comes back to any other of then. */
  #split(id: string, moved: readonly string[], all: readonly string[]): void {
    const taken = new Set(moved);
    const left = all.filter((c) => !taken.has(c));
    for (const m of moved) {
      this.parts.set(m, id);
      for (const l of left) this.apart.push([m, l]);
    }
    this.together.push(moved, left);
  }
}

/** The claim that an edit holds on to: its only one, or of an event's the first that nobody rejected. */
export function standingAnchor(d: Decision, judgements: ReadonlyMap<string, Judgement>): Anchor | undefined {
  return d.anchors.find((a) => judgements.get(a.claim) !== "rejected") ?? d.anchors[0];
}

function others(d: Decision, of: Decision["anchors"]): Decision["anchors"] {
  return d.anchors.filter((a) => !of.includes(a));
}

function append(to: Map<string, string[]>, key: string, id: string): void {
  const ids = to.get(key);
  if (ids === undefined) to.set(key, [id]);
  else ids.push(id);
}

function byClaim(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const out = new Map<string, Edit[]>();
  for (const e of edits) {
    const own = out.get(e.claim);
    if (own === undefined) out.set(e.claim, [e]);
    else own.push(e);
  }
  return out;
}

/** What no decision settles. */
export const NOTHING_SETTLED: Settled = settle([]);

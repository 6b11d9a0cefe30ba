import type { Entity, Mention, Span } from "@dateline/model";
import type { Doc } from "../doc.ts";
import { topOf } from "./candidate.ts";

/** A mention with its entity and the token it hangs by. */
export interface MentionAt {
  readonly entity: Entity;
  readonly mention: Mention;
  /** Index of the token that hangs on a word outside the mention. */
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

/** Which actor stands at a word or stretch of a report. */
export interface MentionIndex {
  /** The smallest mention headed by the token, else the smallest that has it among its words. */
  readonly mentionOf: (where: number | Span) => MentionAt | undefined;
  /** The entity's id of the same. */
  readonly entityAt: (where: number | Span) => string | undefined;
}

/** Builds the index over a report's mentions; costs one pass over them. */
export function mentionIndex(doc: Doc): MentionIndex {
  const tops = new Map<number, MentionAt>();
  const covers = new Map<number, MentionAt>();
  const starts = new Map(doc.tokens.map((t) => [t.start, t.i]));
  const ends = new Map(doc.tokens.map((t) => [t.end, t.i + 1]));
  for (const entity of doc.entities)
    for (const mention of entity.mentions) {
      const from = starts.get(mention.start);
      const to = ends.get(mention.end);
      if (from === undefined || to === undefined) continue;
      const at = { entity, mention, top: topOf(doc, from, to), from, to };
      keepSmaller(tops, at.top, at);
      for (let i = from; i < to; i++) keepSmaller(covers, i, at);
    }
  const mentionOf = (where: number | Span): MentionAt | undefined => {
    if (typeof where === "number") return tops.get(where) ?? covers.get(where);
    const from = starts.get(where.start) ?? tokenFrom(doc, where.start);
    const to = ends.get(where.end) ?? from + 1;
    const top = topOf(doc, from, Math.max(to, from + 1));
    return tops.get(top) ?? firstOf(covers, from, Math.max(to, from + 1));
  };
  return { mentionOf, entityAt: (where) => mentionOf(where)?.entity.id };
}

function keepSmaller(map: Map<number, MentionAt>, key: number, at: MentionAt): void {
  const old = map.get(key);
  if (old === undefined || at.to - at.from < old.to - old.from) map.set(key, at);
}

function firstOf(covers: ReadonlyMap<number, MentionAt>, from: number, to: number): MentionAt | undefined {
  for (let i = from; i < to; i++) {
    const at = covers.get(i);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** The first token that ends after an offset, by halving. */
function tokenFrom(doc: Doc, start: number): number {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((doc.tokens[mid]?.end ?? 0) <= start) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The id of the entity at a token or span; for many look-ups build {@link mentionIndex} once. */
export function entityAt(doc: Doc, where: number | Span): string | undefined {
  return mentionIndex(doc).entityAt(where);
}

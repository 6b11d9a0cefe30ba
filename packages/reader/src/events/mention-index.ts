import type { Entity, Mention, Span } from "@dateline/model";
import type { Doc, Token } from "../doc.ts";

/** A mention with its entity and the word it hangs by. */
export interface Mentioned {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly top: Token;
}

/** Which actor a word stands for. */
export interface MentionIndex {
  /** The smallest mention whose head word is `t`. */
  readonly at: (t: Token) => Mentioned | undefined;
  /** The smallest mention that has `t` among its words. */
  readonly over: (t: Token) => Mentioned | undefined;
  /** Mentions of one word with this lower-case wording, one an actor. */
  readonly called: (lower: string) => readonly Mentioned[];
  readonly byId: (id: string) => Entity | undefined;
  /** Whether the report tells the actor by name. */
  readonly isNamed: (id: string) => boolean;
}

export function mentionIndexOf(doc: Doc): MentionIndex {
  const tops = new Map<number, Mentioned>();
  const covers = new Map<number, Mentioned>();
  const words = new Map<string, Mentioned[]>();
  for (const entity of doc.entities)
    for (const mention of entity.mentions) {
      const top = add(doc, { entity, mention }, tops, covers);
      if (top !== undefined) addWord(words, { entity, mention, top });
    }
  return {
    at: (t) => tops.get(t.i),
    over: (t) => covers.get(t.i),
    called: (lower) => words.get(lower) ?? [],
    ...entitiesOf(doc),
  };
}

function entitiesOf(doc: Doc): Pick<MentionIndex, "byId" | "isNamed"> {
  const byId = new Map(doc.entities.map((e) => [e.id, e]));
  const named = new Set(doc.entities.filter((e) => e.mentions.some((m) => m.form === "name")).map((e) => e.id));
  return { byId: (id) => byId.get(id), isNamed: (id) => named.has(id) };
}

function addWord(words: Map<string, Mentioned[]>, item: Mentioned): void {
  if (item.mention.form !== "name" || item.top.start !== item.mention.start || item.top.end !== item.mention.end)
    return;
  const list = words.get(item.top.lower);
  if (list === undefined) words.set(item.top.lower, [item]);
  else if (list.length < 4 && !list.some((m) => m.entity.id === item.entity.id)) list.push(item);
}

function add(
  doc: Doc,
  { entity, mention }: Pick<Mentioned, "entity" | "mention">,
  tops: Map<number, Mentioned>,
  covers: Map<number, Mentioned>,
): Token | undefined {
  const inside = tokensOf(doc, mention);
  const from = inside[0]?.i ?? 0;
  const to = from + inside.length;
  const hanging = inside.filter((t) => t.head < from || t.head >= to);
  const first = hanging.find((t) => t.upos !== "PUNCT" && t.upos !== "DET") ?? hanging[0];
  for (const top of hanging) keepSmaller(tops, top, { entity, mention, top });
  for (const t of inside) keepSmaller(covers, t, { entity, mention, top: first ?? t });
  return first;
}

function keepSmaller(map: Map<number, Mentioned>, t: Token, item: Mentioned): void {
  if (smaller(item, map.get(t.i))) map.set(t.i, item);
}

function smaller(a: Mentioned, b: Mentioned | undefined): boolean {
  return b === undefined || a.mention.end - a.mention.start < b.mention.end - b.mention.start;
}

/** The tokens of a span, found by halving; at most 40. */
export function tokensOf(doc: Doc, span: Span): readonly Token[] {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const t = doc.tokens[mid];
    if (t !== undefined && t.end <= span.start) low = mid + 1;
    else high = mid;
  }
  const found: Token[] = [];
  for (let i = low; i < doc.tokens.length && found.length < 40; i += 1) {
    const t = doc.tokens[i];
    if (t === undefined || t.start >= span.end) break;
    found.push(t);
  }
  return found;
}

/** The word of a span that hangs on a word outside it. */
export function topToken(doc: Doc, span: Span): Token | undefined {
  const inside = tokensOf(doc, span);
  const from = inside[0]?.i ?? 0;
  const to = from + inside.length;
  return inside.find((t) => (t.head < from || t.head >= to) && t.upos !== "PUNCT") ?? inside[0];
}

import type { Attribution, SourceLink, Span } from "@dateline/model";
import type { Doc } from "../doc.ts";

/** The source chain of a stretch of text: whoever first says so first. */
export interface Chains {
  readonly at: (span: Span) => readonly SourceLink[];
}

const MOST_LINKS = 4;

/** Chains over a report's attributions, the innermost content that holds the words first. */
export function chainsOf(doc: Doc): Chains {
  const byId = new Map(doc.attributions.map((a) => [a.id, a]));
  const contents = doc.attributions
    .flatMap((a) => a.content.map((c) => ({ a, start: c.start, end: c.end })))
    .sort((x, y) => x.end - x.start - (y.end - y.start));
  return {
    at: (span) => {
      const inner = contents.find((c) => c.start <= span.start && span.end <= c.end);
      return inner === undefined ? [] : links(inner.a, byId);
    },
  };
}

/** The chain with a speaker told in the clause itself before it, unless the chain has that speaker already. */
export function withSpeaker(chain: readonly SourceLink[], speaker: string | undefined): readonly SourceLink[] {
  if (speaker === undefined || chain.some((l) => l.entity === speaker)) return chain;
  return [{ entity: speaker, attribution: null, form: "indirect", channel: null }, ...chain];
}

function links(inner: Attribution, byId: ReadonlyMap<string, Attribution>): readonly SourceLink[] {
  const chain: SourceLink[] = [];
  let at: Attribution | undefined = inner;
  while (at !== undefined && chain.length < MOST_LINKS) {
    if (at.entity !== null && chain.at(-1)?.entity !== at.entity)
      chain.push({ entity: at.entity, attribution: at.id, form: at.form, channel: at.channel });
    at = at.outer === null ? undefined : byId.get(at.outer);
  }
  return chain;
}

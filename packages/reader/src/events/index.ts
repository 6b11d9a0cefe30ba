import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";
import { lemmaOf } from "../tags/lemma.ts";
import { readTellings } from "./claims.ts";
import { type EventLexicon, eventLexicon } from "./lexicon.ts";
import { type StatusWords, statusWords } from "./status-words.ts";

/** What this layer looks up: built once for a reader. */
export interface EventsData {
  readonly lexicon: EventLexicon;
  readonly words: StatusWords;
}

export function eventsData(resources: Resources): EventsData {
  return { lexicon: eventLexicon(resources), words: statusWords(resources) };
}

/** Claims: deeds with their slots, status, source chains and counts. */
export function readClaims(doc: Doc, ctx: Context): Doc {
  const { lemmas } = ctx.tags;
  const participleLemma = (form: string): string => lemmaOf(form, { upos: "VERB", xpos: "VBN" }, lemmas());
  return { ...doc, claims: readTellings(doc, { ...ctx.events, trace: ctx.trace, participleLemma }) };
}

import type { Status } from "@dateline/model";
import { type Resources, rowsOf } from "../resources.ts";

/** The part of speech of a governing word. */
export type GovernorPart = "verb" | "noun" | "adjective" | "modifier" | "adverb";
/** What is governed: an infinitive, a gerund, a clause, a clause about what should be, an event noun, a modified word. */
export type GovernedForm = "inf" | "ing" | "that" | "sub" | "noun" | "mod";

/** What words do to the status of the deed they govern. */
export interface StatusWords {
  /** Null where the word says nothing about it. */
  readonly effect: (lemma: string, part: GovernorPart, form: GovernedForm) => Status | null;
}

/** Over `data/events/status-words.tsv`. Throws on an effect that is no status. */
export function statusWords(resources: Resources): StatusWords {
  const effects = new Map<string, Status>();
  for (const [lemma = "", part = "", form = "", effect = ""] of rowsOf(resources, "events/status-words"))
    effects.set(`${lemma} ${part} ${form}`, readStatus(effect));
  return { effect: (lemma, part, form) => effects.get(`${lemma} ${part} ${form}`) ?? null };
}

function readStatus(text: string): Status {
  if (text === "happened" || text === "ongoing" || text === "planned" || text === "possible" || text === "denied")
    return text;
  throw new Error(`not a status: ${text}`);
}

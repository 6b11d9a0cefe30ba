import type { ActorKind, Sector } from "@dateline/model";
import type { Resources } from "../resources.ts";
import { phraseWords } from "./key.ts";
import { type Lexicon, lexiconOfActors } from "./lexicon.ts";
import { type PhraseReading, readPhrase } from "./phrase.ts";

/** Who a phrase speaks of, as `dateline actor` prints it: what the phrase does not tell is null. */
export interface ActorReading {
  readonly text: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** CAMEO/PLOVER sector. */
  readonly sector: Sector | null;
  readonly kind: ActorKind | null;
  /** The word that tells what the actor is. */
  readonly head: string | null;
  /** The entry of the actor list that the phrase names, or belongs to. */
  readonly link: { readonly actor: string; readonly rule: string; readonly score: number } | null;
  readonly rule: string;
}

/** A reader of actor phrases over loaded lexicons; build it once. */
export function createActorOf(resources: Resources): (text: string) => ActorReading {
  const lexicon = lexiconOfActors(resources);
  return (text) => actorOf(text, lexicon);
}

/** Reads one phrase: "American warplanes" is the military of the USA. */
export function actorOf(text: string, lexicon: Lexicon): ActorReading {
  const read = readPhrase(phraseWords(text.slice(0, 2000)), lexicon);
  return {
    text,
    country: read.country === null ? null : (lexicon.states.get(read.country)?.alpha3 ?? null),
    sector: read.sector,
    kind: read.kind,
    head: read.head === "" ? null : read.head,
    link: linkOf(read),
    rule: read.rule,
  };
}

/** The tie to the actor list: sure where the phrase is a listed wording, weaker where it only belongs to the actor. */
export function linkOf(read: PhraseReading): ActorReading["link"] {
  if (read.entry === null) return null;
  return { actor: read.entry.id, rule: read.rule, score: read.own ? 0.95 : 0.6 };
}

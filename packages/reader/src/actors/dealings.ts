import type { Doc, Token } from "../doc.ts";
import { type Resources, rowsOf } from "../resources.ts";

/** By which prepositions a deed reaches those it is done to: "aid to", "sanctions on", "fire into". By lemma. */
export type Dealings = ReadonlyMap<string, ReadonlySet<string>>;

/** Read from the event lexicon: the phrases in which its verbs and nouns look for whom a deed is done to. */
export function dealingsOf(resources: Resources): Dealings {
  const found = new Map<string, Set<string>>();
  const add = (lemma: string, prep: string): void =>
    void (found.get(lemma)?.add(prep) ?? found.set(lemma, new Set([prep])));
  for (const [lemma = "", , type, , , , target = ""] of rowsOf(resources, "events/verbs"))
    for (const place of target.split(/[,+]/))
      if (type !== "-" && place.startsWith("obl:")) add(lemma.split(" ")[0] ?? "", place.slice(4));
  for (const [lemma = "", , type, , , , target = ""] of rowsOf(resources, "events/nouns"))
    for (const place of target.split(/[,+]/))
      if (type !== "-" && /^[a-z]+$/.test(place)) add(lemma.split(" ").at(-1) ?? "", place);
  return found;
}

const FURTHEST = 12;

/** Words by which people and things go somewhere: what follows is where to. */
const WAYS =
  /^(?:go|come|travel|flee|fly|move|deploy|deployment|withdraw|withdrawal|retreat|return|march|arrive|drive|rush|head|escape|bring|sail|advance|evacuate|deport|deportation|expel|transfer|relocate|dispatch|visit|trip|journey|tour|road|border|way|access|close|spread|export|leave|run|walk|cross|migrate|emigrate|route|flight|bus|train|belong|north|south|east|west|next|home|invite|invitation|begin|start|tribute)$/;
/** Bodies that are sent somewhere to act, not given to anyone. */
const BODIES =
  /^(?:troop|soldier|force|unit|battalion|brigade|division|police|peacekeeper|warship|ship|carrier|plane|jet|warplane|aircraft|helicopter|tank|marine|paratrooper|envoy|ambassador|delegation|diplomat|mission|team|inspector|observer|monitor|people|civilian|refugee|migrant|man|woman|child|he|she|they|it|him|her|them|minister|president|secretary|official|commander|leader|representative|fighter|expert|adviser|advisor|migrant|journalist)s?$/;
/** Verbs of sending: what is sent decides. */
const SENDING = /^(?:send|fire|launch|set|lay|issue|make|intend)$/;

/** Whether the words before a preposition tell a deed that reaches its object by it: "sent aid to", "fired rockets into". */
export function isDealtWith(doc: Doc, prep: Token, dealings: Dealings): boolean {
  for (let i = prep.i - 1; i >= Math.max(0, prep.i - FURTHEST); i--) {
    const token = doc.tokens[i];
    if (token === undefined || token.sentence !== prep.sentence) return false;
    const lemma = token.lemma.toLowerCase();
    if (WAYS.test(lemma) || (prep.lower === "to" && BODIES.test(lemma))) return false;
    const known = dealings.get(lemma)?.has(prep.lower) === true && (token.upos === "VERB" || token.upos === "NOUN");
    if (known && !(prep.lower === "to" && SENDING.test(lemma))) return true;
    if (/^[,;:]$/.test(token.text) && prep.i - i > 3) return false;
  }
  return false;
}

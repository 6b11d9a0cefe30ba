import type { Doc, Token } from "../doc.ts";
import { type Dealings, isDealtWith } from "./dealings.ts";
import type { NameHit } from "./name-hits.ts";

const PLACE_BEFORE =
  /^(?:in|near|across|throughout|inside|outside|into|within|around|via|through|at|toward|towards|northern|southern|eastern|western|central|north|south|east|west|mainland|rural|neighbouring|neighboring|entire|whole|downtown|greater|upper|lower|off|beyond|outside|northwestern|northeastern|southwestern|southeastern|northwest|northeast|southwest|southeast|leave|leaving|left|reach|reached|reaching|visit|visited|visiting|enter|entered|entering)$/;
const GIVING =
  /^(?:sell|give|provide|supply|deliver|offer|lend|speak|talk|hand|extradite|belong|respond|reply|appeal|turn|report|loyal|send|grant|pay|transfer|close|ally|opposed|oppose|committed|commit|hostile|friendly|threat|blow|message|warning|support|aid|assistance|ambassador|envoy|response|ties|link|allegiance|ultimatum|loan|donor|demand|request|letter|offer|proposal|delivery|donation|concession|challenge|promise|pledge|answer|reply|relief|shipment|apologize|apologise|apology|listen|complain|bow|surrender|cede|lose|grateful|thank)$/;
const AGAINST = /^(?:to|by|with|against|between|among|and|or|for|from|of|both|than|as|on|but|plus|versus)$/;
const OPPOSING =
  /^(?:accuse|blame|urge|warn|criticize|criticise|condemn|scorn|tell|ask|press|pressure|lobby|persuade|convince|force|threaten|help|support|back|oppose|denounce|thank|praise|anger|offend|embarrass|alarm|provoke|fear|trust|defy|challenge|sanction|punish|isolate|recognize|recognise|invade|attack|bomb|arm|fund|finance)$/;

/**
 * Whether a country's name stands for its government: "France says", "sold arms to Iran", not "in Mali". Countries do
 * unless the words before tell a place; capitals only as a subject that says or decides, or as one dealt with.
 */
export function isGovernment(doc: Doc, hit: NameHit, verbs: ReadonlySet<string>, dealings: Dealings): boolean {
  const before = beforeOf(doc, hit.from);
  const capital = hit.meanings[0]?.kind === "seat";
  if (capital) return isActingCapital(doc, hit, before, verbs);
  if (before === undefined) return true;
  if (before.lower === "to") return !isWayTo(doc, before) || isDealtWith(doc, before, dealings);
  if (/^(?:into|at|towards?)$/.test(before.lower)) return isDealtWith(doc, before, dealings);
  return !PLACE_BEFORE.test(before.lower);
}

/** The word before a name, articles passed over. */
function beforeOf(doc: Doc, from: number): Token | undefined {
  const one = doc.tokens[from - 1];
  const before = one?.upos === "DET" ? doc.tokens[from - 2] : one;
  return before?.sentence === doc.tokens[from]?.sentence ? before : undefined;
}

/** "fled to Turkey" is a way; "gave weapons to Turkey" is not. */
function isWayTo(doc: Doc, to: Token): boolean {
  if (to.lower === "on") return false;
  for (let i = to.i - 1; i >= Math.max(0, to.i - 5); i--) {
    const token = doc.tokens[i];
    if (token === undefined || token.sentence !== to.sentence) return true;
    if (GIVING.test(token.lemma) || GIVING.test(token.lower)) return false;
    if (token.upos === "VERB") return true;
  }
  return true;
}

/** Whether a place of no state acts like a government: "Texas sued the company". */
export function isActingPlace(doc: Doc, hit: Pick<NameHit, "from" | "to">, verbs: ReadonlySet<string>): boolean {
  return isActingCapital(doc, hit, beforeOf(doc, hit.from), verbs);
}

function isActingCapital(
  doc: Doc,
  hit: Pick<NameHit, "from" | "to">,
  before: Token | undefined,
  verbs: ReadonlySet<string>,
): boolean {
  if (before !== undefined && PLACE_BEFORE.test(before.lower)) return false;
  const own = doc.tokens.slice(hit.from, hit.to).find((t) => t.head < hit.from || t.head >= hit.to);
  const token = own === undefined ? undefined : firstConjunct(doc, own);
  const head = doc.tokens[token?.head ?? -1];
  if (token === undefined || head === undefined) return false;
  if (token.deprel === "nsubj") return verbs.has(head.lemma);
  if (token.deprel === "obj") return OPPOSING.test(head.lemma);
  const link = token === own ? before : beforeOf(doc, token.i);
  if (link === undefined || !AGAINST.test(link.lower)) return false;
  if (link.lower === "to") return !isWayTo(doc, link);
  if (!/^(?:with|against|between|by)$/.test(link.lower)) return false;
  return !/^(?:street|road|airport|suburb)$/.test(doc.tokens[hit.to]?.lower ?? "");
}

/** "London" in "London and Paris rejected it": what holds for the first holds for the others. */
function firstConjunct(doc: Doc, token: Token): Token {
  let first = token;
  for (let n = 0; n < 4 && first.deprel === "conj"; n++) {
    const head = doc.tokens[first.head];
    if (head === undefined) break;
    first = head;
  }
  return first;
}

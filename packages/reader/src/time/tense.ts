import type { Sentence, Token } from "../doc.ts";
import type { Tense } from "./nearest.ts";

/** Verbs that look ahead: "plans to meet Friday", "scheduled for Monday", "agreed to leave in May". */
const AHEAD =
  /^(plan|expect|schedule|intend|hope|vow|promise|agree|aim|poise|decide|want|threaten|pledge|prepare|propose|wait|await|seek|urge|call|ask|order|due|set|slate|likely|ready|go|begin|expire|need|deadline|postpone|delay|announce)$/;
/** Nouns and adjectives that do. */
const AHEAD_WORD = /^(due|upcoming|forthcoming|deadline|effective|slated|scheduled|tentatively|starting|beginning)$/;
const SAYING = /^(say|tell|report|write|announce|state|claim|add|warn|note|declare|show|argue|insist|confirm|deny)$/;
/** Verbs whose present tells a coming date: "The court meets Thursday". */
const SCHEDULED =
  /^(begin|start|open|end|close|meet|vote|return|arrive|leave|travel|visit|expire|face|appear|hold|host|resume|convene|reconvene|depart|head|fly|go|run|play|take|launch|celebrate|elect|retire|step)$/;
/** Verbs that give time: what they give it until lies ahead. */
const PUT_OFF = /^(give|extend|postpone|delay|adjourn|suspend|defer|prolong|put)$/;
const FUTURE_MODAL = /^(will|shall|'ll|’ll|wo|would|may|might|should|must)$/;
/** Tokens looked at on each side. */
const REACH = 16;

/** The tense of the verb that a phrase most likely hangs on: the nearest before it in its sentence, else the nearest after. */
export function tenseAround(
  tokens: readonly Token[],
  sentence: Sentence | undefined,
  phrase: { readonly start: number; readonly end: number },
): Tense {
  if (sentence === undefined) return "unknown";
  const at = firstAt(tokens, sentence, phrase.start);
  const end = firstAt(tokens, sentence, phrase.end);
  if (isOfThing(tokens, { at, end })) return "past";
  const lead = tokens[at - 1]?.lower ?? "";
  if (/^as$/.test(lead) && /^(soon|early)$/.test(tokens[at - 2]?.lower ?? "")) return "future";
  const until = /^(until|till)$/.test(lead);
  for (let i = at - 1; i >= Math.max(sentence.from, at - REACH); i--) {
    if (until && PUT_OFF.test(tokens[i]?.lemma ?? "")) return "future";
    const tense = tenseOf(tokens, i, sentence);
    if (tense !== null) return tense;
  }
  for (let i = end; i < Math.min(sentence.to, end + REACH); i++) {
    const tense = tenseOf(tokens, i, sentence);
    if (tense !== null) return tense;
  }
  return "unknown";
}

/** What lies ahead more often than behind when it has a date of its own. */
const COMING =
  /^(meeting|meetings|vote|election|elections|deadline|talks|summit|hearing|debate|poll|polls|ballot|referendum|runoff|session|visit|conference|game|match|opening|closing)$/;

/** "Wednesday's ruling", "a June agreement": a date that belongs to a thing tells what has been. */
function isOfThing(tokens: readonly Token[], { at, end }: { readonly at: number; readonly end: number }): boolean {
  const owns = /^['’]s?$/.test(tokens[end]?.text ?? "");
  const lead = tokens[at - 1]?.lower ?? "";
  const noun = tokens[owns ? end + 1 : end];
  if (owns) return !COMING.test(noun?.lower ?? "") && !COMING.test(tokens[end + 2]?.lower ?? "");
  return /^(a|an)$/.test(lead) && noun?.upos === "NOUN" && !COMING.test(noun.lower);
}

/** The first token of a sentence that ends after an offset. */
function firstAt(tokens: readonly Token[], sentence: Sentence, offset: number): number {
  let [low, high] = [sentence.from, sentence.to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Null where a token is no finite verb or infinitive and says nothing by itself. */
function tenseOf(tokens: readonly Token[], i: number, sentence: Sentence): Tense | null {
  const t = tokens[i];
  if (t === undefined) return null;
  if (AHEAD_WORD.test(t.lower) && !t.xpos.startsWith("V")) return "future";
  switch (t.xpos) {
    case "MD":
      return FUTURE_MODAL.test(t.lower) ? "future" : null;
    case "VBD":
      return isAhead(t) && !isSaid(tokens, i) ? "future" : "past";
    case "VB":
      return infinitive(tokens, i, sentence);
    case "VBN":
      return participle(tokens, i, sentence);
    case "VBG":
      return /^(am|is|are|'m|'s|'re|’s|’re|be)$/.test(auxiliary(tokens, i, sentence)) ? "future" : null;
    case "VBZ":
    case "VBP":
      return present(t);
    default:
      return null;
  }
}

function isAhead(t: Token | undefined): boolean {
  return t !== undefined && /^(schedule|plan|expect|intend|postpone|slate|await)$/.test(t.lemma);
}

function isSaid(tokens: readonly Token[], i: number): boolean {
  return /^(that|it|he|she|they|,)$/.test(tokens[i + 1]?.lower ?? "");
}

function present(t: Token): Tense | null {
  if (SAYING.test(t.lemma)) return "past";
  return SCHEDULED.test(t.lemma) ? "future" : null;
}

/** "will meet", "to meet": what stands before the base form decides. */
function infinitive(tokens: readonly Token[], i: number, sentence: Sentence): Tense | null {
  for (let k = i - 1; k >= Math.max(sentence.from, i - 4); k--) {
    const t = tokens[k];
    if (t === undefined) return null;
    if (t.xpos === "MD") return FUTURE_MODAL.test(t.lower) ? "future" : "past";
    if (t.lower === "did" || t.lower === "didn") return "past";
    if (t.xpos === "TO" || t.lower === "to") return toInfinitive(tokens, k, sentence);
  }
  return null;
}

/** "plans to", "is to", "is expected to" look ahead; "came to", "was forced to" are as past as their verb. */
function toInfinitive(tokens: readonly Token[], to: number, sentence: Sentence): Tense | null {
  for (let k = to - 1; k >= Math.max(sentence.from, to - 6); k--) {
    const t = tokens[k];
    if (t === undefined) return null;
    if (AHEAD.test(t.lemma) || AHEAD.test(t.lower)) return "future";
    if (t.lemma === "be" && k === to - 1) return t.xpos === "VBD" ? "past" : "future";
    if (t.xpos === "VBD") return "past";
    if (t.xpos === "MD" || t.xpos === "VBZ" || t.xpos === "VBP") return "future";
  }
  return null;
}

function participle(tokens: readonly Token[], i: number, sentence: Sentence): Tense | null {
  const aux = auxiliary(tokens, i, sentence);
  if (isAhead(tokens[i])) return "future";
  if (/^(has|have|had|'ve|’ve|was|were|been|got|having)$/.test(aux)) return "past";
  if (aux === "be") return couldBe(tokens, i, sentence) ? "past" : "future";
  return aux === "" ? "past" : null;
}

/** "could be found": a modal that looks back. */
function couldBe(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  return tokens.slice(Math.max(sentence.from, i - 4), i).some((t) => t.xpos === "MD" && t.lower === "could");
}

/** The auxiliary within three tokens before a participle, "" for none; "be" stands for "will be" and "to be". */
function auxiliary(tokens: readonly Token[], i: number, sentence: Sentence): string {
  for (let k = i - 1; k >= Math.max(sentence.from, i - 4); k--) {
    const t = tokens[k];
    if (t === undefined || t.upos === "NOUN" || t.upos === "PUNCT") return "";
    if (t.lemma === "be" || t.lemma === "have") return t.lower;
  }
  return "";
}

import type { Doc, Sentence } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import type { PhraseReading } from "./phrase.ts";

/** What a pronoun asks of its antecedent. */
export type PronounKind = "he" | "she" | "they" | "it" | "i" | "we" | "who";

const KINDS: ReadonlyMap<string, PronounKind> = new Map([
  ["he", "he"],
  ["him", "he"],
  ["his", "he"],
  ["himself", "he"],
  ["she", "she"],
  ["her", "she"],
  ["hers", "she"],
  ["herself", "she"],
  ["they", "they"],
  ["them", "they"],
  ["their", "they"],
  ["theirs", "they"],
  ["themselves", "they"],
  ["it", "it"],
  ["its", "it"],
  ["itself", "it"],
  ["i", "i"],
  ["me", "i"],
  ["my", "i"],
  ["myself", "i"],
  ["we", "we"],
  ["us", "we"],
  ["our", "we"],
  ["ours", "we"],
  ["ourselves", "we"],
  ["who", "who"],
  ["whom", "who"],
  ["whose", "who"],
  ["which", "who"],
]);

const SILENT: PhraseReading = {
  country: null,
  sector: null,
  kind: null,
  head: "",
  entry: null,
  office: null,
  rule: "pronoun",
  own: false,
  plural: false,
};

/** The kind of a pronoun by its word, or undefined. */
export function pronounKind(lower: string): PronounKind | undefined {
  return KINDS.get(lower);
}

/** Personal, possessive and relative pronouns of a sentence; an "it" that stands for nothing is left out. */
export function pronounsOf(doc: Doc, sentence: Sentence): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = doc.tokens[i];
    if (token === undefined) break;
    const kind = token.upos === "PROPN" ? undefined : KINDS.get(token.lower);
    const relative = token.lower === "that" && token.xpos === "WDT" && /^nsubj/.test(token.deprel);
    if (kind === undefined && !relative) continue;
    if (token.lower === "us" && token.text !== "us") continue;
    if (kind === "it" && isEmptyIt(doc, i)) continue;
    if (kind === "who" && token.xpos === "WP" && isQuestion(doc, i, sentence)) continue;
    found.push({
      from: i,
      to: i + 1,
      nameFrom: i,
      top: i,
      sentence: sentence.i,
      form: "pronoun",
      reading: SILENT,
      name: null,
      key: kind ?? "who",
      head: "",
      plural: kind === "they" || kind === "we",
      person: kind === "he" || kind === "she" || kind === "i",
      gender: kind === "he" ? "m" : kind === "she" ? "f" : null,
      definite: true,
      counted: false,
      possessed: false,
      complete: false,
      subject: /^nsubj/.test(token.deprel),
    });
  }
  return found;
}

/** "it is ready to": someone is. */
const WILLING =
  /^(?:ready|willing|able|unable|likely|unlikely|set|due|prepared|determined|eager|reluctant|committed|free|keen|open|unwilling|bound|poised|sure|responsible)$/;

/** "it is clear that", "it was too early to": nothing is meant. */
function isEmptyIt(doc: Doc, i: number): boolean {
  if (doc.tokens[i]?.lower !== "it" || doc.tokens[i]?.deprel === "expl") return doc.tokens[i]?.deprel === "expl";
  let at = i + 1;
  while (/^(?:AUX|ADV|PART)$/.test(doc.tokens[at]?.upos ?? "")) at++;
  const word = doc.tokens[at];
  if (word === undefined || at === i + 1)
    return /^(?:seem|appear|rain|snow|emerge|happen|turn)/.test(word?.lower ?? "");
  if (word.xpos === "VBN") return doc.tokens[at + 1]?.lower === "that";
  if (word.upos !== "ADJ" || WILLING.test(word.lower)) return false;
  return doc.tokens.slice(at + 1, at + 5).some((t) => t.lower === "that" || t.lower === "to" || t.lower === "whether");
}

function isQuestion(doc: Doc, i: number, sentence: Sentence): boolean {
  return i === sentence.from && doc.tokens[sentence.to - 1]?.text === "?";
}

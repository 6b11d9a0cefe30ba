import type { Token } from "../doc.ts";

/**
 * Taggers take a passive's participle for an adjective ("was arrested", "are accused of"). With a form of "be" before it
 * and a verb that the lexicon knows, it is read as the verb that it is.
 */
export function withParticiples(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const copulas = new Set<number>();
  for (const t of tokens)
    if (t.lemma === "be" && (t.deprel === "cop" || t.deprel.startsWith("aux"))) copulas.add(t.head);
  return tokens.map((t) => {
    if (t.upos !== "ADJ" || !copulas.has(t.i) || !/(?:ed|en|own)$/.test(t.lower)) return t;
    const lemma = lemmaOf(t.lower);
    return lemma !== t.lower && isEventVerb(lemma) ? { ...t, upos: "VERB", xpos: "VBN", lemma } : t;
  });
}

const BEFORE_GERUND: ReadonlySet<string> = new Set([
  "of",
  "for",
  "from",
  "by",
  "in",
  "after",
  "before",
  "without",
  "with",
  "against",
  "to",
]);

/**
 * "accused the army of torturing prisoners": taggers take the gerund for an adjective of its object. Between a preposition
 * and a bare noun, a verb that the lexicon knows is read as the verb: it hangs on the verb above, the noun on it.
 */
export function withGerunds(tokens: readonly Token[], isEventVerb: (lemma: string) => boolean): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if (t.xpos !== "VBG" || t.deprel !== "amod" || t.head <= t.i) continue;
    const prep = tokens[t.i - 1];
    const noun = tokens[t.head];
    if (prep === undefined || noun === undefined || prep.head !== noun.i || prep.deprel !== "case") continue;
    if (!BEFORE_GERUND.has(prep.lower) || !isEventVerb(t.lemma)) continue;
    const over = tokens[noun.head];
    const verb = over !== undefined && over.upos !== "VERB" ? tokens[over.head] : over;
    const head = verb?.upos === "VERB" ? verb.i : noun.head;
    changed.set(t.i, { ...t, upos: "VERB", head, deprel: "advcl" });
    changed.set(noun.i, { ...noun, head: t.i, deprel: "obj" });
    changed.set(prep.i, { ...prep, head: t.i, deprel: "mark" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/**
 * "The republic severed ties": taggers take a rare past tense for an adjective of its object, and hang the object on the
 * subject. An apposition without a comma, or a plural before an adjective, is no English noun phrase: it is read as subject, verb and object.
 */
export function withPastTenses(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if (t.deprel !== "amod" || t.head <= t.i || !/(?:ed|en|own)$/.test(t.lower)) continue;
    const subject = tokens[t.i - 1];
    const object = tokens[t.head];
    if (subject === undefined || object === undefined || subject.sentence !== t.sentence) continue;
    const top = standsAsSubject(subject, object);
    const lemma = t.upos === "VERB" ? t.lemma : lemmaOf(t.lower);
    if (top === undefined || !isEventVerb(lemma)) continue;
    changed.set(t.i, { ...t, upos: "VERB", xpos: "VBD", lemma, head: top.head, deprel: top.deprel });
    changed.set(subject.i, { ...subject, head: t.i, deprel: "nsubj" });
    changed.set(object.i, { ...object, head: t.i, deprel: "obj" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/** The word whose place in the tree the verb takes, or undefined where the words are a noun phrase after all. */
function standsAsSubject(subject: Token, object: Token): Token | undefined {
  if (subject.upos !== "NOUN" && subject.upos !== "PROPN") return undefined;
  if (object.deprel === "appos" && object.head === subject.i && subject.deprel === "root") return subject;
  const plural = subject.xpos === "NNS" && subject.deprel === "compound" && subject.head === object.i;
  return plural && object.deprel === "root" ? object : undefined;
}

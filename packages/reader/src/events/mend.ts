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
    const top = standsAsSubject(subject, object) ?? partOfSubject(tokens, subject, object);
    const lemma = t.upos === "VERB" ? t.lemma : lemmaOf(t.lower);
    if (top === undefined || !isEventVerb(lemma)) continue;
    const whole = top.i < subject.i ? top : subject;
    changed.set(t.i, { ...t, upos: "VERB", xpos: "VBD", lemma, head: top.head, deprel: top.deprel });
    changed.set(whole.i, { ...whole, head: t.i, deprel: "nsubj" });
    changed.set(object.i, { ...object, head: t.i, deprel: "obj" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/** The word whose place in the tree the verb takes, or undefined where the words are a noun phrase after all. */
function standsAsSubject(subject: Token, object: Token): Token | undefined {
  if (subject.upos !== "NOUN" && subject.upos !== "PROPN") return undefined;
  if (object.deprel === "appos" && object.head === subject.i && subject.deprel === "root") return subject;
  const before = subject.deprel === "compound" && subject.head === object.i;
  return before && object.deprel === "root" ? object : undefined;
}

/** "Two of the guards sustained injuries": the subject is the first of both nouns that the parse hangs on the root. */
function partOfSubject(tokens: readonly Token[], subject: Token, object: Token): Token | undefined {
  const root = tokens[subject.head];
  if (root?.deprel !== "root" || root.i > subject.i || object.head !== root.i || root.upos === "VERB") return undefined;
  return subject.deprel === "nmod" && (object.deprel === "nmod" || object.deprel === "appos") ? root : undefined;
}

/**
 * "Hackers stole the files", "The clashes cost forty lives": a past tense taken for a base form or a noun. A word with a
 * subject and an object of its own whose verb the lexicon knows is that verb.
 */
export function withVerbs(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const subjects = new Set<number>();
  const objects = new Set<number>();
  const copulas = new Set<number>();
  for (const t of tokens) {
    if (t.deprel === "nsubj") subjects.add(t.head);
    else if (t.deprel === "obj") objects.add(t.head);
    else if (t.deprel === "cop") copulas.add(t.head);
  }
  return tokens.map((t) => {
    if (!subjects.has(t.i) || isEventVerb(t.lemma)) return t;
    const verb = t.upos === "VERB" || (t.upos === "NOUN" && objects.has(t.i) && !copulas.has(t.i));
    const lemma = verb ? lemmaOf(t.lower) : t.lower;
    return verb && isEventVerb(lemma) ? { ...t, upos: "VERB", xpos: "VBD", lemma } : t;
  });
}

/**
 * "Strike hits hospital", "Police units beat demonstrators": a headline's subject is taken for a part of its verb.
 * A noun right before a finite verb without another subject is its subject.
 */
export function withSubjects(tokens: readonly Token[]): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if (t.deprel !== "compound" || (t.upos !== "NOUN" && t.upos !== "PROPN") || t.head <= t.i) continue;
    const verb = tokens[t.head];
    if (verb === undefined || verb.i !== t.i + 1 || !/^VB[ZDP]$/.test(verb.xpos)) continue;
    changed.set(t.i, { ...t, deprel: "nsubj" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

import type { Token } from "../doc.ts";

/** The parse with what taggers and parsers often get wrong of event verbs put right. */
export function mended(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const past = withPastTenses(withParticiples(tokens, lemmaOf, isEventVerb), lemmaOf, isEventVerb);
  const second = withSecondVerbs(past, lemmaOf, isEventVerb);
  const gerunds = withGerundObjects(withGerunds(second, isEventVerb), isEventVerb);
  return withSubjects(withVerbs(withHeadlineVerbs(gerunds, isEventVerb), lemmaOf, isEventVerb));
}

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
    if (whole !== subject) changed.set(subject.i, { ...subject, head: whole.i, deprel: "nmod" });
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
  const root = tokens[subject.deprel === "compound" && subject.head === object.i ? object.head : subject.head];
  if (root?.deprel !== "root" || root.i > subject.i || object.head !== root.i || root.upos === "VERB") return undefined;
  return /^(?:nmod|compound)$/.test(subject.deprel) && (object.deprel === "nmod" || object.deprel === "appos")
    ? root
    : undefined;
}

const ASPECT = /^(?:begin|start|continue|stop|keep|deny|resume|finish|cease|avoid)$/;
const CHARGE = /^(?:accuse|suspect|guilty|convict|charge|blame|acquit)$/;

/**
 * "began raiding villages", "accused of shelling villages": the gerund is taken for a part of its object. After a verb of
 * beginning and ending, or of charging, before a plural, it is the verb that it is.
 */
export function withGerundObjects(tokens: readonly Token[], isEventVerb: (lemma: string) => boolean): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if ((t.deprel !== "compound" && t.deprel !== "amod") || !t.lower.endsWith("ing")) continue;
    const [noun, before] = [tokens[t.head], tokens[t.i - 1]];
    if (noun === undefined || before === undefined || noun.i < t.i || noun.xpos === "NN") continue;
    const lemma = gerundLemma(t.lower, isEventVerb);
    const over = overGerund(tokens, before, noun);
    if (lemma === undefined || over === undefined || isEventVerb(noun.lemma)) continue;
    const deprel = over === before ? "xcomp" : "advcl";
    changed.set(t.i, { ...t, upos: "VERB", xpos: "VBG", lemma, head: over.i, deprel });
    changed.set(noun.i, { ...noun, head: t.i, deprel: "obj" });
    if (over !== before) changed.set(before.i, { ...before, head: t.i, deprel: "mark" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/** The verb that the gerund hangs on: right before it, or before its "of", "with" or "for". */
function overGerund(tokens: readonly Token[], before: Token, noun: Token): Token | undefined {
  if (before.upos === "VERB") return ASPECT.test(before.lemma) && noun.head === before.i ? before : undefined;
  if (before.head !== noun.i || !/^(?:of|with|for)$/.test(before.lower)) return undefined;
  const first = tokens[noun.head];
  const over = first === undefined || CHARGE.test(first.lemma) ? first : tokens[first.head];
  return over !== undefined && over.i < before.i && CHARGE.test(over.lemma) ? over : undefined;
}

function gerundLemma(form: string, isEventVerb: (lemma: string) => boolean): string | undefined {
  const stem = form.slice(0, -3);
  const single = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return [stem, `${stem}e`, single].find(isEventVerb);
}

/**
 * "Bishop welcomes arrests after raid": a headline's verb in -s is taken for a plural inside its object. English puts no
 * plural there: between a noun and a plural that is the root, a verb that the lexicon knows is read as the verb.
 */
export function withHeadlineVerbs(tokens: readonly Token[], isEventVerb: (lemma: string) => boolean): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if (t.xpos !== "NNS" || t.deprel !== "compound" || !isEventVerb(t.lemma)) continue;
    const [subject, root] = [tokens[t.i - 1], tokens[t.head]];
    if (subject === undefined || root?.deprel !== "root" || root.i < t.i || root.upos === "VERB") continue;
    if (subject.sentence !== t.sentence || !/^(?:NN|NNP)$/.test(subject.xpos) || subject.deprel !== "compound")
      continue;
    changed.set(t.i, { ...t, upos: "VERB", xpos: "VBZ", head: -1, deprel: "root" });
    changed.set(subject.i, { ...subject, head: t.i, deprel: "nsubj" });
    changed.set(root.i, { ...root, head: t.i, deprel: "obj" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/**
 * "raided the governor's house and seized documents": a second past tense is taken for its object's participle. After a
 * finite past and an object with an article or an owner, a regular form in -ed is read as the second verb.
 */
export function withSecondVerbs(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const changed = new Map<number, Token>();
  for (const t of tokens) {
    if (t.deprel !== "amod" || !t.lower.endsWith("ed")) continue;
    const [and, noun] = [tokens[t.i - 1], tokens[t.head]];
    if (and?.lower !== "and" || noun?.deprel !== "conj" || and.head !== noun.i) continue;
    const lemma = t.upos === "VERB" ? t.lemma : lemmaOf(t.lower);
    const first = finiteOver(tokens, tokens[noun.head]);
    if (first === undefined || !isEventVerb(lemma)) continue;
    changed.set(t.i, { ...t, upos: "VERB", xpos: "VBD", lemma, head: first.i, deprel: "conj" });
    changed.set(noun.i, { ...noun, head: t.i, deprel: "obj" });
    changed.set(and.i, { ...and, head: t.i, deprel: "cc" });
  }
  return changed.size === 0 ? tokens : tokens.map((t) => changed.get(t.i) ?? t);
}

/** The past tense whose object this is, itself or over an infinitive ("refused to accept the result"). */
function finiteOver(tokens: readonly Token[], object: Token | undefined): Token | undefined {
  if (object?.deprel !== "obj") return undefined;
  const near = tokens.slice(Math.max(0, object.i - 4), object.i);
  if (!near.some((k) => k.xpos === "DT" || k.deprel === "nmod:poss")) return undefined;
  const verb = tokens[object.head];
  const over = verb?.deprel === "xcomp" ? tokens[verb.head] : verb;
  return over?.xpos === "VBD" && over.i < object.i ? over : undefined;
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

import type { Token, Upos } from "../doc.ts";

/** Where a relation contradicts the tag, the relation is more often right: counted on the dev parts of EWT and GUM. */
const TAG_BY_RELATION: readonly {
  readonly upos: Upos;
  readonly xpos: string;
  readonly deprel: string;
  readonly to: Upos;
  readonly toXpos: string;
}[] = [
  { upos: "ADP", xpos: "IN", deprel: "mark", to: "SCONJ", toXpos: "IN" }, // "as militants attack"
  { upos: "SCONJ", xpos: "IN", deprel: "fixed", to: "ADP", toXpos: "IN" },
  { upos: "SCONJ", xpos: "IN", deprel: "compound:prt", to: "ADP", toXpos: "RP" },
  { upos: "NOUN", xpos: "NN", deprel: "amod", to: "ADJ", toXpos: "JJ" },
  { upos: "PROPN", xpos: "NNP", deprel: "amod", to: "ADJ", toXpos: "NNP" },
  { upos: "ADV", xpos: "RB", deprel: "expl", to: "PRON", toXpos: "EX" }, // "there were"
  { upos: "DET", xpos: "DT", deprel: "cc:preconj", to: "CCONJ", toXpos: "CC" }, // "both … and"
];

/** The words with their tags and relations made to fit each other. */
export function mended(tokens: readonly Token[]): readonly Token[] {
  return withSayers(tokens.map((token, i) => fittingTag(describing(token, tokens[i + 1]))));
}

/** A word's tag made to fit its relation. */
export function fittingTag(token: Token): Token {
  const rule = TAG_BY_RELATION.find((r) => r.deprel === token.deprel && r.xpos === token.xpos && r.upos === token.upos);
  return rule === undefined ? token : { ...token, upos: rule.to, xpos: rule.toXpos };
}

const ARGUMENTS: ReadonlySet<string> = new Set(["nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"]);

/**
 * A noun and the name right after it cannot both be the subject: the noun describes the name ("rebel leader Sankoh denied").
 */
export function describing(token: Token, next: Token | undefined): Token {
  const doubled =
    next !== undefined &&
    token.upos === "NOUN" &&
    next.upos === "PROPN" &&
    token.head === next.head &&
    token.deprel === next.deprel &&
    ARGUMENTS.has(token.deprel);
  return doubled ? { ...token, head: next.i, deprel: "nmod:desc" } : token;
}

/** How far before the verb of saying its subject may begin. */
const SAYER_REACH = 12;

/**
 * "…, including three children, police and medics said": the words between the last comma and a verb that has what is said
 * before it but no subject are its subject, not one more in the list before the comma.
 */
function withSayers(tokens: readonly Token[]): readonly Token[] {
  const subjects = new Set(tokens.filter((t) => t.deprel.startsWith("nsubj")).map((t) => t.head));
  const said = new Set(tokens.filter((t) => t.deprel === "ccomp" && t.i < t.head).map((t) => t.head));
  const mends = new Map<number, Token>();
  for (const verb of tokens) {
    if (verb.upos !== "VERB" || !said.has(verb.i) || subjects.has(verb.i)) continue;
    for (const token of sayersOf(tokens, verb)) mends.set(token.i, token);
  }
  return mends.size === 0 ? tokens : tokens.map((t) => mends.get(t.i) ?? t);
}

/** The words to be hung anew: the first that leads out of the stretch before the verb becomes its subject, the others join it. */
function sayersOf(tokens: readonly Token[], verb: Token): readonly Token[] {
  let comma = verb.i - 1;
  while (comma > verb.i - SAYER_REACH && tokens[comma]?.text !== "," && tokens[comma]?.sentence === verb.sentence)
    comma--;
  if (tokens[comma]?.text !== "," || comma === verb.i - 1) return [];
  const stretch = tokens.slice(comma + 1, verb.i);
  const [first, ...others] = stretch.filter((t) => t.head <= comma || t.head >= verb.i);
  if (first === undefined || !/^(?:NOUN|PROPN|PRON)$/.test(first.upos)) return [];
  if (others.some((t) => t.deprel !== "conj" && t.deprel !== "appos")) return [];
  return [{ ...first, head: verb.i, deprel: "nsubj" }, ...others.map((t) => ({ ...t, head: first.i, deprel: "conj" }))];
}

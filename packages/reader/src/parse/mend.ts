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
  return tokens.map((token, i) => fittingTag(describing(token, tokens[i + 1])));
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

import type { Context } from "../context.ts";
import type { Doc, Token } from "../doc.ts";
import { tokenSpans } from "./scan.ts";

export { type TokensData, tokensData } from "./lexicon.ts";

/** Tokens and their offsets; sentences are set by the next step, tags and heads by the ones after it. */
export function tokenize(doc: Doc, ctx: Context): Doc {
  const { text } = doc;
  const tokens: Token[] = [];
  tokenSpans(text, ctx.tokens, (start, end) => {
    const word = text.slice(start, end);
    tokens.push(plainToken({ i: tokens.length, start, end, text: word }));
  });
  return { ...doc, tokens };
}

function plainToken(at: { i: number; start: number; end: number; text: string }): Token {
  const lower = at.text.toLowerCase();
  return {
    start: at.start,
    end: at.end,
    i: at.i,
    text: at.text,
    lower,
    sentence: 0,
    upos: "X",
    xpos: "FW",
    lemma: lower,
    head: -1,
    deprel: "dep",
  };
}

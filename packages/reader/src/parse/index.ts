import type { Context } from "../context.ts";
import type { Doc, Token } from "../doc.ts";
import { type Resources, weightsOf } from "../resources.ts";
import { wordTable } from "../tags/words.ts";
import type { TaggedWords } from "./move-features.ts";
import { type Parser, parserOf } from "./parser.ts";
import { coarseOf, tagNumber } from "./tag-number.ts";

/** What this layer looks up: built once for a reader, its parts at first use. */
export interface ParseData {
  readonly layer: "parse";
  /** Null where the weights are not among the resources: words then stay without heads. */
  readonly parser: () => Parser | null;
}

export function parseData(resources: Resources): ParseData {
  const moves = weightsOf(resources, "parse-moves");
  const relations = weightsOf(resources, "parse-relations");
  let made: { readonly parser: Parser | null } | null = null;
  return {
    layer: "parse",
    parser: () => {
      made ??= { parser: moves === null || relations === null ? null : parserOf(moves, relations) };
      return made.parser;
    },
  };
}

/** Dependencies. */
export function parse(doc: Doc, ctx: Context): Doc {
  const parser = ctx.parse.parser();
  if (parser === null) return doc;
  const tokens = doc.sentences.flatMap(({ from, to }) => parsed(doc.tokens.slice(from, to), from, parser));
  return { ...doc, tokens };
}

function parsed(tokens: readonly Token[], from: number, parser: Parser): readonly Token[] {
  const { heads, labels } = parser.parse(taggedWords(tokens));
  return tokens.map((token, i) => {
    const head = heads[i] ?? -1;
    if (head < 0 || head >= tokens.length) return { ...token, head: -1, deprel: "root" };
    return { ...token, head: from + head, deprel: parser.relations[(labels[i] ?? 1) - 1] ?? "dep" };
  });
}

/** A sentence's words as the parser looks at them. */
export function taggedWords(tokens: readonly Pick<Token, "text" | "upos" | "xpos">[]): TaggedWords {
  return {
    words: wordTable(tokens.map((t) => t.text)),
    tags: Int32Array.from(tokens, tagNumber),
    coarse: Int32Array.from(tokens, coarseOf),
  };
}

import type { Context } from "../context.ts";
import type { Doc, Token } from "../doc.ts";
import { type Analysis, LONGEST_SENTENCE, type Network, networkOf } from "../parse/network.ts";
import { type Resources, rowsOf, weightsOf } from "../resources.ts";
import { unpackModel } from "../sentences/sparse-model.ts";
import { formsOf, type Lemmas, lemmaOf } from "./lemma.ts";
import { type Tag, tagOf } from "./tag.ts";
import { wordTable } from "./words.ts";

/** What this layer looks up: built once for a reader, its parts at first use. */
export interface TagsData {
  readonly layer: "tags";
  /** Null where the weights are not among the resources: words then stay without tags and heads. */
  readonly network: () => TaggingNetwork | null;
  readonly lemmas: () => Lemmas;
}

/** The network with its tags taken apart. */
export interface TaggingNetwork extends Network {
  readonly parts: readonly Tag[];
}

export function tagsData(resources: Resources): TagsData {
  const file = weightsOf(resources, "parse-network");
  const words = weightsOf(resources, "tags-words");
  return {
    layer: "tags",
    network: once(() =>
      file === null ? null : withParts(networkOf(file, words === null ? null : unpackModel(words))),
    ),
    lemmas: once(() => lemmasOf(resources)),
  };
}

/** Parts of speech and lemmas; and, since the network reads them off the same pass, heads and relations. */
export function tag(doc: Doc, ctx: Context): Doc {
  const network = ctx.tags.network();
  if (network === null) return doc;
  const pieces = doc.sentences.flatMap(({ from, to }) => piecesOf(from, to));
  const tables = pieces.map(({ from, to }) => wordTable(doc.tokens.slice(from, to).map((t) => t.text)));
  const analyses = network.analyse(tables);
  const work = { network, lemmas: ctx.tags.lemmas() };
  let root = -1;
  const tokens = pieces.flatMap((piece, i) => {
    const analysis = analyses[i];
    if (analysis === undefined) return [];
    const first = piece.continues ? root : -1;
    if (!piece.continues) root = piece.from + Math.max(0, analysis.heads.indexOf(analysis.heads.length));
    return doc.tokens
      .slice(piece.from, piece.to)
      .map((token, k) => analysed(token, { analysis, k, piece, first }, work));
  });
  return { ...doc, tokens };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Whether it goes on with the sentence of the piece before. */
  readonly continues: boolean;
}

/** A sentence, or its pieces where it is too long for the network. */
function piecesOf(from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to; at += LONGEST_SENTENCE) {
    pieces.push({ from: at, to: Math.min(to, at + LONGEST_SENTENCE), continues: at > from });
  }
  return pieces;
}

interface Place {
  readonly analysis: Analysis;
  readonly k: number;
  readonly piece: Piece;
  /** The root of the sentence's first piece, for the roots of later ones; -1 in the first. */
  readonly first: number;
}

function analysed(
  token: Token,
  { analysis, k, piece, first }: Place,
  { network, lemmas }: { network: TaggingNetwork; lemmas: Lemmas },
): Token {
  const tag = network.parts[analysis.tags[k] ?? 0] ?? { upos: token.upos, xpos: token.xpos };
  const lemma = lemmaOf(token.text, tag, lemmas);
  const head = analysis.heads[k] ?? 0;
  if (head < analysis.heads.length) {
    return {
      ...token,
      ...tag,
      lemma,
      head: piece.from + head,
      deprel: network.relations[analysis.relations[k] ?? 0] ?? "dep",
    };
  }
  return { ...token, ...tag, lemma, head: first, deprel: first < 0 ? "root" : "parataxis" };
}

function withParts(network: Network): TaggingNetwork {
  return { ...network, parts: network.tags.map(tagOf) };
}

function lemmasOf(resources: Resources): Lemmas {
  const words = new Map<string, string>();
  const endings = new Map<string, string>();
  for (const [base = "", doubles = ""] of rowsOf(resources, "tags/verbs")) {
    for (const [form, group] of formsOf(base, doubles === "x")) words.set(`${form} ${group}`, base);
  }
  for (const path of ["tags/lemma-words", "tags/irregular"]) {
    for (const [form = "", group = "", lemma = ""] of rowsOf(resources, path)) words.set(`${form} ${group}`, lemma);
  }
  for (const [form = "", group = "", lemma = ""] of rowsOf(resources, "tags/lemma-endings"))
    endings.set(`${form} ${group}`, lemma);
  return { words, endings };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import type { Context } from "../context.ts";
import type { Doc, Token } from "../doc.ts";
import { type Resources, rowsOf, weightsOf } from "../resources.ts";
import { type Lemmas, lemmaOf } from "./lemma.ts";
import { type Tagger, taggerOf } from "./tagger.ts";
import { wordTable } from "./words.ts";

/** What this layer looks up: built once for a reader, its parts at first use. */
export interface TagsData {
  readonly layer: "tags";
  /** Null where the weights are not among the resources: words then stay untagged. */
  readonly tagger: () => Tagger | null;
  readonly lemmas: () => Lemmas;
}

export function tagsData(resources: Resources): TagsData {
  const file = weightsOf(resources, "tags");
  return {
    layer: "tags",
    tagger: once(() => (file === null ? null : taggerOf(file))),
    lemmas: once(() => lemmasOf(resources)),
  };
}

/** Parts of speech and lemmas. */
export function tag(doc: Doc, ctx: Context): Doc {
  const tagger = ctx.tags.tagger();
  if (tagger === null) return doc;
  const lemmas = ctx.tags.lemmas();
  const tokens = doc.sentences.flatMap(({ from, to }) => tagged(doc.tokens.slice(from, to), tagger, lemmas));
  return { ...doc, tokens };
}

function tagged(tokens: readonly Token[], tagger: Tagger, lemmas: Lemmas): readonly Token[] {
  const chosen = tagger.tag(wordTable(tokens.map((t) => t.text)));
  return tokens.map((token, i) => {
    const tag = tagger.tags[chosen[i] ?? 0];
    return tag === undefined ? token : { ...token, ...tag, lemma: lemmaOf(token.text, tag, lemmas) };
  });
}

function lemmasOf(resources: Resources): Lemmas {
  const words = new Map<string, string>();
  const endings = new Map<string, string>();
  for (const [form = "", group = "", lemma = ""] of rowsOf(resources, "tags/lemma-words"))
    words.set(`${form} ${group}`, lemma);
  for (const [form = "", group = "", lemma = ""] of rowsOf(resources, "tags/irregular"))
    words.set(`${form} ${group}`, lemma);
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

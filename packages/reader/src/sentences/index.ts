import type { Context } from "../context.ts";
import type { Doc, Sentence, SentenceKind, Token } from "../doc.ts";
import { datelineEnd } from "./dateline.ts";
import { mannerOf } from "./gap-features.ts";
import { kindOfLine } from "./kind.ts";
import { sentenceEnds } from "./learned-ends.ts";
import type { SentencesData } from "./lexicon.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";

export { type SentencesData, sentencesData } from "./lexicon.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: SentenceKind;
  readonly paragraph: number;
}

/** Sentence and paragraph boundaries, and what kind of line each is. */
export function splitSentences(doc: Doc, ctx: Context): Doc {
  const { tokens } = doc;
  const paragraphs = paragraphsOf(doc.text, tokens);
  const manner = mannerOf(tokens);
  const stretches = paragraphs.flatMap((paragraph, i) => {
    const place = { i, first: i === 0 && paragraphs.length > 1, last: i === paragraphs.length - 1 };
    return sentencesOf(tokens, { paragraph, place, data: ctx.sentences, manner });
  });
  const sentences = stretches.flatMap((stretch, i) => sentenceOf(tokens, i, stretch));
  return { ...doc, sentences, tokens: withSentence(tokens, sentences) };
}

interface Work {
  readonly paragraph: Paragraph;
  readonly place: { readonly i: number; readonly first: boolean; readonly last: boolean };
  readonly data: SentencesData;
  readonly manner: number;
}

function sentencesOf(tokens: readonly Token[], { paragraph, place, data, manner }: Work): readonly Stretch[] {
  const { from, to } = paragraph;
  const body = datelineEnd(tokens, from, to, data);
  const dateline: Stretch[] = body > from ? [{ from, to: body, kind: "dateline", paragraph: place.i }] : [];
  if (body >= to) return dateline;
  const ends = sentenceEnds(tokens, { from: body, to, manner }, data);
  const single = ends.length === 1 && body === from;
  const kind = single ? kindOfLine(tokens.slice(from, Math.min(to, from + 61)), place, data) : "text";
  return [
    ...dateline,
    ...ends.map((end, i) => ({ from: i === 0 ? body : (ends[i - 1] ?? body), to: end, kind, paragraph: place.i })),
  ];
}

function sentenceOf(tokens: readonly Token[], i: number, stretch: Stretch): readonly Sentence[] {
  const [first, last] = [tokens[stretch.from], tokens[stretch.to - 1]];
  return first === undefined || last === undefined ? [] : [{ ...stretch, i, start: first.start, end: last.end }];
}

function withSentence(tokens: readonly Token[], sentences: readonly Sentence[]): readonly Token[] {
  return sentences.flatMap((s) => tokens.slice(s.from, s.to).map((t) => ({ ...t, sentence: s.i })));
}

import type { Place, Time } from "@dateline/model";
import { type Sayings, sayingsOf } from "../attribution/index.ts";
import type { Doc, Sentence, Token } from "../doc.ts";
import type { Trace } from "../trace.ts";
import { type Frames, framesOf } from "./frame.ts";
import type { EventLexicon } from "./lexicon.ts";
import { mended } from "./mend.ts";
import { type MentionIndex, mentionIndexOf, topToken } from "./mention-index.ts";
import type { StatusWords } from "./status-words.ts";
import { type Tree, treeOf } from "./tree.ts";

/** A place or time with the word it hangs by. */
export interface Anchored<T> {
  readonly of: T;
  readonly top: Token;
  readonly start: number;
  readonly end: number;
}

/** A report as the rules of this layer look at it. */
export interface View {
  readonly doc: Doc;
  readonly lexicon: EventLexicon;
  readonly words: StatusWords;
  readonly trace: Trace | null;
  readonly tree: Tree;
  readonly frames: Frames;
  readonly mentions: MentionIndex;
  readonly sayings: Sayings;
  /** The tokens that are words of saying. */
  readonly sayingHeads: ReadonlySet<number>;
  readonly places: ReadonlyMap<number, readonly Anchored<Place>[]>;
  readonly times: ReadonlyMap<number, readonly Anchored<Time>[]>;
  readonly sentenceOf: (t: Token) => Sentence | undefined;
}

export interface ViewParts {
  /** The verb of a past participle. */
  readonly participleLemma: (form: string) => string;
  readonly lexicon: EventLexicon;
  readonly words: StatusWords;
  readonly trace: Trace | null;
}

export function viewOf(given: Doc, parts: ViewParts): View {
  const { lexicon, participleLemma } = parts;
  const known = (lemma: string): boolean => lexicon.verbSenses(lemma).length > 0;
  const doc = { ...given, tokens: mended(given.tokens, participleLemma, known) };
  const tree = treeOf(doc.tokens);
  return {
    doc,
    ...parts,
    tree,
    frames: framesOf(tree, {
      isHeading: (t) => doc.sentences[t.sentence]?.kind === "heading",
      isProse: (t) => endsSentence(doc, doc.sentences[t.sentence]),
      takesObject: (lemma) => lexicon.verbSenses(lemma).some((s) => s.target.flat().some((p) => p.kind === "object")),
    }),
    mentions: mentionIndexOf(doc),
    sayings: sayingsOf(doc),
    sayingHeads: new Set(doc.sayings?.map((s) => s.head)),
    places: bySentence(
      doc,
      doc.places.flatMap((p) => p.mentions.map((m) => ({ of: p, start: m.start, end: m.end }))),
    ),
    times: bySentence(
      doc,
      doc.times.map((t) => ({ of: t, start: t.start, end: t.end })),
    ),
    sentenceOf: (t) => doc.sentences[t.sentence],
  };
}

/** Whether a sentence ends in its full stop, before closing marks. */
function endsSentence(doc: Doc, sentence: Sentence | undefined): boolean {
  if (sentence === undefined || sentence.kind === "heading") return false;
  const last = doc.tokens.slice(Math.max(sentence.from, sentence.to - 3), sentence.to);
  return last.some((t) => t.text === "." || t.text === "!" || t.text === "?");
}

function bySentence<T>(
  doc: Doc,
  found: readonly { readonly of: T; readonly start: number; readonly end: number }[],
): ReadonlyMap<number, readonly Anchored<T>[]> {
  const map = new Map<number, Anchored<T>[]>();
  for (const { of, start, end } of found) {
    const top = topToken(doc, { start, end });
    if (top === undefined) continue;
    const list = map.get(top.sentence);
    const item = { of, top, start, end };
    if (list === undefined) map.set(top.sentence, [item]);
    else if (list.length < 24) list.push(item);
  }
  return map;
}

import type { Span } from "@dateline/model";
import type { Doc, Sentence, Token } from "../doc.ts";
import { type Stretch, type Tree, treeOf } from "../parse/tree.ts";
import type { Cue, Effect } from "./cue.ts";
import type { AttributionData } from "./lexicon.ts";
import { type Quote, quotesOf } from "./quotes.ts";

/** A report as the rules of this layer look at it. */
export interface Page {
  readonly doc: Doc;
  readonly data: AttributionData;
  readonly tree: Tree;
  readonly quotes: readonly Quote[];
  /** For each token the quotation it stands in, counted in `quotes`; -1 outside. */
  readonly quoteAt: Int32Array;
  /** Stretches ("from to") that name somebody who can speak in a headline. */
  readonly speakers: ReadonlySet<string>;
  /** Tokens of those who bear arms, and of places. */
  readonly armed: ReadonlySet<number>;
  readonly placed: ReadonlySet<number>;
}

/** An attribution in the making: token numbers, no entities yet. */
export interface Draft {
  readonly rule: string;
  readonly cue: Cue;
  /** The token the cue hangs by. */
  readonly head: number;
  readonly words: Stretch;
  readonly source: Stretch | null;
  /** The token to look an entity up by; -1 where no source is named. */
  readonly speaker: number;
  readonly content: readonly Stretch[];
  readonly effect: Effect;
  readonly negated: boolean;
  /** How the content stands to the cue. */
  readonly frame: string;
  /** Tokens of outlets that hand the words on ("told Reuters"), the nearest to the speaker first. */
  readonly via: readonly number[];
  /** Tokens of those that the speaker has it from ("citing residents"). */
  readonly cited: readonly number[];
  /** False for words that only bear on the status ("probably"). */
  readonly told: boolean;
  /** The token of the statement or speech that the source issued to say it. */
  readonly paper?: number;
}

/** A cue found in a sentence. */
export interface Hit {
  readonly cue: Cue;
  readonly head: Token;
  /** The tokens of a phrase beyond its head ("out" of "point out"). */
  readonly rest: readonly number[];
}

export function pageOf(doc: Doc, data: AttributionData): Page {
  const quotes = quotesOf(doc);
  const quoteAt = new Int32Array(doc.tokens.length).fill(-1);
  quotes.forEach((q, i) => {
    quoteAt.fill(i, q.from, q.to);
  });
  return { doc, data, tree: treeOf(doc.tokens), quotes, quoteAt, speakers: speakersOf(doc), ...armedAndPlaced(doc) };
}

const ARMED: ReadonlySet<string> = new Set(["military", "police", "armed-group"]);

function armedAndPlaced(doc: Doc): { readonly armed: ReadonlySet<number>; readonly placed: ReadonlySet<number> } {
  const ends = new Map(doc.tokens.map((t) => [t.end, t.i]));
  const lastOf = (spans: readonly Span[]): ReadonlySet<number> => new Set(spans.flatMap((s) => ends.get(s.end) ?? []));
  return {
    armed: lastOf(doc.entities.filter((e) => ARMED.has(e.kind)).flatMap((e) => e.mentions)),
    placed: lastOf(doc.places.flatMap((p) => p.mentions)),
  };
}

export function sentenceOf(page: Page, i: number): Sentence | undefined {
  const t = page.doc.tokens[i];
  return t === undefined ? undefined : page.doc.sentences[t.sentence];
}

/** A stretch without marks and joining words at its ends. */
export function trimmed(page: Page, s: Stretch): Stretch {
  let { from, to } = s;
  while (from < to && isEdge(page, from)) from += 1;
  while (to > from && isEdge(page, to - 1)) to -= 1;
  return { from, to };
}

function isEdge(page: Page, i: number): boolean {
  const t = page.doc.tokens[i];
  return t === undefined || (/^[^\p{L}\p{N}$€£%)]+$/u.test(t.text) && !isMark(t.text));
}

/** Whether a token is a quotation mark. */
export function isMark(text: string): boolean {
  return /^(?:["“”„«»‘’]|''|``)$/.test(text);
}

/** Kinds of actors that speak in headlines; a country before a colon is mostly the topic. */
const SPEAKERS: ReadonlySet<string> = new Set(["person", "military", "police", "armed-group", "igo", "ngo", "media"]);

function speakersOf(doc: Doc): ReadonlySet<string> {
  const starts = new Map(doc.tokens.map((t) => [t.start, t.i]));
  const ends = new Map(doc.tokens.map((t) => [t.end, t.i + 1]));
  const spans = new Set<string>();
  for (const e of doc.entities)
    if (SPEAKERS.has(e.kind)) for (const m of e.mentions) spans.add(`${starts.get(m.start)} ${ends.get(m.end)}`);
  for (const n of doc.names) if (n.kind === "person" || n.kind === "organization") spans.add(`${n.from} ${n.to}`);
  return spans;
}

/** A source without what stands before its nominal ("But", "Even", "Last week,") and with the bracket that it opens. */
export function trimmedSource(page: Page, s: Stretch, limit: number): Stretch {
  const { tokens } = page.doc;
  let { from, to } = trimmed(page, s);
  for (let i = from; i < Math.min(to - 1, from + 5); i += 1)
    if (tokens[i]?.text === "," && isLead(page, from, i)) from = i + 1;
  while (from < to - 1 && /^(?:CCONJ|ADV|SCONJ)$/.test(tokens[from]?.upos ?? "")) from += 1;
  if (hasOpenBracket(page, { from, to })) to = bracketEnd(page, to, Math.min(limit, to + 8));
  return trimmed(page, { from, to });
}

/** "Last week", "In May": words of time before a comma. */
function isLead(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      /day$|^(?:week|month|year|night|morning|then|now|still|however|meanwhile|earlier|later)$/.test(
        page.doc.tokens[i]?.lower ?? "",
      )
    )
      return true;
  return page.doc.tokens[from]?.upos === "ADP";
}

function hasOpenBracket(page: Page, s: Stretch): boolean {
  let open = 0;
  for (let i = s.from; i < s.to; i += 1) {
    if (page.doc.tokens[i]?.text === "(") open += 1;
    if (page.doc.tokens[i]?.text === ")") open -= 1;
  }
  return open > 0;
}

function bracketEnd(page: Page, to: number, limit: number): number {
  for (let i = to; i < limit; i += 1) if (page.doc.tokens[i]?.text === ")") return i + 1;
  return to;
}

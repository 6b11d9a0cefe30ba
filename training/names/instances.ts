import type { Doc } from "../../packages/reader/src/doc.ts";
import { featuresOf } from "../../packages/reader/src/names/features.ts";
import { BITS } from "../../packages/reader/src/names/gazetteer.ts";
import { BEGIN, INSIDE, LABELS, LAST, labelOf, UNIT } from "../../packages/reader/src/names/labels.ts";
import { MOST_FEATURES } from "../../packages/reader/src/names/row.ts";
import { runsOf } from "../../packages/reader/src/names/run.ts";
import { type Stretch, stretches } from "../../packages/reader/src/names/stretch.ts";
import { type View, viewOf } from "../../packages/reader/src/names/view.ts";
import { voteFeatures, votesOf } from "../../packages/reader/src/names/votes.ts";
import { isCapital, type Knowledge } from "../../packages/reader/src/names/word.ts";
import { type MarkedText, maskOf } from "./marked.ts";

/** A stretch with its features as hashes, before they have rows. */
export interface RawInstance {
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly allowed: Uint32Array;
  readonly weight: number;
}

const ANY: number = (2 ** LABELS - 1) >>> 0;

/** A marked text as the model sees it. */
export interface Prepared {
  readonly view: View;
  readonly items: readonly { readonly stretch: Stretch; readonly raw: RawInstance }[];
}

/** The stretches of a marked text with features and labels. */
export function prepare(doc: Doc, marked: MarkedText, knowledge: Knowledge, weight: number): Prepared {
  const view = viewOf(doc, knowledge);
  const labels = allowedLabels(view, marked);
  const room = new Uint32Array(MOST_FEATURES);
  const items = stretches(view).map((stretch) => {
    const hashes: number[] = [];
    const starts = [0];
    for (const run of runsOf(view, stretch)) {
      for (let i = run.from; i < run.to; i++) {
        const n = featuresOf(view, i, run, room);
        for (let k = 0; k < n; k++) hashes.push(room[k] ?? 0);
        starts.push(hashes.length);
      }
    }
    const allowed = labels.slice(stretch.from, stretch.to);
    return { stretch, raw: { starts: Uint32Array.from(starts), hashes: Uint32Array.from(hashes), allowed, weight } };
  });
  return { view, items };
}

/** The same stretches as a second reading sees them: with the votes of a first reading's labels. */
export function secondReading({ view, items }: Prepared, labels: readonly Uint8Array[]): readonly RawInstance[] {
  const votes = votesOf(
    view,
    items.map(({ stretch }, k) => ({ stretch, labels: labels[k] ?? new Uint8Array(stretch.to - stretch.from) })),
  );
  const room = new Uint32Array(MOST_FEATURES);
  return items.map(({ stretch, raw }) => {
    const hashes: number[] = [];
    const starts = [0];
    for (let k = 0; k + 1 < raw.starts.length; k++) {
      for (let f = raw.starts[k] ?? 0; f < (raw.starts[k + 1] ?? 0); f++) hashes.push(raw.hashes[f] ?? 0);
      const n = voteFeatures(view, votes, stretch.from + k, room, 0);
      for (let f = 0; f < n; f++) hashes.push(room[f] ?? 0);
      starts.push(hashes.length);
    }
    return { ...raw, starts: Uint32Array.from(starts), hashes: Uint32Array.from(hashes) };
  });
}

/** For each token the mask of labels that the marks allow. */
function allowedLabels(view: View, marked: MarkedText): Uint32Array {
  const { tokens } = view;
  const outside = 1 | everyPlace(marked.unmarked);
  const allowed = new Uint32Array(tokens.length).fill(outside);
  const group = everyPlace(maskOf("group"));
  if (marked.source !== "own") {
    view.words.forEach((word, i) => {
      if ((word.known & BITS.group) !== 0 && isCapital(word)) allowed[i] = (outside | group) >>> 0;
    });
  }
  for (const { start, end } of marked.open) for (const i of tokensIn(view, start, end)) allowed[i] = ANY;
  for (const { start, end, kinds } of marked.names) {
    const inside = tokensIn(view, start, end);
    inside.forEach((i, k) => {
      const place = inside.length === 1 ? UNIT : k === 0 ? BEGIN : k === inside.length - 1 ? LAST : INSIDE;
      allowed[i] = onePlace(kinds, place);
    });
  }
  return allowed;
}

function tokensIn({ tokens }: View, start: number, end: number): readonly number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tokens[mid]?.end ?? 0) <= start) low = mid + 1;
    else high = mid;
  }
  const found: number[] = [];
  for (let i = low; i < tokens.length && (tokens[i]?.start ?? end) < end; i++) found.push(i);
  return found;
}

function onePlace(kinds: number, place: number): number {
  let mask = 0;
  for (let k = 0; k < 7; k++) if ((kinds >> k) & 1) mask |= 1 << labelOf(k, place);
  return mask >>> 0;
}

function everyPlace(kinds: number): number {
  return (onePlace(kinds, BEGIN) | onePlace(kinds, INSIDE) | onePlace(kinds, LAST) | onePlace(kinds, UNIT)) >>> 0;
}

import type { Upos } from "../../packages/reader/src/doc.ts";
import { taggedWords } from "../../packages/reader/src/parse/index.ts";
import { LABEL_FEATURES, labelFeatures } from "../../packages/reader/src/parse/label-features.ts";
import { MOVE_FEATURES, moveFeatures, type TaggedWords } from "../../packages/reader/src/parse/move-features.ts";
import { bestMove } from "../../packages/reader/src/parse/parser.ts";
import { allows, LEFT, MOVES, ParseState, RIGHT, SHIFT } from "../../packages/reader/src/parse/state.ts";
import { best } from "../../packages/reader/src/tags/tagger.ts";
import { Perceptron } from "./perceptron.ts";
import { randomFrom, restyled, shuffled } from "./shuffle.ts";

/** A sentence to learn from: words with the tags that a tagger gave them, gold heads and relations. */
export interface ParseExample {
  readonly words: readonly string[];
  readonly tags: readonly { readonly upos: Upos; readonly xpos: string }[];
  /** Heads from 0; the root's: the sentence's length. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface ParserModels {
  readonly moves: Perceptron;
  readonly relations: Perceptron;
  readonly names: readonly string[];
}

/** Learns moves with a dynamic oracle, straying from the right path as the parser does, and relations on the arcs it makes. */
export function trainParser(
  examples: readonly ParseExample[],
  rounds: number,
  each: (round: number, models: ParserModels) => void,
): ParserModels {
  const names = [...new Set(examples.flatMap((e) => e.relations))].sort();
  const models = { moves: new Perceptron(MOVES.length), relations: new Perceptron(names.length), names };
  const random = randomFrom(29);
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, random)) learn(models, example, { round, random });
    each(round, models);
  }
  return models;
}

function learn(
  { moves, relations, names }: ParserModels,
  example: ParseExample,
  { round, random }: { round: number; random: () => number },
): void {
  const texts = restyled(example.words, random);
  const sentence = taggedWords(
    texts.map((text, i) => ({ text, upos: example.tags[i]?.upos ?? "X", xpos: example.tags[i]?.xpos ?? "" })),
  );
  const state = new ParseState(texts.length);
  const features = new Int32Array(Math.max(MOVE_FEATURES, LABEL_FEATURES));
  const scores = new Float64Array(MOVES.length);
  while (!state.done) {
    scores.fill(0);
    const count = moveFeatures(sentence, state, features);
    moves.score(features, count, scores);
    const guess = bestMove(state, scores);
    const right = bestRight(state, example.heads, scores);
    moves.tick();
    if (guess !== right && !isRight(state, example.heads, guess)) {
      moves.update(features, count, { label: right, by: 1 });
      moves.update(features, count, { label: guess, by: -1 });
    }
    const move = round > 0 && random() < 0.9 ? guess : right;
    take(state, move, (word, head) => label(relations, { sentence, state, example, names, word, head }));
  }
}

function take(state: ParseState, move: number, label: (word: number, head: number) => number): void {
  if (move === SHIFT) {
    state.shift();
    return;
  }
  const word = state.below(0);
  const head = move === LEFT ? state.next : state.below(1);
  const relation = label(word, head);
  state.pop();
  state.attach(word, head, relation);
}

interface Arc {
  readonly sentence: TaggedWords;
  readonly state: ParseState;
  readonly example: ParseExample;
  readonly names: readonly string[];
  readonly word: number;
  readonly head: number;
}

function label(model: Perceptron, { sentence, state, example, names, word, head }: Arc): number {
  const features = new Int32Array(LABEL_FEATURES);
  const scores = new Float64Array(names.length);
  const count = labelFeatures(sentence, state, { word, head, out: features });
  model.score(features, count, scores);
  const guess = best(scores);
  if (example.heads[word] !== head) return guess;
  const right = names.indexOf(example.relations[word] ?? "");
  model.tick();
  if (guess !== right) {
    model.update(features, count, { label: right, by: 1 });
    model.update(features, count, { label: guess, by: -1 });
  }
  return guess;
}

function bestRight(state: ParseState, heads: readonly number[], scores: Float64Array): number {
  let top = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const move of [SHIFT, LEFT, RIGHT]) {
    if (!allows(state, move)) continue;
    const cost = costOf(state, heads, move);
    if (cost < least || (cost === least && (scores[move] ?? 0) > (scores[top] ?? 0))) top = move;
    least = Math.min(least, cost);
  }
  return top;
}

function isRight(state: ParseState, heads: readonly number[], move: number): boolean {
  const costs = [SHIFT, LEFT, RIGHT].filter((m) => allows(state, m)).map((m) => costOf(state, heads, m));
  return costOf(state, heads, move) === Math.min(...costs);
}

/** Gold arcs that can no longer be made after a move. */
function costOf(state: ParseState, heads: readonly number[], move: number): number {
  const { next, depth, stack, length } = state;
  let cost = 0;
  if (move === SHIFT) {
    const head = heads[next];
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i] ?? 0] === next) cost++;
      if (i < depth - 1 && stack[i] === head) cost++;
    }
    return cost;
  }
  const top = state.below(0);
  const head = heads[top] ?? length;
  for (let i = next; i < length; i++) if (heads[i] === top) cost++;
  if (move === RIGHT) return head >= next ? cost + 1 : cost;
  return (head >= next && head !== next) || head === state.below(1) ? cost + 1 : cost;
}

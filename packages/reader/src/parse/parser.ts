import { type SparseModel, unpackModel } from "../tags/sparse-model.ts";
import { best } from "../tags/tagger.ts";
import { LABEL_FEATURES, labelFeatures } from "./label-features.ts";
import { MOVE_FEATURES, moveFeatures, type TaggedWords } from "./move-features.ts";
import { allows, LEFT, MOVES, ParseState, RIGHT, SHIFT } from "./state.ts";

/** Gives each word of a sentence its head and relation. */
export interface Parser {
  readonly relations: readonly string[];
  /** Heads (the root's: the sentence's length) and places of relations plus one. */
  parse(sentence: TaggedWords): Pick<ParseState, "heads" | "labels">;
}

/** The parser of two weight files' bytes. */
export function parserOf(moves: Uint8Array, relations: Uint8Array): Parser {
  const model = { moves: unpackModel(moves), relations: unpackModel(relations) };
  return { relations: model.relations.classes, parse: (sentence) => decode(model, sentence) };
}

interface Model {
  readonly moves: Pick<SparseModel, "score">;
  readonly relations: Pick<SparseModel, "score" | "classes">;
}

function decode(model: Model, sentence: TaggedWords): ParseState {
  const state = new ParseState(sentence.words.length);
  const features = new Int32Array(Math.max(MOVE_FEATURES, LABEL_FEATURES));
  const scores = new Float64Array(MOVES.length);
  const labels = new Float64Array(model.relations.classes.length);
  while (!state.done) {
    scores.fill(0);
    model.moves.score(features, moveFeatures(sentence, state, features), scores);
    const move = bestMove(state, scores);
    if (move === SHIFT) {
      state.shift();
      continue;
    }
    const word = state.below(0);
    const head = move === LEFT ? state.next : state.below(1);
    labels.fill(0);
    model.relations.score(features, labelFeatures(sentence, state, { word, head, out: features }), labels);
    state.pop();
    state.attach(word, head, best(labels));
  }
  return state;
}

/** The allowed move with the largest score; shift, left, right among equals. */
export function bestMove(state: ParseState, scores: Float64Array): number {
  let top = -1;
  for (const move of [SHIFT, LEFT, RIGHT]) {
    if (allows(state, move) && (top < 0 || (scores[move] ?? 0) > (scores[top] ?? 0))) top = move;
  }
  return top;
}

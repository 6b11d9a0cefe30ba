import type { Doc, NameMention } from "../doc.ts";
import { bestLabels } from "./decode.ts";
import { featuresOf } from "./features.ts";
import { BEGIN, kindOf, LABELS, LAST, OUTSIDE, placeOf, UNIT } from "./labels.ts";
import { addScores, type NameModel } from "./model.ts";
import { MOST_FEATURES } from "./row.ts";
import { runsOf } from "./run.ts";
import { type Stretch, stretches } from "./stretch.ts";
import { type View, viewOf } from "./view.ts";
import { voteFeatures, votesOf } from "./votes.ts";
import type { Knowledge } from "./word.ts";

/** The names of a report in text order: a first reading of each stretch, then a second that knows how the first read the same words elsewhere. */
export function findMentions(
  doc: Pick<Doc, "tokens" | "sentences">,
  model: NameModel,
  knowledge: Knowledge,
): readonly NameMention[] {
  const view = viewOf(doc, knowledge);
  const room = new Uint32Array(MOST_FEATURES);
  const first = stretches(view).map((stretch) => {
    const scores = scoresOf(view, stretch, model, room);
    return { stretch, scores, labels: bestLabels(scores, stretch.to - stretch.from, model.steps) };
  });
  const votes = votesOf(view, first);
  return first.flatMap(({ stretch, scores }) => {
    for (let i = stretch.from; i < stretch.to; i++) {
      const count = voteFeatures(view, votes, i, room, 0);
      for (let k = 0; k < count; k++) addScores(model, room[k] ?? 0, scores, (i - stretch.from) * LABELS);
    }
    return mentionsOf(view, stretch, bestLabels(scores, stretch.to - stretch.from, model.steps));
  });
}

function scoresOf(view: View, stretch: Stretch, model: NameModel, room: Uint32Array): Float32Array {
  const scores = new Float32Array((stretch.to - stretch.from) * LABELS);
  for (const run of runsOf(view, stretch)) {
    for (let i = run.from; i < run.to; i++) {
      const count = featuresOf(view, i, run, room);
      for (let k = 0; k < count; k++) addScores(model, room[k] ?? 0, scores, (i - stretch.from) * LABELS);
    }
  }
  return scores;
}

function mentionsOf(view: View, stretch: Stretch, labels: Uint8Array): readonly NameMention[] {
  const found: NameMention[] = [];
  let from = stretch.from;
  labels.forEach((label, k) => {
    if (label === OUTSIDE) return;
    const place = placeOf(label);
    if (place === BEGIN || place === UNIT) from = stretch.from + k;
    if (place !== LAST && place !== UNIT) return;
    const to = stretch.from + k + 1;
    const start = view.tokens[from]?.start ?? 0;
    const end = view.tokens[to - 1]?.end ?? start;
    found.push({ start, end, kind: kindOf(label), from, to });
  });
  return found;
}

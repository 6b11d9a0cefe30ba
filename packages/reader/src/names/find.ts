import type { Doc, NameMention } from "../doc.ts";
import { bestLabels } from "./decode.ts";
import { featuresOf, MOST_FEATURES } from "./features.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { BEGIN, kindOf, LABELS, LAST, OUTSIDE, placeOf, UNIT } from "./labels.ts";
import { addScores, type NameModel } from "./model.ts";
import { runsOf } from "./run.ts";
import { type Stretch, stretches } from "./stretch.ts";
import { type View, viewOf } from "./view.ts";

/** The names of a report in text order. */
export function findMentions(doc: Doc, model: NameModel, gazetteer: Gazetteer): readonly NameMention[] {
  const view = viewOf(doc, gazetteer);
  const room = new Uint32Array(MOST_FEATURES);
  return stretches(view).flatMap((stretch) => {
    const n = stretch.to - stretch.from;
    const scores = new Float32Array(n * LABELS);
    score(view, stretch, model, { room, scores });
    return mentionsOf(view, stretch, bestLabels(scores, n, model.steps));
  });
}

function score(
  view: View,
  stretch: Stretch,
  model: NameModel,
  { room, scores }: { readonly room: Uint32Array; readonly scores: Float32Array },
): void {
  for (const run of runsOf(view, stretch)) {
    for (let i = run.from; i < run.to; i++) {
      const count = featuresOf(view, i, run, room);
      for (let k = 0; k < count; k++) addScores(model, room[k] ?? 0, scores, (i - stretch.from) * LABELS);
    }
  }
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

import { LABELS, OUTSIDE, transitions } from "./labels.ts";

const { from: FROM, to: TO } = transitions();

/**
 * The best row of labels for `n` tokens with `scores` (n × LABELS); outside before the first and after the last.
 * `steps` holds the score of label `b` after `a` at `a * LABELS + b`.
 */
export function bestLabels(scores: Float32Array, n: number, steps: Float32Array): Uint8Array {
  const back = new Uint8Array(n * LABELS);
  let before = new Float32Array(LABELS).fill(Number.NEGATIVE_INFINITY);
  before[OUTSIDE] = 0;
  for (let i = 0; i < n; i++) {
    const now = new Float32Array(LABELS).fill(Number.NEGATIVE_INFINITY);
    for (let k = 0; k < FROM.length; k++) {
      const a = FROM[k] ?? 0;
      const b = TO[k] ?? 0;
      const score = (before[a] ?? 0) + (steps[a * LABELS + b] ?? 0);
      if (score <= (now[b] ?? 0)) continue;
      now[b] = score;
      back[i * LABELS + b] = a;
    }
    for (let b = 0; b < LABELS; b++) now[b] = (now[b] ?? 0) + (scores[i * LABELS + b] ?? 0);
    before = now;
  }
  return followBack(back, before, n, steps);
}

function followBack(back: Uint8Array, ends: Float32Array, n: number, steps: Float32Array): Uint8Array {
  const labels = new Uint8Array(n);
  let best = OUTSIDE;
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < FROM.length; k++) {
    if (TO[k] !== OUTSIDE) continue;
    const a = FROM[k] ?? 0;
    const score = (ends[a] ?? 0) + (steps[a * LABELS] ?? 0);
    if (score <= top) continue;
    top = score;
    best = a;
  }
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = best;
    best = back[i * LABELS + best] ?? OUTSIDE;
  }
  return labels;
}

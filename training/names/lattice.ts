import { LABELS, OUTSIDE, transitions } from "../../packages/reader/src/names/labels.ts";

const { from: FROM, to: TO } = transitions();
const N = LABELS;
const T: number = FROM.length;

/** How much of each label (a token × labels) and of each step (label × label) is expected, and the logarithm of the sum of all rows. */
export interface Expected {
  readonly logZ: number;
  readonly labels: Float64Array;
  readonly steps: Float64Array;
}

interface Tables {
  readonly n: number;
  /** Exponents of the scores, and of the steps in the order of the transitions. */
  readonly exp: Float64Array;
  readonly stepExp: Float64Array;
  /** Forward sums, scaled to 1 at each token; row 0 stands for the token before the first. */
  readonly forward: Float64Array;
  readonly scale: Float64Array;
}

const NOTHING: Expected = {
  logZ: Number.NEGATIVE_INFINITY,
  labels: new Float64Array(0),
  steps: new Float64Array(0),
};

/** Exponents of the scores of all steps that there are, in the order of the transitions. */
export function stepExponents(steps: Float32Array): Float64Array {
  return Float64Array.from(FROM, (a, k) => Math.exp(steps[a * N + (TO[k] as number)] as number));
}

/** Expectations by forward and backward sums over the rows of labels that `allowed` (a mask a token) lets through; null lets all through. */
export function expected(
  scores: Float64Array,
  n: number,
  stepExp: Float64Array,
  allowed: Uint32Array | null,
): Expected {
  const { exp, tops } = exponents(scores, n, allowed);
  const tables = { n, exp, stepExp, forward: new Float64Array((n + 1) * N), scale: new Float64Array(n + 1) };
  const logSum = fillForward(tables);
  return Number.isFinite(logSum) ? backward(tables, tops + logSum) : NOTHING;
}

// Gives the logarithm of the product of the scales; minus infinity where no row is let through.
function fillForward({ n, exp, stepExp, forward, scale }: Tables): number {
  let logSum = 0;
  forward[OUTSIDE] = 1;
  for (let i = 1; i <= n; i++) {
    const f = i * N;
    const p = f - N;
    for (let k = 0; k < T; k++) {
      const at = f + (TO[k] as number);
      forward[at] = (forward[at] as number) + (forward[p + (FROM[k] as number)] as number) * (stepExp[k] as number);
    }
    let sum = 0;
    for (let b = 0; b < N; b++) {
      const value = (forward[f + b] as number) * (exp[p + b] as number);
      forward[f + b] = value;
      sum += value;
    }
    if (!(sum > 0)) return Number.NEGATIVE_INFINITY;
    scale[i] = sum;
    logSum += Math.log(sum);
    for (let b = 0; b < N; b++) forward[f + b] = (forward[f + b] as number) / sum;
  }
  return logSum;
}

function backward(tables: Tables, logForward: number): Expected {
  const { n, stepExp, forward } = tables;
  const labels = new Float64Array(n * N);
  const steps = new Float64Array(N * N);
  const back = new Float64Array(N);
  let ends = 0;
  for (let k = 0; k < T; k++) {
    if (TO[k] !== OUTSIDE) continue;
    const a = FROM[k] as number;
    back[a] = stepExp[k] as number;
    ends += (forward[n * N + a] as number) * (back[a] as number);
  }
  if (!(ends > 0)) return NOTHING;
  for (let a = 0; a < N; a++) {
    back[a] = (back[a] as number) / ends;
    steps[a * N] = (steps[a * N] as number) + (forward[n * N + a] as number) * (back[a] as number);
  }
  fillBackward(tables, back, { labels, steps });
  return { logZ: logForward + Math.log(ends), labels, steps };
}

function fillBackward(
  { n, exp, stepExp, forward, scale }: Tables,
  last: Float64Array,
  { labels, steps }: Pick<Expected, "labels" | "steps">,
): void {
  let back = last;
  for (let i = n; i >= 1; i--) {
    const p = (i - 1) * N;
    for (let b = 0; b < N; b++) labels[p + b] = (forward[p + N + b] as number) * (back[b] as number);
    const before = new Float64Array(N);
    for (let k = 0; k < T; k++) {
      const a = FROM[k] as number;
      const b = TO[k] as number;
      const flow = ((stepExp[k] as number) * (exp[p + b] as number) * (back[b] as number)) / (scale[i] as number);
      if (flow === 0) continue;
      before[a] = (before[a] as number) + flow;
      steps[a * N + b] = (steps[a * N + b] as number) + (forward[p + a] as number) * flow;
    }
    back = before;
  }
}

// Exponents of the scores over the largest of each token; the sum of the largest.
function exponents(
  scores: Float64Array,
  n: number,
  allowed: Uint32Array | null,
): { readonly exp: Float64Array; readonly tops: number } {
  const exp = new Float64Array(n * N);
  let tops = 0;
  for (let i = 0; i < n; i++) {
    const may = allowed === null ? -1 : (allowed[i] as number);
    let most = Number.NEGATIVE_INFINITY;
    for (let b = 0; b < N; b++) if ((scores[i * N + b] as number) > most) most = scores[i * N + b] as number;
    tops += most;
    for (let b = 0; b < N; b++) exp[i * N + b] = (may >>> b) & 1 ? Math.exp((scores[i * N + b] as number) - most) : 0;
  }
  return { exp, tops };
}

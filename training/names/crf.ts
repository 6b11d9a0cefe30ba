import { LABELS, OUTSIDE, transitions } from "../../packages/reader/src/names/labels.ts";

/** A stretch of tokens: features of each (as rows of the weights) and the labels it may have. */
export interface Instance {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  /** A mask of labels for each token: one bit where the mark is sure. */
  readonly allowed: Uint32Array;
  readonly weight: number;
}

export interface Settings {
  readonly epochs: number;
  readonly alpha: number;
  readonly l1: number;
  readonly l2: number;
}

const { from: FROM, to: TO } = transitions();
const N = LABELS;

/** A linear-chain CRF trained by FTRL-proximal: most weights end at exactly zero. */
export class Crf {
  readonly weights: Float32Array;
  readonly steps: Float32Array;
  private readonly z: Float32Array;
  private readonly squares: Float32Array;
  private readonly stepZ: Float32Array;
  private readonly stepSquares: Float32Array;
  private readonly settings: Settings;

  constructor(rows: number, settings: Settings) {
    this.settings = settings;
    this.weights = new Float32Array(rows * N);
    this.z = new Float32Array(rows * N);
    this.squares = new Float32Array(rows * N);
    this.steps = new Float32Array(N * N);
    this.stepZ = new Float32Array(N * N);
    this.stepSquares = new Float32Array(N * N);
  }

  /** One pass over the instances in the order given; gives the mean loss of a token. */
  pass(instances: readonly Instance[], order: Uint32Array): number {
    let loss = 0;
    let tokens = 0;
    for (const i of order) {
      const instance = instances[i];
      if (instance === undefined) continue;
      loss += this.learn(instance);
      tokens += instance.allowed.length;
    }
    return loss / tokens;
  }

  /** Scores of all labels for each token. */
  scoresOf({ starts, features }: Pick<Instance, "starts" | "features">): Float64Array {
    const n = starts.length - 1;
    const scores = new Float64Array(n * N);
    const { weights } = this;
    for (let i = 0; i < n; i++) {
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
        const at = (features[k] as number) * N;
        for (let b = 0; b < N; b++) scores[i * N + b] = (scores[i * N + b] as number) + (weights[at + b] as number);
      }
    }
    return scores;
  }

  private learn(instance: Instance): number {
    const n = instance.starts.length - 1;
    const scores = this.scoresOf(instance);
    const all = this.expect(scores, n, null);
    const gold = this.expect(scores, n, instance.allowed);
    if (!Number.isFinite(gold.logZ)) return 0;
    const { starts, features, weight } = instance;
    for (let i = 0; i < n; i++) {
      for (let b = 0; b < N; b++) {
        const g = ((all.labels[i * N + b] as number) - (gold.labels[i * N + b] as number)) * weight;
        if (g < 1e-4 && g > -1e-4) continue;
        for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
          this.update(this.weights, this.z, this.squares, (features[k] as number) * N + b, g);
        }
      }
    }
    for (let k = 0; k < N * N; k++) {
      const g = ((all.steps[k] as number) - (gold.steps[k] as number)) * weight;
      if (g < 1e-4 && g > -1e-4) continue;
      this.update(this.steps, this.stepZ, this.stepSquares, k, g);
    }
    return (all.logZ - gold.logZ) * weight;
  }

  private update(w: Float32Array, z: Float32Array, squares: Float32Array, at: number, g: number): void {
    const { alpha, l1, l2 } = this.settings;
    const before = squares[at] as number;
    const now = before + g * g;
    const root = Math.sqrt(now);
    const zNow = (z[at] as number) + g - ((root - Math.sqrt(before)) / alpha) * (w[at] as number);
    squares[at] = now;
    z[at] = zNow;
    const size = zNow < 0 ? -zNow : zNow;
    w[at] = size <= l1 ? 0 : -(zNow - (zNow < 0 ? -l1 : l1)) / ((1 + root) / alpha + l2);
  }

  /** Forward and backward: how much of each label and step is expected, among the rows of labels that `allowed` lets through. */
  private expect(
    scores: Float64Array,
    n: number,
    allowed: Uint32Array | null,
  ): { readonly logZ: number; readonly labels: Float64Array; readonly steps: Float64Array } {
    const forward = new Float64Array((n + 1) * N);
    const scale = new Float64Array(n + 1);
    const { exp, top } = this.exponents(scores, n, allowed);
    const stepExp = this.stepExponents();
    const T = FROM.length;
    let logZ = 0;
    // forward[0] is the virtual token before the stretch.
    forward[OUTSIDE] = 1;
    for (let i = 1; i <= n; i++) {
      const f = i * N;
      const p = f - N;
      for (let k = 0; k < T; k++) {
        const b = TO[k] as number;
        forward[f + b] =
          (forward[f + b] as number) + (forward[p + (FROM[k] as number)] as number) * (stepExp[k] as number);
      }
      let sum = 0;
      for (let b = 0; b < N; b++) {
        const value = (forward[f + b] as number) * (exp[p + b] as number);
        forward[f + b] = value;
        sum += value;
      }
      if (!(sum > 0)) return { logZ: Number.NEGATIVE_INFINITY, labels: forward, steps: forward };
      scale[i] = sum;
      logZ += Math.log(sum) + (top[i - 1] as number);
      for (let b = 0; b < N; b++) forward[f + b] = (forward[f + b] as number) / sum;
    }
    const labels = new Float64Array(n * N);
    const steps = new Float64Array(N * N);
    let back = new Float64Array(N);
    let ends = 0;
    for (let k = 0; k < T; k++) {
      if (TO[k] !== OUTSIDE) continue;
      const a = FROM[k] as number;
      back[a] = stepExp[k] as number;
      ends += (forward[n * N + a] as number) * (back[a] as number);
    }
    if (!(ends > 0)) return { logZ: Number.NEGATIVE_INFINITY, labels, steps };
    logZ += Math.log(ends);
    for (let k = 0; k < T; k++) {
      if (TO[k] !== OUTSIDE) continue;
      const a = FROM[k] as number;
      steps[a * N] = (steps[a * N] as number) + ((forward[n * N + a] as number) * (stepExp[k] as number)) / ends;
    }
    for (let a = 0; a < N; a++) back[a] = (back[a] as number) / ends;
    for (let i = n; i >= 1; i--) {
      const f = i * N;
      for (let b = 0; b < N; b++) labels[f - N + b] = (forward[f + b] as number) * (back[b] as number);
      const before = new Float64Array(N);
      for (let k = 0; k < T; k++) {
        const a = FROM[k] as number;
        const b = TO[k] as number;
        const flow = ((stepExp[k] as number) * (exp[f - N + b] as number) * (back[b] as number)) / (scale[i] as number);
        if (flow === 0) continue;
        before[a] = (before[a] as number) + flow;
        steps[a * N + b] = (steps[a * N + b] as number) + (forward[f - N + a] as number) * flow;
      }
      back = before;
    }
    return { logZ, labels, steps };
  }

  private exponents(
    scores: Float64Array,
    n: number,
    allowed: Uint32Array | null,
  ): { readonly exp: Float64Array; readonly top: Float64Array } {
    const exp = new Float64Array(n * N);
    const top = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const may = allowed === null ? -1 : (allowed[i] as number);
      let most = Number.NEGATIVE_INFINITY;
      for (let b = 0; b < N; b++) if ((scores[i * N + b] as number) > most) most = scores[i * N + b] as number;
      top[i] = most;
      for (let b = 0; b < N; b++) exp[i * N + b] = (may >>> b) & 1 ? Math.exp((scores[i * N + b] as number) - most) : 0;
    }
    return { exp, top };
  }

  private stepExponents(): Float64Array {
    return Float64Array.from(FROM, (a, k) => Math.exp(this.steps[a * N + (TO[k] as number)] as number));
  }
}

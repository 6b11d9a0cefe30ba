import { LABELS } from "../../packages/reader/src/names/labels.ts";
import { expected, stepExponents } from "./lattice.ts";
import { randomFrom } from "./random.ts";

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
  /** The share of a token's features that are left out at each sight of it, so that none leans on the others. */
  readonly drop: number;
}

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
  private readonly random = randomFrom(11);

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

  /** The scores of steps for texts of which nothing is left out: the scores of labels are so much larger then. */
  wholeSteps(): Float32Array {
    return this.steps.map((s) => s / (1 - this.settings.drop));
  }

  private learn(whole: Instance): number {
    const instance = this.settings.drop > 0 ? this.thinned(whole) : whole;
    const n = instance.starts.length - 1;
    const scores = this.scoresOf(instance);
    const stepExp = stepExponents(this.steps);
    const all = expected(scores, n, stepExp, null);
    const gold = expected(scores, n, stepExp, instance.allowed);
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

  private thinned(instance: Instance): Instance {
    const { starts, features } = instance;
    const { drop } = this.settings;
    const kept = new Uint32Array(features.length);
    const at = new Uint32Array(starts.length);
    let n = 0;
    for (let i = 0; i + 1 < starts.length; i++) {
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
        if (this.random() >= drop) kept[n++] = features[k] as number;
      }
      at[i + 1] = n;
    }
    return { ...instance, starts: at, features: kept.subarray(0, n) };
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
}

/** What holds of a case, and whether it is one. */
export interface Example<F extends string> {
  readonly on: readonly F[];
  readonly is: boolean;
}

/** Weights by logistic regression with a ridge of 2 on all but the bias; deterministic. */
export function logistic<F extends string>(
  features: readonly F[],
  examples: readonly Example<F>[],
): Readonly<Record<F, number>> {
  const weights = new Map<F, number>(features.map((f) => [f, 0]));
  const often = new Map<F, number>(features.map((f) => [f, examples.filter((e) => e.on.includes(f)).length]));
  for (let round = 0; round < 400; round += 1) {
    const gradient = gradientOf(weights, examples);
    for (const f of features) {
      const ridge = f === "bias" ? 0 : 2;
      const weight = weights.get(f) ?? 0;
      const slope = (gradient.get(f) ?? 0) - ridge * weight;
      weights.set(f, weight + (0.35 * slope) / Math.max(1, 0.25 * (often.get(f) ?? 0) + ridge));
    }
  }
  return Object.fromEntries(weights) as Record<F, number>;
}

function gradientOf<F extends string>(
  weights: ReadonlyMap<F, number>,
  examples: readonly Example<F>[],
): ReadonlyMap<F, number> {
  const gradient = new Map<F, number>();
  for (const { on, is } of examples) {
    const odds = on.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0);
    const miss = Number(is) - 1 / (1 + Math.exp(-odds));
    for (const f of on) gradient.set(f, (gradient.get(f) ?? 0) + miss);
  }
  return gradient;
}

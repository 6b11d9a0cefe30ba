/** The hyperbolic tangent as a quotient of polynomials, good to 7 digits: the same few operations on every machine. */
export const REACH = 7.9;
/** Factors of x, x³, x⁵ … above the line, and of 1, x², x⁴ … below it. */
export const ABOVE: readonly number[] = [
  4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
  2.00018790482477e-13, -2.76076847742355e-16,
];
export const BELOW: readonly number[] = [
  4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6,
];

/** The hyperbolic tangent. */
export function tangent(x: number): number {
  const y = Math.max(-REACH, Math.min(REACH, x));
  const square = y * y;
  return (y * polynomial(ABOVE, square)) / polynomial(BELOW, square);
}

/** The logistic curve. */
export function logistic(x: number): number {
  return 0.5 + 0.5 * tangent(0.5 * x);
}

function polynomial(factors: readonly number[], x: number): number {
  let sum = 0;
  for (let i = factors.length - 1; i >= 0; i--) sum = sum * x + (factors[i] ?? 0);
  return sum;
}

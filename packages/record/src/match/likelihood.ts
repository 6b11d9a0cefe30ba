/** Edges below are not kept: they could not bring two groups together. */
export const KEEP_FROM = 0.35;
/** Mean likelihood over all pairs of two groups from which on they are one; a pair without edge counts as `ABSENT`. */
export const JOIN_FROM = 0.5;
export const ABSENT = 0.15;
/** Joined by people: before anything that is only likely. */
export const SETTLED = 2;

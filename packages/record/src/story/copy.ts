import type { CopyKind } from "@dateline/model";
import { containment } from "./shingles.ts";

/** From so much shared wording on, the shorter text is a copy; quotes and names shared by rewritten stories stay below. */
export const COPY_FROM = 0.5;
/** Texts with fewer shingles are copies only where nearly all is shared: two short alerts resemble each other by chance. */
const SHORT = 25;
const SHORT_FROM = 0.8;

/** Whether one text is a copy, an edit or an excerpt of the other. */
export function isCopy(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return containment(a, b) >= (Math.min(a.size, b.size) < SHORT ? SHORT_FROM : COPY_FROM);
}

/** What a member of a story is to the report that had the text first. */
export function copyKind(member: ReadonlySet<number>, first: ReadonlySet<number>): CopyKind {
  const shared = containment(member, first);
  const ratio = member.size / Math.max(1, first.size);
  if (shared >= 0.98 && ratio > 0.98 && ratio < 1.02) return "same";
  if (ratio < 0.75 && shared >= 0.8) return "excerpt";
  return ratio > 1.33 && shared >= 0.8 ? "extended" : "edited";
}

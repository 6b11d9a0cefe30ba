import { holds, type Stretch } from "../parse/tree.ts";
import type { Draft, Page } from "./page.ts";

/** For each draft the one that it stands inside, -1 for none. */
export function outersOf(page: Page, drafts: readonly Draft[]): readonly number[] {
  const order = drafts.map((d, n) => ({ d, n, size: sizeOf(d) })).sort((a, b) => b.size - a.size || a.n - b.n);
  const at = new Int32Array(page.doc.tokens.length).fill(-1);
  const outers = new Array<number>(drafts.length).fill(-1);
  // Larger contents are down already when a smaller one looks what lies under its cue.
  for (const { d, n } of order) {
    const under = at[d.head] ?? -1;
    outers[n] = under === n || isTwin(d, drafts[under]) ? -1 : under;
    for (const s of d.content) at.fill(n, s.from, s.to);
  }
  return outers;
}

/** Two cues in each other's content: neither is outside. */
function isTwin(a: Draft, b: Draft | undefined): boolean {
  return b !== undefined && a.content.some((s) => holds(s, b.head));
}

function sizeOf(d: Draft): number {
  return d.content.reduce((sum, s: Stretch) => sum + s.to - s.from, 0);
}

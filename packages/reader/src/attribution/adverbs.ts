import { branchOf, headOf, type Stretch, without } from "../parse/tree.ts";
import type { Draft, Hit, Page } from "./page.ts";

/** Adverbs that tell of hearsay are attributions without a source; others bear on the status alone. */
const HEARSAY = /^(?:reports|alleges|claims)$/;

/** "reportedly", "allegedly", "probably": the clause they stand in is their content; null outside a clause. */
export function adverbDraft(page: Page, { cue, head }: Hit): Draft | null {
  const verb = headOf(page.tree, head);
  if (verb === undefined) return null;
  const clause = branchOf(page.tree, verb.i);
  const content: readonly Stretch[] = without(clause, { from: head.i, to: head.i + 1 });
  return {
    rule: "adverb",
    cue,
    head: head.i,
    words: { from: head.i, to: head.i + 1 },
    source: null,
    speaker: -1,
    content,
    effect: cue.effect,
    negated: false,
    frame: "adverb",
    via: [],
    cited: [],
    told: HEARSAY.test(cue.kind) && cue.effect !== "none",
  };
}

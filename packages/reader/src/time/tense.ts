import type { Atom } from "./atoms.ts";
import type { Tense } from "./nearest.ts";
import type { Phrase } from "./phrases.ts";

const FUTURE = /^(will|shall|won|'ll|’ll|upcoming|forthcoming|tomorrow)$/;
/** Words that with a following "to" or "for" look ahead: "plans to", "scheduled for", "due on". */
const AHEAD =
  /^(plan|plans|planned|planning|expect|expects|expected|scheduled|due|set|slated|intend|intends|intended|hope|hopes|hoping|vow|vows|vowed|promise|promises|promised|going|agreed|agree|aim|aims|deadline|poised|begin|begins|expires|expire|until|till|by|planned|decide|want|wants|would|could|may|might|must|should)$/;
const STOP = /^[.!?;:]$/;
const PAST =
  /^(was|were|had|did|said|killed|died|took|came|went|began|broke|shot|fell|left|got|made|struck|held|met|told|found|fled|hit|led|won|lost|sent|saw|became|brought|bought|sold|rose|won|ran|kept|gave|has|have|been|'ve|’ve)$|ed$/;

/**
 * The tense of the words nearest to a phrase within its clause: what comes before counts, then what follows.
 * Past where neither tells: reports tell what has happened.
 */
export function tenseAround(atoms: readonly Atom[], phrase: Phrase): Tense {
  return scan(atoms, phrase.from - 1, -1) ?? scan(atoms, phrase.to, 1) ?? "unknown";
}

const REACH = 14;

function scan(atoms: readonly Atom[], from: number, way: -1 | 1): Tense | null {
  for (let i = from, n = 0; n < REACH; i += way, n++) {
    const atom = atoms[i];
    if (atom === undefined) return null;
    if (STOP.test(atom.text) || (way < 0 ? atoms[i + 1]?.breaks : atom.breaks)) return null;
    const tense = tenseOf(atoms, i);
    if (tense !== null) return tense;
  }
  return null;
}

function tenseOf(atoms: readonly Atom[], i: number): Tense | null {
  const word = atoms[i]?.lower ?? "";
  if (FUTURE.test(word)) return "future";
  if (AHEAD.test(word) && /^(to|for|on|at|in|be|begin|start|by|back)$/.test(atoms[i + 1]?.lower ?? "")) return "future";
  if (word === "to" && /^(\p{L}+)$/u.test(atoms[i + 1]?.lower ?? "") && isFutureHead(atoms[i - 1]?.lower ?? ""))
    return "future";
  return PAST.test(word) ? "past" : null;
}

function isFutureHead(word: string): boolean {
  return AHEAD.test(word) || /^(is|are|am)$/.test(word);
}

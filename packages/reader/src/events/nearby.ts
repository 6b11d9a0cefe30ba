import type { Token } from "../doc.ts";
import type { Argument, Frame } from "./frame.ts";
import type { View } from "./view.ts";

const FURTHEST = 14;

/**
 * The actor right before a finite verb whose subject the parse lost ("Jets, officials said, bombed …" parsed apart):
 * the nearest mention to the left without a preposition before it and without another verb between. Null when there is none.
 */
export function actorBefore(view: View, { verb }: Frame): Argument | null {
  if (!/^(?:VBD|VBZ|VBP|MD)$/.test(verb.xpos) && !hasAuxiliary(view, verb)) return null;
  for (let i = verb.i - 1; i >= verb.i - FURTHEST; i -= 1) {
    const t = view.doc.tokens[i];
    if (t === undefined || t.sentence !== verb.sentence || stopsBefore(t)) return null;
    const here = view.mentions.over(t);
    if (here === undefined) continue;
    const first = view.doc.tokens[i - wordsBefore(view, t, here.mention.start)];
    const before = first === undefined ? undefined : view.doc.tokens[first.i - 1];
    if (before !== undefined && before.sentence === verb.sentence && isPreposition(before)) return null;
    return { token: here.top, bond: "implied" };
  }
  return null;
}

/** The actor right after a verb whose object the parse lost, or after its "by" in a passive. */
export function actorAfter(view: View, { verb }: Frame, by: boolean): Argument | null {
  let seen = !by;
  for (let i = verb.i + 1; i <= verb.i + 6; i += 1) {
    const t = view.doc.tokens[i];
    if (t === undefined || t.sentence !== verb.sentence) return null;
    if (by && t.lower === "by") {
      seen = true;
      continue;
    }
    if (!seen) {
      if (by && (t.upos === "ADV" || t.upos === "PROPN")) continue;
      return null;
    }
    const here = view.mentions.over(t);
    if (here !== undefined) return { token: here.top, bond: "implied" };
    if (!/^(?:DET|ADJ|NUM|ADV|PROPN)$/.test(t.upos) && t.xpos !== "PRP$") return null;
  }
  return null;
}

function hasAuxiliary(view: View, verb: Token): boolean {
  const before = view.doc.tokens[verb.i - 1];
  return before?.upos === "AUX" && before.sentence === verb.sentence;
}

function stopsBefore(t: Token): boolean {
  return (
    (t.upos === "VERB" && t.xpos !== "VBN") ||
    t.upos === "CCONJ" ||
    /^(?:[;:—–-]|--|that|if|because|while|when|after|before|to)$/.test(t.lower)
  );
}

function isPreposition(t: Token): boolean {
  return t.upos === "ADP" && t.lower !== "after" && t.lower !== "before";
}

function wordsBefore(view: View, t: Token, start: number): number {
  let n = 0;
  while (n < 12 && (view.doc.tokens[t.i - n]?.start ?? 0) > start) n += 1;
  return n;
}

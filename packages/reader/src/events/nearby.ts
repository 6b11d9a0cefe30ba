import type { Token } from "../doc.ts";
import type { Argument, Frame } from "./frame.ts";
import type { Mentioned } from "./mention-index.ts";
import { headOf } from "./tree.ts";
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
    if (here !== undefined) return { token: phraseHead(view, here), bond: "implied" };
    if (!/^(?:DET|ADJ|NUM|ADV|PROPN)$/.test(t.upos) && t.xpos !== "PRP$") return null;
  }
  return null;
}

/**
 * The actor behind a preposition that the parse hung elsewhere: "sent arms to Chad last year", "aid to war-torn Chad".
 * Looked for after the word up to the next verb; nothing but modifiers stand between the preposition and the name.
 */
export function actorBehind(view: View, from: Token, prep: string): Argument | null {
  for (let i = from.i + 1; i <= from.i + FURTHEST; i += 1) {
    const t = view.doc.tokens[i];
    if (t === undefined || t.sentence !== from.sentence || stopsBehind(t)) return null;
    if (t.lower !== prep || t.upos !== "ADP" || FIXED.test(view.doc.tokens[i - 1]?.lower ?? "")) continue;
    for (let k = i + 1; k <= i + 5; k += 1) {
      const name = view.doc.tokens[k];
      if (
        name === undefined ||
        name.sentence !== from.sentence ||
        (/^(?:ADP|VERB|AUX|CCONJ)$/.test(name.upos) && name.xpos !== "VBN")
      )
        break;
      const here = view.mentions.over(name);
      if (here !== undefined)
        return here.mention.form === "pronoun" ? null : { token: phraseHead(view, here), bond: "implied" };
      if (!/^(?:DET|ADJ|NUM|NOUN|PUNCT|VERB)$/.test(name.upos) || name.text === ",") break;
    }
    return null;
  }
  return null;
}

/** "according to": no way to anyone. */
const FIXED =
  /^(?:according|due|thanks|prior|owing|next|close|up|back|contrary|related|relating|addition|regard|along|together)$/;

/** "the Danish envoy": not Denmark, whose name stands first. */
function phraseHead(view: View, { top, mention }: Mentioned): Token {
  const head = headOf(view.tree, top);
  if (head === undefined || head.i <= top.i || head.i - top.i > 5) return top;
  const whole = view.mentions.at(head);
  return whole !== undefined && whole.mention.start <= mention.start ? head : top;
}

function stopsBehind(t: Token): boolean {
  return (
    /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos) ||
    /^(?:[;:—–]|--|who|which|that|because|while|when|after|before)$/.test(t.lower)
  );
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

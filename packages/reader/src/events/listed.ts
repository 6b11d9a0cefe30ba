import type { Token } from "../doc.ts";
import type { Argument } from "./frame.ts";
import { type Party, partiesAt } from "./parties.ts";
import type { View } from "./view.ts";

const FURTHEST = 14;

/**
 * The rest of a list that the parse hung elsewhere: after the words of the last party and what names it again between
 * commas, "and" and one more mention that no verb follows ("killed the chief, Ali Hassan, and two of his guards").
 */
export function listedAfter(view: View, found: readonly Party[], object: Argument | null): readonly Party[] {
  const last = found.at(-1);
  if (last === undefined || object === null || object.bond !== "own" || object.token.i < last.token.i - FURTHEST)
    return [];
  let at = tokenAfter(view, last.words.end, last.token);
  for (let steps = 0; at !== undefined && steps < FURTHEST; steps += 1) {
    const here = view.mentions.over(at);
    const again = here?.entity.id === last.entity.id || at.lower === "," || at.upos === "ADP" || at.upos === "DET";
    if (at.lower === "and") return additional(view, at, found);
    if (!again && here === undefined) return [];
    at = next(view, at);
  }
  return [];
}

/** Headlines join by a comma: "Herders, farmers clash". The one before the subject, where it begins the line. */
export function listedBefore(view: View, subject: Argument | null): readonly Party[] {
  if (subject === null || view.sentenceOf(subject.token)?.kind !== "heading") return [];
  const here = view.mentions.at(subject.token);
  const first = here === undefined ? subject.token.start : here.mention.start;
  const from = view.sentenceOf(subject.token)?.from ?? 0;
  const comma = view.doc.tokens.slice(from, from + 6).find((t) => t.text === "," && t.end <= first);
  if (comma === undefined || view.doc.tokens[comma.i + 1]?.start !== first) return [];
  const before = view.doc.tokens[comma.i - 1];
  const one = before === undefined ? undefined : view.mentions.over(before);
  if (one === undefined || view.doc.tokens[from]?.start !== one.mention.start) return [];
  return partiesAt(view, { token: one.top, bond: "implied" });
}

function additional(view: View, and: Token, found: readonly Party[]): readonly Party[] {
  let at = next(view, and);
  for (let steps = 0; at !== undefined && steps < 5; steps += 1) {
    const here = view.mentions.at(at);
    if (here !== undefined && here.mention.form !== "pronoun") {
      if (found.some((p) => p.entity.id === here.entity.id) || isSubject(view, here.mention.end, at)) return [];
      return partiesAt(view, { token: at, bond: "implied" });
    }
    if (at.upos === "VERB" || at.upos === "AUX" || at.upos === "PUNCT") return [];
    at = next(view, at);
  }
  return [];
}

/** Whether a verb follows the mention, so that it begins a clause of its own. */
function isSubject(view: View, end: number, from: Token): boolean {
  const after = tokenAfter(view, end, from);
  return (
    after !== undefined &&
    (after.upos === "AUX" || (after.upos === "VERB" && after.xpos !== "VBG" && after.xpos !== "VBN"))
  );
}

function tokenAfter(view: View, end: number, from: Token): Token | undefined {
  let at: Token | undefined = from;
  for (let steps = 0; at !== undefined && at.start < end && steps < 20; steps += 1) at = next(view, at);
  return at;
}

function next(view: View, t: Token): Token | undefined {
  const after = view.doc.tokens[t.i + 1];
  return after?.sentence === t.sentence ? after : undefined;
}

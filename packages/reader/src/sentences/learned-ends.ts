import type { Token } from "../doc.ts";
import { ruledEnds } from "./boundary.ts";
import { GAP_FEATURES, type Gap, gapFeatures, isCandidate } from "./gap-features.ts";
import type { SentencesData } from "./lexicon.ts";

/** A paragraph's tokens `from`..`to`, and how its report begins sentences (see `mannerOf`). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly manner: number;
}

// In units of the model's weights: what the rules see no end in needs good reasons, since news is better edited than the
// e-mails and web pages that the model learned from; and the other way round.
const CAUTION = 60;

/** Where sentences end in a paragraph: the learned model weighs the rules' word with what stands around each gap. */
export function sentenceEnds(tokens: readonly Token[], stretch: Stretch, data: SentencesData): readonly number[] {
  const model = data.boundaries();
  if (model === null || inCapitals(tokens, stretch.from, stretch.to))
    return ruledEnds(tokens, stretch.from, stretch.to, data);
  const ends: number[] = [];
  const features = new Int32Array(GAP_FEATURES);
  const scores = new Float64Array(2);
  for (const gap of gapsOf(tokens, stretch, data)) {
    scores.fill(0);
    model.score(features, gapFeatures(gap, features), scores);
    if ((scores[1] ?? 0) - (scores[0] ?? 0) > (gap.ruled ? -CAUTION : CAUTION)) ends.push(gap.i + 1);
  }
  ends.push(stretch.to);
  return ends;
}

/** The gaps of a paragraph in which a sentence might end; where the rules end one, it might in any case. */
export function gapsOf(tokens: readonly Token[], { from, to, manner }: Stretch, data: SentencesData): readonly Gap[] {
  const ruled = new Set(ruledEnds(tokens, from, to, data));
  const gaps: Gap[] = [];
  for (let i = from; i + 1 < to; i++) {
    const [before, after] = [tokens[i], tokens[i + 1]];
    if (before === undefined || after === undefined) continue;
    const rule = ruled.has(i + 1);
    if (rule || mayEnd(before, after, data)) gaps.push({ tokens, i, from, to, ruled: rule, manner });
  }
  return gaps;
}

/** Not inside "a.b" or "Capt. Smith", and not before a word in small letters that follows another word. */
function mayEnd(before: Token, after: Token, { abbreviations }: SentencesData): boolean {
  if (!isCandidate(before, after)) return false;
  if (before.end === after.start && !/[.!?…"'”’)\]]$/.test(before.text)) return false;
  if (before.end === after.start && /^["'”’)\]]/.test(after.text)) return false;
  if (!/\p{L}\.$/u.test(before.text)) return true;
  const kind = abbreviations.get(before.text.slice(0, -1));
  return kind !== "title" && kind !== "place" && kind !== "number" && !/^(?:\p{Lu}\.)+$/u.test(before.text);
}

/** Where all is in capitals, a capital says nothing: the rules decide. */
function inCapitals(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, Math.min(to, from + 60)).filter((t) => /\p{L}{2}/u.test(t.text));
  return words.length > 5 && words.filter((t) => t.text === t.text.toUpperCase()).length > words.length * 0.8;
}

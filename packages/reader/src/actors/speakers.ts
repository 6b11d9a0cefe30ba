import type { Doc, Sentence } from "../doc.ts";
import type { Candidate } from "./candidate.ts";

/** Who speaks at a token inside quotation marks. */
export interface Speakers {
  /** Index of the candidate that names the speaker; undefined outside quotations or where none is told. */
  readonly at: (token: number) => number | undefined;
}

const SPEECH =
  /^(?:say|tell|add|write|state|tweet|announce|explain|insist|argue|note|warn|claim|declare|stress|recall|continue|conclude|comment|reply|ask|post|remark|observe|acknowledge|admit|vow|promise|urge|report|emphasize|emphasise|maintain)$/;

/** The speakers of a report's quotations: the subject of a verb of speech outside the marks, in this sentence or the nearest of the paragraph. */
export function speakersOf(doc: Doc, candidates: readonly Candidate[]): Speakers {
  const quoted = quotedTokens(doc);
  const byTop = new Map<number, number>();
  candidates.forEach((c, i) => {
    if (c.form !== "pronoun" && !byTop.has(c.top)) byTop.set(c.top, i);
  });
  const told = doc.sentences.map((s) => speakerIn(doc, s, quoted, byTop));
  return {
    at: (token) => {
      if (quoted[token] !== 1) return undefined;
      const sentence = doc.tokens[token]?.sentence ?? 0;
      return told[sentence] ?? nearest(doc.sentences, told, sentence);
    },
  };
}

/** 1 for each token inside quotation marks; marks left open end with the paragraph. */
function quotedTokens(doc: Doc): Uint8Array {
  const quoted = new Uint8Array(doc.tokens.length);
  let open = false;
  let paragraph = -1;
  for (const sentence of doc.sentences) {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    for (let i = sentence.from; i < sentence.to; i++) {
      const text = doc.tokens[i]?.text ?? "";
      if (text === "“" || text === "``" || text === "«") open = true;
      else if (text === "”" || text === "''" || text === "»") open = false;
      else if (text === '"') open = !open;
      else if (open) quoted[i] = 1;
    }
  }
  return quoted;
}

function speakerIn(
  doc: Doc,
  sentence: Sentence,
  quoted: Uint8Array,
  byTop: ReadonlyMap<number, number>,
): number | undefined {
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = doc.tokens[i];
    if (token === undefined || quoted[i] === 1 || !/^nsubj/.test(token.deprel)) continue;
    const verb = doc.tokens[token.head];
    if (verb === undefined || !SPEECH.test(verb.lemma)) continue;
    const found = byTop.get(i);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nearest(
  sentences: readonly Sentence[],
  told: readonly (number | undefined)[],
  at: number,
): number | undefined {
  const paragraph = sentences[at]?.paragraph;
  for (let d = 1; d <= 3; d++) {
    const before = sentences[at - d];
    if (before !== undefined && before.paragraph === paragraph && told[at - d] !== undefined) return told[at - d];
    const after = sentences[at + d];
    if (after !== undefined && after.paragraph === paragraph && told[at + d] !== undefined) return told[at + d];
  }
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (told[i] !== undefined) return told[i];
  return undefined;
}

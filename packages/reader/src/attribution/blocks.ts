import type { Sentence } from "../doc.ts";
import type { Stretch } from "../parse/tree.ts";
import type { Draft, Page } from "./page.ts";
import { sentenceOf } from "./page.ts";

/** The longest statement that a colon brings in without quotation marks, in sentences. */
const MOST_SENTENCES = 60;
const FIRST_PERSON = /^(?:i|we|my|our|me|us)$/;

/** "The minister said:" at the end of a paragraph: the statement below it, as long as it speaks in the first person. */
export function blockAfter(page: Page, d: Draft): readonly Stretch[] {
  const sentence = sentenceOf(page, d.head);
  if (sentence === undefined || !d.cue.frames.has("quote") || d.source === null) return [];
  const next = page.doc.sentences[sentence.i + 1];
  if (page.doc.tokens[sentence.to - 1]?.text !== ":" || next === undefined || next.paragraph === sentence.paragraph)
    return [];
  return [{ from: next.from, to: endOfStatement(page, d, next) }];
}

function endOfStatement(page: Page, d: Draft, first: Sentence): number {
  const { sentences } = page.doc;
  let to = paragraphEnd(page, first);
  let spoken = false;
  for (let i = first.i; i < first.i + MOST_SENTENCES; i += 1) {
    const s = sentences[i];
    if (s === undefined || s.kind !== "text" || endsInColon(page, s)) break;
    if (s.from >= to && (!spoken || isAboutSpeaker(page, d, s))) break;
    spoken ||= isFirstPerson(page, s);
    to = Math.max(to, s.to);
  }
  return to;
}

/** The report speaks of the speaker again: the statement is over. */
function isAboutSpeaker(page: Page, d: Draft, s: Sentence): boolean {
  const name = page.doc.tokens[d.speaker]?.lower;
  for (let i = s.from; i < s.to; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || !/^(?:say|add|tell|continue|conclude)$/.test(t.lemma)) continue;
    const subject = page.doc.tokens.slice(Math.max(s.from, i - 6), i);
    if (subject.some((k) => k.lower === "he" || k.lower === "she" || k.lower === name)) return true;
  }
  return false;
}

function paragraphEnd(page: Page, s: Sentence): number {
  let end = s.to;
  for (let i = s.i + 1; i < s.i + MOST_SENTENCES; i += 1) {
    const next = page.doc.sentences[i];
    if (next === undefined || next.paragraph !== s.paragraph) break;
    end = next.to;
  }
  return end;
}

function endsInColon(page: Page, s: Sentence): boolean {
  return page.doc.tokens[s.to - 1]?.text === ":";
}

function isFirstPerson(page: Page, s: Sentence): boolean {
  for (let i = s.from; i < s.to; i += 1) if (FIRST_PERSON.test(page.doc.tokens[i]?.lower ?? "")) return true;
  return false;
}

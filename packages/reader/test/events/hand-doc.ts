import { reportOf } from "@dateline/model";
import { type Doc, emptyDoc, type Token, type Upos } from "../../src/doc.ts";

/**
 * A one-sentence report with its parse written by hand: words apart by `|`, each "form UPOS XPOS head relation [lemma]",
 * heads counted from 1 and 0 for the root.
 */
export function handDoc(words: string): Doc {
  let text = "";
  const tokens = words.split("|").map((word, i): Token => {
    const [form = "", upos = "X", xpos = "", head = "0", deprel = "dep", lemma] = word.trim().split(/\s+/);
    const start = text.length;
    text += `${form} `;
    const rest = { text: form, lower: form.toLowerCase(), sentence: 0, xpos, lemma: lemma ?? form.toLowerCase() };
    return { i, start, end: start + form.length, upos: upos as Upos, head: Number(head) - 1, deprel, ...rest };
  });
  const sentence = {
    i: 0,
    start: 0,
    end: text.length,
    from: 0,
    to: tokens.length,
    kind: "text" as const,
    paragraph: 0,
  };
  return { ...emptyDoc(reportOf({ text })), tokens, sentences: [sentence] };
}

/** The token of this form; throws when the report has none. */
export function word(doc: Doc, form: string): Token {
  const found = doc.tokens.find((t) => t.text === form);
  if (found === undefined) throw new Error(`no word ${form}`);
  return found;
}

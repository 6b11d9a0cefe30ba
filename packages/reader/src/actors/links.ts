import type { Doc } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import { isAcronym } from "./key.ts";

/** Two candidates that speak of one actor by their place in the sentence; `why` is the rule. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly why: "title" | "apposition" | "acronym" | "relative" | "copula";
}

/** Titles before names, appositions, acronyms in brackets, relative pronouns, "X is the Y". Indexes into `candidates`. */
export function linksOf(doc: Doc, candidates: readonly Candidate[]): readonly Link[] {
  const byStart = new Map<number, number[]>();
  candidates.forEach((c, i) => void (byStart.get(c.from)?.push(i) ?? byStart.set(c.from, [i])));
  const at = (from: number): readonly number[] => byStart.get(from) ?? [];
  const links: Link[] = [];
  candidates.forEach((c, i) => {
    if (c.form === "pronoun") return;
    const after = doc.tokens[c.to];
    if (after === undefined || after.sentence !== c.sentence) return;
    const title = at(c.to).find((j) => isTitled(c, candidates[j]));
    if (title !== undefined) links.push({ a: i, b: title, why: "title" });
    if (after.text === ",") links.push(...apposed(doc, candidates, i, at));
    if (after.text === "(") {
      const inside = at(c.to + 1).find((j) => isBracketed(doc, candidates[j]));
      if (inside !== undefined && c.form === "name") links.push({ a: i, b: inside, why: "acronym" });
    }
    const relative = relativeAfter(doc, candidates, c, at);
    if (relative !== undefined) links.push({ a: i, b: relative, why: "relative" });
    links.push(...copula(doc, candidates, i, at));
  });
  return links;
}

function isTitled(title: Candidate, name: Candidate | undefined): boolean {
  if (name?.form !== "name" || title.form !== "nominal" || title.plural) return false;
  if (name.name === "person") return title.person || title.reading.office !== null;
  return (
    !title.person &&
    /^(?:group|organization|organisation|movement|agency|newspaper|daily|party|network|company|militia|cartel|gang|ministry|magazine|broadcaster|channel)$/.test(
      title.head,
    )
  );
}

function isBracketed(doc: Doc, c: Candidate | undefined): boolean {
  return (
    c !== undefined && doc.tokens[c.to]?.text === ")" && c.to - c.from <= 2 && isAcronym(doc.tokens[c.from]?.text ?? "")
  );
}

/** "X, the emir of Y,": one is a name, the other a noun phrase; no list follows. */
function apposed(
  doc: Doc,
  candidates: readonly Candidate[],
  i: number,
  at: (from: number) => readonly number[],
): readonly Link[] {
  const a = candidates[i];
  if (a === undefined) return [];
  let start = a.to + 1;
  if (/^(?:the|a|an|one|his|her|their|its)$/.test(doc.tokens[start]?.lower ?? "") && at(start).length === 0) start++;
  if (doc.tokens[start]?.upos === "NUM" && doc.tokens[start + 1]?.text === ",") start += 2;
  if (/^(?:the|a|an)$/.test(doc.tokens[start]?.lower ?? "") && at(start).length === 0) start++;
  const j = [...at(start), ...at(start + 1)].find((k) => areApposed(doc, a, candidates[k]));
  return j === undefined ? [] : [{ a: i, b: j, why: "apposition" }];
}

function areApposed(doc: Doc, a: Candidate, b: Candidate | undefined): boolean {
  if (b === undefined || b.form === "pronoun" || b.sentence !== a.sentence) return false;
  const oneName = (a.form === "name") !== (b.form === "name");
  if (!oneName) return false;
  const [name, noun] = a.form === "name" ? [a, b] : [b, a];
  if (noun.plural || noun.reading.own) return false;
  if (name.name === "person" ? !noun.person : noun.person) return false;
  if (name.name === "group" || (name.name === "location" && noun.reading.kind !== "government")) return false;
  const after = doc.tokens[b.to];
  const parsed = doc.tokens[b.top]?.deprel === "appos" && within(a, doc.tokens[b.top]?.head ?? -1);
  if (parsed) return true;
  if (a.form === "nominal" && !a.definite && a.reading.office === null) return false;
  if (/^(?:and|or)$/.test(after?.lower ?? "")) return false;
  if (isListed(doc, a)) return false;
  return after === undefined || after.sentence !== a.sentence || /^(?:PUNCT|VERB|AUX|PRON|ADP|ADV)$/.test(after.upos);
}

/** "the minister, Smith and Jones": a list before or after. */
function isListed(doc: Doc, a: Candidate): boolean {
  const before = doc.tokens[a.from - 1];
  const word = before?.upos === "DET" ? doc.tokens[a.from - 2] : before;
  return word?.text === "," && doc.tokens[a.from - 3]?.upos === "PROPN" && doc.tokens[a.top]?.deprel === "conj";
}

function within(c: Candidate, i: number): boolean {
  return c.from <= i && i < c.to;
}

function relativeAfter(
  doc: Doc,
  candidates: readonly Candidate[],
  c: Candidate,
  at: (from: number) => readonly number[],
): number | undefined {
  let start = c.to;
  if (doc.tokens[start]?.text === ",") start++;
  const j = at(start).find((k) => candidates[k]?.key === "who" && candidates[k]?.form === "pronoun");
  if (j === undefined) return undefined;
  const word = doc.tokens[start]?.lower;
  return word === "which" && c.person ? undefined : j;
}

/** "Droukdel was the emir of the group". */
function copula(
  doc: Doc,
  candidates: readonly Candidate[],
  i: number,
  at: (from: number) => readonly number[],
): readonly Link[] {
  const a = candidates[i];
  const be = doc.tokens[a?.to ?? 0];
  if (a?.form !== "name" || be?.lemma !== "be" || !/^(?:is|was|'s|’s)$/.test(be.lower)) return [];
  const start = a.to + 1;
  const article = doc.tokens[start];
  if (article === undefined || !/^(?:the|a|an)$/.test(article.lower)) return [];
  const j = [...at(start), ...at(start + 1)].find((k) => {
    const b = candidates[k];
    return (
      b?.form === "nominal" && !b.plural && b.person === (a.name === "person") && doc.tokens[b.top]?.deprel !== "nsubj"
    );
  });
  return j === undefined ? [] : [{ a: i, b: j, why: "copula" }];
}

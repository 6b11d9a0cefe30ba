import type { Claim, Time } from "@dateline/model";
import type { Doc, Token } from "../doc.ts";
import { headOf, kidsOf, relationOf, type Tree } from "../parse/tree.ts";
import type { Hanging } from "./hanging.ts";
import { type EventWord, type Report, reportOf, stemOf, type Told } from "./told.ts";

/** Finds the time of what a phrase counts from; null where the report does not tell it, or tells several. */
export type Happenings = (hanging: Hanging) => { readonly time: Time; readonly head: Token } | null;

/** The happenings of a report whose time is known, looked up by what points back to them. */
export function happeningsOf(doc: Doc, tree: Tree, words: ReadonlyMap<string, EventWord>): Happenings {
  const report = reportOf(doc);
  return (hanging) => {
    const head = headAfter(doc, tree, hanging);
    if (head === undefined || !isGiven(tree, head)) return null;
    const sought: Sought = {
      head,
      own: report.triggers.get(head.i),
      names: namesOf(tree, head),
      start: doc.tokens[hanging.from]?.start ?? 0,
      word: words.get(head.lower) ?? words.get(head.lemma.toLowerCase()),
    };
    const time = ofEvent(report, sought, hanging) ?? ofWord(report, sought);
    return time === null ? null : { time, head };
  };
}

interface Sought {
  readonly head: Token;
  /** The claim that the words themselves tell. */
  readonly own: Claim | undefined;
  /** Names that tell which happening it is. */
  readonly names: readonly string[];
  readonly start: number;
  readonly word: EventWord | undefined;
}

/** The noun or verb of the happening after the preposition. */
function headAfter(doc: Doc, tree: Tree, { to }: Hanging): Token | undefined {
  const first = doc.tokens[to];
  let at = first;
  for (let step = 0; at !== undefined && step < 12; step += 1) {
    const above = headOf(tree, at);
    if (above === undefined || above.i < to || above.i - to > 14 || !isWithin(at)) break;
    at = above;
  }
  return at !== undefined && at.sentence === first?.sentence && isCommon(at) ? at : undefined;
}

/** A noun or verb; "march" and "may" may be tagged as names. */
function isCommon(t: Token): boolean {
  return /^(?:NOUN|VERB)$/.test(t.upos) || (t.upos === "PROPN" && t.text === t.lower);
}

/** Relations on the way up to the head of a nominal, or to the verb of a clause from its subject. */
function isWithin(t: Token): boolean {
  return /^(?:det|amod|compound|nmod:poss|nummod|advmod|case|flat|nsubj|aux|mark)/.test(t.deprel);
}

/** "the attack", "his death", "rebels took the town": not "an attack", "another attack". */
function isGiven(tree: Tree, head: Token): boolean {
  if (head.upos === "VERB") return kidsOf(tree, head.i).some((k) => relationOf(k) === "nsubj" && k.i < head.i);
  const kids = kidsOf(tree, head.i).filter((k) => k.i < head.i);
  if (kids.some((k) => OTHER.test(k.lower))) return false;
  return kids.some((k) => k.deprel === "nmod:poss" || GIVEN.test(k.lower));
}

const OTHER = /^(?:another|other|previous|earlier|second|third|last|next|first|similar|new)$/;
const GIVEN = /^(?:the|this|that|these|those|its|their|his|her|our)$/;

/** "the Gao attack", "the attack in Gao". */
function namesOf(tree: Tree, head: Token): readonly string[] {
  return kidsOf(tree, head.i)
    .filter((k) => /^(?:compound|amod|nmod|obj|nsubj)/.test(k.deprel) && k.upos === "PROPN")
    .map((k) => k.lower);
}

/** Another telling of the same event with a time of its own. */
function ofEvent(report: Report, s: Sought, { from, to }: Hanging): Time | null {
  const { own } = s;
  if (own === undefined) return null;
  const end = report.doc.tokens[to]?.end ?? 0;
  const start = report.doc.tokens[from]?.start ?? 0;
  // A date elsewhere in the sentence is more likely that of the deed that the phrase dates.
  const isElsewhere = (t: Told): boolean => t.start === own.trigger.start || t.sentence !== s.head.sentence;
  const same = (report.byEvent.get(own.event) ?? []).filter(
    (t) =>
      isElsewhere(t) &&
      report.sentenceOf.get(t.time.id) === t.sentence &&
      !(t.time.start >= start && t.time.end <= end),
  );
  return nearest(named(report, same, s), s);
}

/** A happening by its word: a claim of the same stem, else of the type that the noun stands for, else a date beside the word. */
function ofWord(report: Report, s: Sought): Time | null {
  const { head, word, own } = s;
  const stems = [...new Set([head.lemma, ...(word?.keys ?? [])].map(stemOf))];
  const elsewhere = (list: readonly Told[]): readonly Told[] =>
    named(
      report,
      list.filter((t) => t.sentence !== head.sentence),
      s,
    );
  const ofStem = nearest(elsewhere(stems.flatMap((stem) => report.byStem.get(stem) ?? [])), s);
  if (ofStem !== null || word === undefined || head.upos === "VERB") return ofStem;
  const types = [...word.types, ...(own === undefined ? [] : [own.type])];
  const ofType = nearest(elsewhere([...new Set(types)].flatMap((type) => report.byType.get(type) ?? [])), s);
  return ofType ?? nearest(elsewhere(stems.flatMap((stem) => report.beside(stem))), s);
}

/** Of several, those in whose sentence the names stand, with one date only. */
function named(report: Report, list: readonly Told[], { names }: Sought): readonly Told[] {
  if (names.length === 0) return list;
  return list.filter((t) => {
    if ((report.dates.get(t.sentence)?.length ?? 0) > 1) return false;
    const s = report.doc.sentences[t.sentence];
    const words = new Set(report.doc.tokens.slice(s?.from ?? 0, s?.to ?? 0).map((w) => w.lower));
    return names.every((n) => words.has(n));
  });
}

/** The time of the nearest happening told before, else of the nearest told after; null where it is far and others differ. */
function nearest(list: readonly Told[], { start, head }: Sought): Time | null {
  let before: Told | undefined;
  let after: Told | undefined;
  for (const t of list) {
    if (t.start < start && (before === undefined || t.start > before.start)) before = t;
    if (t.start >= start && (after === undefined || t.start < after.start)) after = t;
  }
  const found = before ?? after;
  if (found === undefined) return null;
  const close = head.sentence >= found.sentence && head.sentence - found.sentence <= 2;
  return close || list.every((t) => t.time.value === found.time.value) ? found.time : null;
}

import type { Counted, CountRange, Span } from "@dateline/model";
import type { Token } from "../doc.ts";
import type { Argument } from "./frame.ts";
import { tokensOf } from "./mention-index.ts";
import { numberOf, ranged, sum, VAGUE } from "./number-words.ts";
import { classesAt } from "./parties.ts";
import type { Bound, Trigger } from "./telling.ts";
import { coordinated, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

type Counts = Readonly<Partial<Record<Counted, Bound<CountRange>>>>;

/** How many were killed, injured, sent …, from the words at the place that the trigger's sense counts. */
export function countsOf(view: View, t: Trigger): Counts {
  const found: Partial<Record<Counted, Bound<CountRange>>> = {};
  for (const one of [t, ...t.merged]) {
    const kind = one.sense.flags.counts;
    if (kind === null || found[kind] !== undefined || isJoint(t, one)) continue;
    const amount = amountFor(view, one);
    if (amount !== null) found[kind] = amount;
  }
  if (found.killed !== undefined) addHurt(view, t, found);
  if (t.type === "ASSAULT" && found.killed === undefined) addToll(view, t, found);
  return found;
}

/** In "sixty were killed and injured" the number is that of both together and fits neither. */
function isJoint(t: Trigger, one: Trigger): boolean {
  const bond = (one.frame?.object ?? one.frame?.subject)?.bond;
  const hurt = one.sense.flags.counts === "injured" || one.sense.flags.counts === "missing";
  return hurt && one !== t && one.form === "verb" && (bond === "shared" || bond === undefined);
}

const NONE_OF: Readonly<Record<string, readonly Counted[]>> = {
  casualty: ["killed", "injured"],
  victim: ["killed", "injured"],
  death: ["killed"],
  fatality: ["killed"],
  injury: ["injured"],
};

/** "… but no casualties", "the toll has risen to 12": the sentence tells the count in a noun of its own. */
function addToll(view: View, t: Trigger, found: Partial<Record<Counted, Bound<CountRange>>>): void {
  const sentence = view.sentenceOf(t.head);
  if (sentence === undefined || sentence.to - sentence.from > 120) return;
  const words = view.doc.tokens.slice(sentence.from, sentence.to);
  const no = words.find((w) => w.lower === "no" || w.lower === "without");
  for (const w of no === undefined ? [] : words.slice(no.i - sentence.from + 1, no.i - sentence.from + 6))
    for (const kind of NONE_OF[w.lemma] ?? [])
      found[kind] ??= bound([0, 0], [{ start: no?.start ?? w.start, end: w.end }], "none");
  const toll = words.find((w) => w.lemma === "toll");
  const number =
    toll === undefined
      ? undefined
      : words.findLast(
          (w) =>
            w.xpos === "CD" && w.i > toll.i && /^(?:to|at|reached|hit)$/.test(view.doc.tokens[w.i - 1]?.lower ?? ""),
        );
  const amount = number === undefined ? null : numeral(view, number);
  if (amount !== null) found.killed = { ...amount, rule: "toll" };
}

const HURT: Readonly<Record<string, Counted>> = {
  injured: "injured",
  wounded: "injured",
  hurt: "injured",
  missing: "missing",
};
const FURTHEST = 30;

/** "killed 82 people and injured more than 1,700", "40 dead and 12 wounded": the second count, whatever the parse made of it. */
function addHurt(view: View, t: Trigger, found: Partial<Record<Counted, Bound<CountRange>>>): void {
  for (let i = t.head.i + 1; i < t.head.i + FURTHEST; i += 1) {
    const word = view.doc.tokens[i];
    if (word === undefined || word.sentence !== t.head.sentence) return;
    const kind = HURT[word.lower];
    if (kind === undefined || found[kind] !== undefined) continue;
    const number = numberBeside(view, word);
    const amount = number === undefined ? null : numeral(view, number);
    if (amount !== null) found[kind] = amount;
  }
}

/** The number right before the word or within three words after it. */
function numberBeside(view: View, word: Token): Token | undefined {
  const is = (t: Token | undefined): t is Token => t !== undefined && t.sentence === word.sentence && t.xpos === "CD";
  const before = view.doc.tokens[word.i - 1];
  if (is(before)) return before;
  return view.doc.tokens.slice(word.i + 1, word.i + 5).find(is);
}

function amountFor(view: View, t: Trigger): Bound<CountRange> | null {
  for (const argument of countedPlaces(t)) {
    const amount = amountAt(view, argument.token) ?? inMention(view, argument.token);
    if (amount !== null) return amount;
  }
  return t.form === "noun" ? own(view, t.head) : null;
}

/** The targets' place first; of troops that are sent, the agents' too. */
function countedPlaces(t: Trigger): readonly Argument[] {
  const frame = t.frame;
  if (t.form === "noun") {
    const of = t.nounFrame?.obliques.filter((o) => o.prep === "of" || o.prep === "on" || o.prep === "against") ?? [];
    return [...of, ...(t.nounFrame?.possessive ?? [])];
  }
  if (t.form === "adjective") return t.noun === null ? [] : [{ token: t.noun, bond: "own" }];
  if (frame === null) return [];
  const subjectFirst = t.sense.target.some((c) => c.some((p) => p.kind === "subject"));
  const places = subjectFirst
    ? [frame.subject, frame.object]
    : [frame.object, frame.indirect, frame.passive || frame.object !== null ? null : frame.subject];
  return places.filter((a) => a !== null);
}

/** "20 deaths": the number stands with the noun itself. */
function own(view: View, noun: Token): Bound<CountRange> | null {
  const amount = amountOf(view, noun);
  return amount?.rule === "singular" ? null : amount;
}

/** The first number among the words of the mention, where the parse hung it elsewhere. */
function inMention(view: View, token: Token): Bound<CountRange> | null {
  const here = view.mentions.at(token) ?? view.mentions.over(token);
  if (here === undefined) return null;
  const inside = tokensOf(view.doc, here.mention);
  const number = inside.find((t) => t.xpos === "CD");
  if (number !== undefined) return numeral(view, number);
  const word = inside.slice(0, 3).find((t) => VAGUE[t.lower] !== undefined && t.lower !== "both");
  const range = word === undefined ? undefined : VAGUE[word.lower];
  return word === undefined || range === undefined
    ? null
    : bound(range, [{ start: word.start, end: word.end }], "vague number");
}

/** The number of all who are coordinated there; open above when one of them is not counted. */
export function amountAt(view: View, token: Token): Bound<CountRange> | null {
  let total: Bound<CountRange> | null = null;
  let uncounted = false;
  const seen = new Set<string>();
  for (const part of coordinated(view.tree, token)) {
    const id = view.mentions.at(part)?.entity.id;
    if (isHurt(view, part) || (id !== undefined && seen.has(id))) continue;
    if (id !== undefined) seen.add(id);
    const amount = amountOf(view, part);
    if (amount === null) uncounted = true;
    else if (total === null) total = amount;
    else total = { value: sum(total.value, amount.value), words: [...total.words, ...amount.words], rule: "sum" };
  }
  if (total === null) return null;
  return uncounted ? { ...total, value: [total.value[0], null], rule: "open sum" } : total;
}

/** In "killed three soldiers and wounded six others" a parser may take the six for killed. */
function isHurt(view: View, token: Token): boolean {
  return token.deprel === "conj" && kidsOf(view.tree, token.i).some((k) => HURT[k.lower] !== undefined);
}

function amountOf(view: View, given: Token): Bound<CountRange> | null {
  const token = wholeOf(view, given);
  return numeral(view, token) ?? vague(view, token) ?? none(view, token) ?? single(view, token);
}

/** "the lives of 14 cadets", "the deaths of two nurses": the people are counted, not the lives. */
function wholeOf(view: View, token: Token): Token {
  if (!/^(?:life|death|body|remains)$/.test(token.lemma)) return token;
  if (kidsOf(view.tree, token.i).some((k) => relation(k) === "nummod")) return token;
  return (
    kidsOf(view.tree, token.i).find((k) => relation(k) === "nmod" && prepositionOf(view.tree, k) === "of") ?? token
  );
}

/** A numeral before the noun, or standing for it ("killed five", "1,643 wounded"). */
function numeral(view: View, token: Token): Bound<CountRange> | null {
  const isNumber = token.upos === "NUM" || token.xpos === "CD";
  const number = isNumber ? token : kidsOf(view.tree, token.i).find((k) => relation(k) === "nummod" && k.i < token.i);
  if (number === undefined) return null;
  const words = numberTokens(view, number);
  const value = numberOf(words.map((w) => w.text));
  if (value === null || isDate(view, number)) return null;
  const first = words[0] ?? number;
  const { range, start } = withBounds(view, value, first);
  const to = upper(view, words);
  return bound(
    to === null ? range : [range[0], to.value],
    [{ start, end: to?.end ?? (words.at(-1) ?? number).end }],
    "number",
  );
}

/** Numbers run on ("1.7 million", "two hundred and fifty"). */
function numberTokens(view: View, number: Token): readonly Token[] {
  const is = (t: Token | undefined): t is Token =>
    t !== undefined &&
    t.sentence === number.sentence &&
    (t.xpos === "CD" || t.upos === "NUM" || /^(?:hundred|thousand|million|billion|dozen)$/.test(t.lower));
  let from = number.i;
  let to = number.i;
  while (from > number.i - 6 && is(view.doc.tokens[from - 1])) from -= 1;
  while (to < number.i + 6 && is(view.doc.tokens[to + 1])) to += 1;
  return view.doc.tokens.slice(from, to + 1);
}

/** "Dec. 26", "2014" count nobody. */
function isDate(view: View, number: Token): boolean {
  return view.times.get(number.sentence)?.some((t) => t.start <= number.start && number.end <= t.end) ?? false;
}

function withBounds(view: View, value: number, first: Token): { readonly range: CountRange; readonly start: number } {
  const from = Math.max(0, first.i - 4);
  const before = view.doc.tokens.slice(from, first.i).filter((t) => t.sentence === first.sentence);
  const range = ranged(value, before.map((t) => t.lower).join(" "));
  const told = range[0] !== value || range[1] !== value;
  const words = told ? before.slice(-2) : [];
  return { range, start: words[0]?.start ?? first.start };
}

/** "20 to 30", "between 20 and 30", "20-30". */
function upper(view: View, words: readonly Token[]): { readonly value: number; readonly end: number } | null {
  const last = words.at(-1);
  const first = words[0];
  if (last === undefined || first === undefined) return null;
  const link = view.doc.tokens[last.i + 1]?.lower ?? "";
  const next = view.doc.tokens[last.i + 2];
  const between = view.doc.tokens[first.i - 1]?.lower === "between" && link === "and";
  if (next?.xpos !== "CD" || !(link === "to" || link === "-" || link === "–" || link === "or" || between)) return null;
  const value = numberOf([next.text]);
  return value === null ? null : { value, end: next.end };
}

/** "dozens of people", "several soldiers", "a few". */
function vague(view: View, token: Token): Bound<CountRange> | null {
  const words = [token, ...kidsOf(view.tree, token.i).filter((k) => k.i < token.i)];
  for (const w of words) {
    const range = VAGUE[w.lower];
    if (range === undefined || (w.i === token.i && !measures(view, w))) continue;
    return bound(range, [{ start: w.start, end: w.end }], "vague number");
  }
  return null;
}

function measures(view: View, t: Token): boolean {
  return t.lower !== "score" || kidsOf(view.tree, t.i).some((k) => prepositionOf(view.tree, k) === "of");
}

function none(view: View, token: Token): Bound<CountRange> | null {
  const no = kidsOf(view.tree, token.i).find((k) => k.lower === "no");
  const word = no ?? (token.lower === "nobody" || token.lower === "none" ? token : undefined);
  return word === undefined ? null : bound([0, 0], [{ start: word.start, end: token.end }], "none");
}

/** One person by name, or one person told in the singular. */
function single(view: View, token: Token): Bound<CountRange> | null {
  const here = view.mentions.at(token);
  const words: Span = here?.mention ?? token;
  const span = { start: words.start, end: words.end };
  if (here?.entity.kind === "person" && isOne(token)) return bound([1, 1], [span], "named person");
  const single = token.xpos === "NN" && classesAt(view, token).includes("person");
  const counted = kidsOf(view.tree, token.i).some((k) => /^(?:a|an|another|one|the|his|her|this)$/.test(k.lower));
  return single && counted ? bound([1, 1], [span], "singular") : null;
}

function isOne(token: Token): boolean {
  return token.upos === "PROPN"
    ? token.xpos !== "NNPS"
    : /^(?:he|him|she|her|i|me|himself|herself)$/.test(token.lower) || token.xpos === "NN";
}

function bound(value: CountRange, words: readonly Span[], rule: string): Bound<CountRange> {
  return { value, words, rule };
}

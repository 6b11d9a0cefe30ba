import type { Token } from "../doc.ts";
import { branchOf, headOf, kidBy, kidsOf, relationOf, type Stretch, without } from "../parse/tree.ts";
import type { Effect } from "./cue.ts";
import { type Draft, type Hit, type Page, trimmedSource } from "./page.ts";
import type { Speaker } from "./speaker.ts";
import type { Content } from "./verb-content.ts";

/** What a verb's draft is made of. */
export interface Parts {
  readonly speaker: Speaker | null;
  readonly content: Content | null;
  readonly rule: string;
}

/** The draft of a verb with its speaker and content. */
export function verbDraft(page: Page, hit: Hit, { speaker, content: found, rule }: Parts): Draft {
  const content = insideOwnQuote(page, hit.head, found);
  const negated = isNegated(page, hit.head, speaker);
  const source = sourceOf(page, hit.head, hit.rest, speaker);
  const bare = withPreposition(page, hit, cueWords(page, hit.head, hit.rest));
  const words = content === null ? bare : upToContent(page, bare, content);
  return {
    rule,
    cue: hit.cue,
    head: hit.head.i,
    words,
    source,
    speaker: speaker?.head ?? -1,
    content: afterCue(content?.stretches ?? [], words).flatMap((s) => (source === null ? [s] : without(s, source))),
    effect: effectOf(hit.cue.effect, { negated, wh: content?.frame === "wh", page, content }),
    negated,
    frame: content?.frame ?? "quote",
    via: [],
    cited: citedBy(page, hit.head, speaker),
    told: true,
  };
}

/** The words of a source: up to its verb where nothing but its own words stand between ("a reporter for USA Today said"). */
function sourceOf(page: Page, head: Token, rest: readonly number[], speaker: Speaker | null): Stretch | null {
  if (speaker === null) return null;
  const words = cueWords(page, head, rest);
  const s = trimmedSource(page, speaker.words, speaker.words.from < words.from ? words.from : Number.POSITIVE_INFINITY);
  if (
    s.to >= words.from ||
    words.from - s.to > 4 ||
    /^(?:who|which|that)$/.test(page.doc.tokens[s.to - 1]?.lower ?? "")
  )
    return s;
  for (let i = s.to; i < words.from; i += 1)
    if (!/^(?:NOUN|PROPN|ADP|DET|ADJ|NUM|PART)$/.test(page.doc.tokens[i]?.upos ?? "")) return s;
  return { from: s.from, to: words.from };
}

/** Words between a cue and the preposition that brings in its content ("asked the minister about"). */
const MOST_BETWEEN = 5;

/** "asked the minister about", "took shots at": the cue goes on to the preposition before a nominal content. */
function upToContent(page: Page, words: Stretch, { frame, stretches }: Content): Stretch {
  const [first] = stretches;
  if (first === undefined || !/^(?:np|prep)$/.test(frame) || first.from < words.to) return words;
  const inside = isPreposition(page, first.from);
  const to = inside ? first.from + 1 : first.from;
  if (to - words.to > MOST_BETWEEN || !isPreposition(page, to - 1)) return words;
  for (let i = words.to; i < to - 1; i += 1)
    if (/^(?:VERB|AUX|PUNCT|CCONJ)$/.test(page.doc.tokens[i]?.upos ?? "")) return words;
  return { from: words.from, to };
}

function isPreposition(page: Page, i: number): boolean {
  const t = page.doc.tokens[i];
  return t !== undefined && (t.upos === "ADP" || t.xpos === "TO") && t.deprel === "case";
}

/** A content that starts with the last word of its cue starts after it. */
function afterCue(list: readonly Stretch[], words: Stretch): readonly Stretch[] {
  return list
    .map((s) => (s.from >= words.from && s.from < words.to ? { from: words.to, to: s.to } : s))
    .filter((s) => s.to > s.from);
}

/** A cue inside a quotation says nothing outside it. */
function insideOwnQuote(page: Page, head: Token, content: Content | null): Content | null {
  const quote = page.quotes[page.quoteAt[head.i] ?? -1];
  if (quote === undefined || content === null) return content;
  const stretches = content.stretches
    .map((s) => ({ from: Math.max(s.from, quote.from), to: Math.min(s.to, quote.to) }))
    .filter((s) => s.to > s.from);
  return stretches.length === 0 ? null : { ...content, stretches };
}

/** "called for", "referring to": the preposition goes with the cue when it is the next word. */
function withPreposition(page: Page, hit: Hit, words: Stretch): Stretch {
  const next = page.doc.tokens[words.to];
  const verb = page.doc.tokens[words.to + 1];
  const infinitive = next?.lower === "to" && verb !== undefined && /^(?:VB|VERB|AUX)$/.test(verb.upos);
  if (
    next === undefined ||
    infinitive ||
    !(/^(?:ADP|SCONJ|ADV)$/.test(next.upos) || next.lower === "to") ||
    !hit.cue.preps.has(next.lower)
  )
    return withChannel(page, hit, words);
  return { from: words.from, to: words.to + 1 };
}

/** "said in a statement", "told in an interview": the way of saying it right after the verb. */
function withChannel(page: Page, { head }: Hit, words: Stretch): Stretch {
  const kid = kidsOf(page.tree, head.i).find((k) => relationOf(k) === "obl" && page.tree.first[k.i] === words.to);
  if (kid === undefined) return words;
  const way =
    /^(?:statement|interview|tweet|email|letter|speech|release|briefing|twitter|facebook|telegram|instagram|media)$/;
  const manner =
    page.doc.tokens[words.to]?.lower === "with" && /^(?:an?|the)$/.test(page.doc.tokens[words.to + 1]?.lower ?? "");
  return way.test(kid.lemma.toLowerCase()) || manner ? { from: words.from, to: kid.i + 1 } : words;
}

/** What a cue does to the status of its content, turned round by "not". */
function effectOf(
  effect: Effect,
  { negated, wh, page, content }: { negated: boolean; wh: boolean; page: Page; content: Content | null },
): Effect {
  if (wh && isOpen(page, content)) return "possible";
  if (!negated) return effect;
  if (effect === "planned") return "denied";
  return "possible";
}

/** "whether" and "if" leave it open; "how" and "why" do not. */
function isOpen(page: Page, content: Content | null): boolean {
  const first = page.doc.tokens[content?.stretches[0]?.from ?? -1];
  return first !== undefined && (first.lower === "whether" || first.lower === "if");
}

/** Whether a verb is negated by "not", "never" or a subject such as "no one". */
export function isNegated(page: Page, head: Token, speaker: Speaker | null): boolean {
  const own = page.quoteAt[head.i];
  const kids = kidsOf(page.tree, head.i).filter((k) => page.quoteAt[k.i] === own);
  if (kids.some((k) => /^(?:not|n't|n’t|never|neither|nor|hardly)$/.test(k.lower))) return true;
  const first = page.doc.tokens[speaker?.words.from ?? -1];
  return first !== undefined && /^(?:no|none|nobody|neither|few)$/.test(first.lower);
}

/** The words of a cue with its auxiliaries and adverbs. */
export function cueWords(page: Page, head: Token, rest: readonly number[]): Stretch {
  const { tokens } = page.doc;
  const start = aspectOf(page, head);
  let from = start?.i ?? head.i;
  while (isCueWord(tokens[from - 1], start ?? head, true)) from -= 1;
  let to = Math.max(head.i, ...rest) + 1;
  for (let next = tokens[to]; next !== undefined && isCueWord(next, head, false); next = tokens[to])
    to = Math.max(to + 1, branchOf(page.tree, next.i).to);
  return { from, to };
}

/** "continued to insist", "went on to say", "began calling". */
function aspectOf(page: Page, head: Token): Token | undefined {
  const above = headOf(page.tree, head);
  if (above === undefined || relationOf(head) !== "xcomp" || above.i > head.i || head.i - above.i > 4) return undefined;
  return ASPECT.test(above.lemma) ? above : undefined;
}

/** Whether a verb goes on, begins or stops what the verb above it does. */
export function isAspectual(page: Page, head: Token): boolean {
  return aspectOf(page, head) !== undefined;
}

const ASPECT = /^(?:continue|go|begin|start|proceed|keep|stop|cease)$/;

function isCueWord(t: Token | undefined, head: Token, before: boolean): boolean {
  if (t === undefined || t.head !== head.i) return false;
  const relation = relationOf(t);
  if (before)
    return (
      relation === "aux" ||
      relation === "cop" ||
      (relation === "advmod" && !/^(?:when|where|why|how)$/.test(t.lower)) ||
      (relation === "mark" && t.lower === "to")
    );
  return (
    t.deprel === "compound:prt" ||
    (relation === "advmod" &&
      t.upos === "ADV" &&
      /ly$|^(?:also|again|earlier|later|recently|publicly|then|once|ago|today|yesterday|tomorrow|tonight)$/.test(
        t.lower,
      ))
  );
}

/** "said, citing residents", "Yonhap, quoting KCNA, said": those that the speaker has it from. */
function citedBy(page: Page, head: Token, speaker: Speaker | null): readonly number[] {
  const beside = speaker === null ? [] : kidsOf(page.tree, speaker.head).filter((k) => relationOf(k) === "acl");
  const found = beside.flatMap((k) => citedIn(page, k));
  const after = citingAfter(page, head);
  return after === undefined ? found : [...found, ...citedIn(page, after)];
}

/** Tokens from a verb of speech to ", citing". */
const CITING_REACH = 80;

/** The ", citing" behind what is said, wherever the parse hung it. */
function citingAfter(page: Page, head: Token): Token | undefined {
  for (let i = head.i + 1; i < head.i + CITING_REACH; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.sentence !== head.sentence) return undefined;
    const set = page.doc.tokens[i - 1]?.text === "," || t.head === head.i;
    if (set && (t.lower === "citing" || t.lower === "quoting") && page.quoteAt[i] === page.quoteAt[head.i]) return t;
  }
  return undefined;
}

/** The object of "citing" or "quoting". */
export function citedIn(page: Page, verb: Token): readonly number[] {
  if (verb.xpos !== "VBG" || (verb.lemma !== "cite" && verb.lemma !== "quote")) return [];
  const object = kidBy(page.tree, verb.i, "obj");
  return object === undefined ? [] : [object.i];
}

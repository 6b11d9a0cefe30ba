import type { Token } from "../doc.ts";
import type { Effect } from "./cue.ts";
import { repaired } from "./edges.ts";
import type { Draft, Hit, Page } from "./page.ts";
import { isPassive, type Speaker, speakerOf } from "./speaker.ts";
import { speakerBeside, speechOf } from "./speech.ts";
import { branchOf, headOf, kidBy, kidsOf, markOf, relationOf, type Stretch } from "./tree.ts";
import { type Content, verbContent } from "./verb-content.ts";

/** Kinds that tell of hearsay even where nobody is named ("is believed to"); "was ordered to" only bears on the status. */
const HEARSAY: ReadonlySet<string> = new Set([
  "says",
  "reports",
  "alleges",
  "believes",
  "expects",
  "fears",
  "seems",
  "knows",
  "claims",
  "suggests",
  "speculates",
]);

/** The attributions of a verb cue: one, two where somebody is quoted by another, none where nothing is said. */
export function verbDrafts(page: Page, hit: Hit): readonly Draft[] {
  const { cue, head } = hit;
  if (head.deprel === "aux" || head.deprel === "case") return [];
  const quoted = cue.kind === "quotes" ? quotedDrafts(page, hit) : [];
  if (quoted.length > 0) return quoted;
  const words = cueWords(page, head, hit.rest);
  const speech = speechOf(page, hit, words);
  if (speech !== null) return [draftOf(page, hit, { ...speech, rule: speech.content === null ? "quote" : "aside" })];
  const speaker =
    speakerOf(page, head) ?? (mayStandAlone(hit) && !isPassive(page, head) ? speakerBeside(page, head, words) : null);
  const content = repaired(page, hit, { content: verbContent(page, hit), words, source: speaker?.words ?? null });
  if (content === null && !cue.frames.has("quote")) return [];
  if (speaker === null && !maySpeakerLack(page, head, content)) return [];
  if (content?.frame === "np" && speaker === null && cue.kind !== "reports" && cue.kind !== "announces") return [];
  const draft = draftOf(page, hit, { speaker, content, rule: `verb-${content?.frame ?? "quote"}` });
  return [speaker === null && draft.frame === "raised" && !HEARSAY.has(cue.kind) ? { ...draft, told: false } : draft];
}

function mayStandAlone({ cue }: Hit): boolean {
  return cue.frames.has("quote") || cue.frames.has("that");
}

/** A passive or an empty "it" may leave the source out; a quotation may still turn up beside a bare verb. */
function maySpeakerLack(page: Page, head: Token, content: Content | null): boolean {
  if (content === null) return true;
  return isPassive(page, head) || kidBy(page.tree, head.i, "expl") !== undefined || content.frame === "raised";
}

interface Parts {
  readonly speaker: Speaker | null;
  readonly content: Content | null;
  readonly rule: string;
}

function draftOf(page: Page, hit: Hit, { speaker, content: found, rule }: Parts): Draft {
  const content = insideOwnQuote(page, hit.head, found);
  const negated = isNegated(page, hit.head, speaker);
  return {
    rule,
    cue: hit.cue,
    head: hit.head.i,
    words: withPreposition(page, cueWords(page, hit.head, hit.rest), content),
    source: speaker?.words ?? null,
    speaker: speaker?.head ?? -1,
    content: content?.stretches ?? [],
    effect: effectOf(hit.cue.effect, { negated, wh: content?.frame === "wh", page, content }),
    negated,
    frame: content?.frame ?? "quote",
    via: [],
    cited: citedBy(page, hit.head, speaker),
    told: true,
  };
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
function withPreposition(page: Page, words: Stretch, content: Content | null): Stretch {
  const first = content?.frame === "prep" ? content.stretches[0] : undefined;
  const next = page.doc.tokens[words.to];
  return first !== undefined && first.from === words.to + 1 && next !== undefined && next.upos === "ADP"
    ? { from: words.from, to: words.to + 1 }
    : words;
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
  const kids = kidsOf(page.tree, head.i);
  if (kids.some((k) => /^(?:not|n't|n’t|never|neither|nor|hardly)$/.test(k.lower))) return true;
  const first = page.doc.tokens[speaker?.words.from ?? -1];
  return first !== undefined && /^(?:no|none|nobody|neither|few)$/.test(first.lower);
}

/** The words of a cue with its auxiliaries and adverbs. */
export function cueWords(page: Page, head: Token, rest: readonly number[]): Stretch {
  const { tokens } = page.doc;
  let from = head.i;
  while (isCueWord(tokens[from - 1], head, true)) from -= 1;
  let to = Math.max(head.i, ...rest) + 1;
  for (let next = tokens[to]; next !== undefined && isCueWord(next, head, false); next = tokens[to])
    to = Math.max(to + 1, branchOf(page.tree, next.i).to);
  return { from, to };
}

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
  const below = kidsOf(page.tree, head.i).filter((k) => relationOf(k) === "advcl");
  const beside = speaker === null ? [] : kidsOf(page.tree, speaker.head).filter((k) => relationOf(k) === "acl");
  return [...below, ...beside].flatMap((k) => citedIn(page, k));
}

/** The object of "citing" or "quoting". */
export function citedIn(page: Page, verb: Token): readonly number[] {
  if (verb.xpos !== "VBG" || (verb.lemma !== "cite" && verb.lemma !== "quote")) return [];
  const object = kidBy(page.tree, verb.i, "obj");
  return object === undefined ? [] : [object.i];
}

/** "Reuters quoted the army as saying that …": the army says it, Reuters hands it on. */
function quotedDrafts(page: Page, hit: Hit): readonly Draft[] {
  const { tree } = page;
  const { head } = hit;
  const saying = kidsOf(tree, head.i).find(
    (k) =>
      k.i > head.i &&
      k.upos === "VERB" &&
      (markOf(tree, k) === "as" || k.xpos === "VBG") &&
      !/^(?:of|for)$/.test(markOf(tree, k)),
  );
  if (saying === undefined) return [];
  const inner = kidBy(tree, saying.i, "ccomp") ?? kidBy(tree, saying.i, "obj", "xcomp");
  const passive = isPassive(page, head);
  const quoted =
    kidBy(tree, head.i, passive ? "nsubj" : "obj") ??
    (passive && head.deprel === "acl" ? headOf(tree, head) : undefined);
  if (quoted === undefined) return [];
  const outlet = speakerOf(page, head);
  const said = quoted.i < head.i ? beforeVerb(page, quoted, head) : afterVerb(page, quoted, saying);
  const words = { from: cueWords(page, head, []).from, to: saying.i + 1 };
  const draft = draftOf(page, hit, {
    speaker: { words: said, head: quoted.i },
    content: inner === undefined ? null : { frame: "that", stretches: [branchOf(tree, inner.i)] },
    rule: "quoted-as-saying",
  });
  return [
    {
      ...draft,
      words: passive ? words : { from: saying.i - (markOf(tree, saying) === "as" ? 1 : 0), to: saying.i + 1 },
      via: outlet === null ? [] : [outlet.head],
    },
  ];
}

function beforeVerb(page: Page, noun: Token, verb: Token): Stretch {
  const s = branchOf(page.tree, noun.i);
  return { from: s.from, to: Math.max(noun.i + 1, Math.min(s.to, verb.i)) };
}

function afterVerb(page: Page, noun: Token, saying: Token): Stretch {
  const s = branchOf(page.tree, noun.i);
  const end = page.tree.first[saying.i] ?? saying.i;
  return { from: s.from, to: Math.max(noun.i + 1, Math.min(s.to, end)) };
}

import type { Token } from "../doc.ts";
import { branchOf, headOf, kidBy, kidsOf, markOf, relationOf, type Stretch, without } from "../parse/tree.ts";
import type { Hit, Page } from "./page.ts";
import { isPassive } from "./speaker.ts";
import { isTimeWord } from "./speech.ts";

/** What is said, and how it stands to its cue. */
export interface Content {
  readonly frame: string;
  readonly stretches: readonly Stretch[];
}

const WH = /^(?:whether|if|how|why|what|when|where|who|which|whom|whose)$/;

/** The content of a verb by its frames; the first that fits, clauses before nominals. */
export function verbContent(page: Page, hit: Hit): Content | null {
  const rules = [clause, aside, raised, controlled, toNoun, named, asSomething, prepositional, object];
  for (const rule of rules) {
    const found = rule(page, hit);
    if (found !== null && found.stretches.length > 0) return found;
  }
  return null;
}

/** "said that …", "said whether …", "…, he said" with the clause below the verb. */
function clause(page: Page, { cue, head, rest }: Hit): Content | null {
  const { tree } = page;
  const kid =
    clauseKid(page, head) ?? clauseOfPhrase(page, rest) ?? (cue.frames.has("wh") ? askedIf(page, head) : undefined);
  if (kid === undefined || isReduced(page, kid)) return null;
  const wh = isWh(page, kid);
  const frames = wh ? ["wh", "that"] : ["that", "quote", "ger", "wh"];
  if (!frames.some((f) => cue.frames.has(f))) return null;
  return { frame: wh ? "wh" : "that", stretches: around(page, branchOf(tree, kid.i), head) };
}

/** "about the people sent home": a participle is no clause. */
function isReduced(page: Page, kid: Token): boolean {
  if (kid.xpos !== "VBN" || markOf(page.tree, kid) !== "") return false;
  return kidBy(page.tree, kid.i, "nsubj", "aux", "cop", "expl") === undefined;
}

/** The clause after the verb, else the one before it. */
function clauseKid(page: Page, head: Token): Token | undefined {
  const kids = kidsOf(page.tree, head.i).filter((k) => relationOf(k) === "ccomp");
  const before = kids[0];
  const asked = before !== undefined && isSettingOf(page, branchOf(page.tree, before.i));
  return kids.find((k) => k.i > head.i) ?? (asked ? undefined : before);
}

/** "asked if she had seen it": parsers take it for a condition. */
function askedIf(page: Page, head: Token): Token | undefined {
  return kidsOf(page.tree, head.i).find(
    (k) => k.i > head.i && relationOf(k) === "advcl" && /^(?:if|whether)$/.test(markOf(page.tree, k)),
  );
}

function clauseOfPhrase(page: Page, rest: readonly number[]): Token | undefined {
  for (const i of rest) {
    const kid = kidsOf(page.tree, i).find((k) => relationOf(k) === "ccomp" || (k.deprel === "acl" && k.i > i));
    if (kid !== undefined) return kid;
  }
  return undefined;
}

/** Whether a clause is a question: "whether", "how". */
export function isWh(page: Page, kid: Token): boolean {
  const first = page.doc.tokens[page.tree.first[kid.i] ?? kid.i];
  return WH.test(markOf(page.tree, kid)) || (first !== undefined && WH.test(first.lower) && first.i < kid.i + 1);
}

/** A clause that reaches round its own cue loses what belongs to the cue. */
function around(page: Page, s: Stretch, head: Token): readonly Stretch[] {
  if (head.i < s.from || head.i >= s.to) return [s];
  const parts = partsAround(page, s, head);
  const [front] = parts;
  return parts.length > 1 && front !== undefined && isSettingOf(page, front) ? parts.slice(1) : parts;
}

/** "Asked who ran the town, he said …": what he was asked is no part of his answer. */
const ANSWERED = /^(?:asked|pressed|questioned|quizzed|challenged|reached|contacted)$/;

/** "In an interview with CNN, …": it tells how it was said, not what. */
function isSettingOf(page: Page, s: Stretch): boolean {
  const first = page.doc.tokens[s.from];
  if (first !== undefined && ANSWERED.test(first.lower) && /^VB[ND]$/.test(first.xpos)) return true;
  if (first?.upos !== "ADP" && first?.xpos !== "VBG") return false;
  return page.doc.tokens.slice(s.from, Math.min(s.to, s.from + 12)).some((t) => isChannel(page, t));
}

/** A word for a way of speaking: interview, statement, speech. */
export function isChannel(page: Page, t: Token): boolean {
  const found = page.data.channels.get(t.lower) ?? [];
  return found.some((c) => c.words.length === 1 && /^(?:speech|document|broadcast|social)$/.test(c.kind));
}

function partsAround(page: Page, s: Stretch, head: Token): readonly Stretch[] {
  const own = kidsOf(page.tree, head.i).filter((k) => relationOf(k) !== "ccomp" && relationOf(k) !== "punct");
  const from = Math.min(head.i, ...own.map((k) => page.tree.first[k.i] ?? k.i));
  const to = Math.max(head.i + 1, ...own.map((k) => (page.tree.last[k.i] ?? k.i) + 1));
  return without(s, { from, to });
}

/** "The strike, Cook said, hit two cars": the cue hangs on what is said. */
function aside(page: Page, { cue, head }: Hit): Content | null {
  if (relationOf(head) !== "parataxis" || !(cue.frames.has("that") || cue.frames.has("quote"))) return null;
  const above = headOf(page.tree, head);
  if (above === undefined || kidBy(page.tree, head.i, "obj", "xcomp") !== undefined) return null;
  if (kidBy(page.tree, head.i, "nsubj") === undefined) return null;
  const own = branchOf(page.tree, head.i);
  return { frame: "that", stretches: without(branchOf(page.tree, above.i), own) };
}

/** "reported killed", "believed dead", "feared lost". */
const BARE: ReadonlySet<string> = new Set(["reports", "believes", "fears", "alleges", "seems", "confirms", "says"]);

/** "is believed to be hiding", "was reported killed": the subject and what is said of it. */
function raised(page: Page, { cue, head }: Hit): Content | null {
  const { tree } = page;
  const active = cue.kind === "seems";
  if (!active && !isPassive(page, head)) return null;
  const subject = active ? kidBy(tree, head.i, "nsubj") : kidsOf(tree, head.i).find((k) => k.deprel === "nsubj:pass");
  const kid = kidBy(tree, head.i, "xcomp");
  if (subject === undefined || kid === undefined || subject.lower === "it") return null;
  const to = markOf(tree, kid) === "to";
  const fits = to ? cue.frames.has("inf") || cue.frames.has("that") : BARE.has(cue.kind) || cue.frames.has("small");
  if (!fits) return null;
  return { frame: "raised", stretches: [branchOf(tree, subject.i), branchOf(tree, kid.i)] };
}

/** "promised to leave", "urged them to leave", "recalled seeing". */
function controlled(page: Page, { cue, head, rest }: Hit): Content | null {
  const { tree } = page;
  const kid = kidBy(tree, head.i, "xcomp") ?? (cue.frames.has("inf") ? purpose(page, { cue, head, rest }) : undefined);
  if (kid === undefined || kid.i < head.i) return null;
  const ing = kid.xpos === "VBG";
  const to = kidsOf(tree, kid.i).some((k) => k.lower === "to" && (k.deprel === "mark" || k.upos === "PART"));
  const fits = (to && cue.frames.has("inf")) || (ing && cue.frames.has("ger"));
  if (!fits) return null;
  const object = kidBy(tree, head.i, "obj", "iobj") ?? calledOn(page, head, rest);
  const named = object !== undefined && object.i > head.i && object.i < kid.i && !rest.includes(object.i);
  const from = named && cue.kind !== "promises" ? (tree.first[object.i] ?? object.i) : (tree.first[kid.i] ?? kid.i);
  return { frame: "inf", stretches: [{ from: Math.max(head.i + 1, from), to: branchOf(tree, kid.i).to }] };
}

/** "declined to comment", where the tagger takes the verb for a noun. */
function toNoun(page: Page, { cue, head }: Hit): Content | null {
  if (!cue.frames.has("inf") || cue.preps.has("to")) return null;
  const kid = kidsOf(page.tree, head.i).find(
    (k) => k.i === head.i + 2 && k.upos === "NOUN" && markOf(page.tree, k) === "to",
  );
  return kid === undefined ? null : { frame: "inf", stretches: [branchOf(page.tree, kid.i)] };
}

/** Kinds whose infinitive is what is meant, however far it stands ("agreed in principle to leave"). */
const MEANT: ReadonlySet<string> = new Set([
  "promises",
  "plans",
  "agrees",
  "decides",
  "rejects",
  "threatens",
  "wants",
  "hopes",
  "urges",
  "orders",
  "expects",
]);

/** "called on them to leave": parsers hang the clause here and there. */
function purpose(page: Page, { cue, head, rest }: Hit): Token | undefined {
  const kid = kidsOf(page.tree, head.i).find(
    (k) => k.deprel === "advcl" && k.i > head.i && markOf(page.tree, k) === "to",
  );
  const object = kidBy(page.tree, head.i, "obj", "iobj");
  if (kid !== undefined && (rest.length > 0 || object !== undefined || MEANT.has(cue.kind))) return kid;
  const below = kidBy(page.tree, head.i, "obj", "obl");
  if (below === undefined || below.i < head.i) return undefined;
  return kidsOf(page.tree, below.i).find((k) => k.deprel === "acl" && markOf(page.tree, k) === "to");
}

function calledOn(page: Page, head: Token, rest: readonly number[]): Token | undefined {
  return rest.length === 0 ? undefined : kidsOf(page.tree, head.i).find((k) => relationOf(k) === "obl" && k.i > head.i);
}

/** "called the raid a success", "considered him dead". */
function named(page: Page, { cue, head }: Hit): Content | null {
  if (!cue.frames.has("small")) return null;
  const { tree } = page;
  const objects = kidsOf(tree, head.i).filter((k) => k.i > head.i && /^i?obj$/.test(k.deprel));
  const [object, second] = objects;
  if (object === undefined) return bare(page, cue.words.length, head);
  const kid = second ?? kidsOf(tree, head.i).find((k) => k.i > object.i && isSmall(page, k));
  if (kid !== undefined)
    return { frame: "small", stretches: joined([branchOf(tree, object.i), branchOf(tree, kid.i)]) };
  const quote = quoteSoon(page, object);
  if (quote !== undefined)
    return {
      frame: "small",
      stretches: [{ from: Math.min(tree.first[object.i] ?? object.i, quote.from), to: overQuotes(page, quote.to) }],
    };
  return cue.frames.has("np") ? null : bare(page, cue.words.length, head);
}

/** What an object is called: "a success", "dead". */
function isSmall(page: Page, kid: Token): boolean {
  return /^(?:xcomp|ccomp|advcl|obl)$/.test(kid.deprel) && markOf(page.tree, kid) === "";
}

/** "called Trump unhinged" where the parse gives the verb no object: what follows up to a mark. */
function bare(page: Page, words: number, head: Token): Content | null {
  const sentence = page.doc.sentences[head.sentence];
  const first = page.doc.tokens[head.i + 1];
  if (words > 1 || sentence === undefined || first === undefined || !/^(?:PROPN|PRON|DET|NOUN|ADJ)$/.test(first.upos))
    return null;
  let to = head.i + 1;
  for (; to < sentence.to && to < head.i + 40; to += 1) {
    const t = page.doc.tokens[to];
    if (t === undefined || (/^[,.;:!?]$/.test(t.text) && (page.quoteAt[to] ?? -1) < 0)) break;
    if (t.upos === "CCONJ" && (page.quoteAt[to] ?? -1) < 0 && to > head.i + 3) break;
    if ((page.quoteAt[to] ?? -1) < 0 && (page.quoteAt[to - 1] ?? -1) >= 0 && to > head.i + 1) break;
  }
  return to - head.i < 3 ? null : { frame: "small", stretches: [{ from: head.i + 1, to }] };
}

/** '… a "new low" and a "false claim"': the end of the last of quotations joined so. */
function overQuotes(page: Page, to: number): number {
  const { tokens } = page.doc;
  let at = tokens[to]?.text === "," ? to + 1 : to;
  if (tokens[at]?.upos === "CCONJ") at += 1;
  if (tokens[at]?.upos === "DET") at += 1;
  const quote = at > to ? page.quotes[page.quoteAt[at] ?? -1] : undefined;
  return quote !== undefined && quote.from === at && quote.words < 12 ? quote.to : to;
}

/** 'called the raid "a success"', where the parse makes one nominal of it. */
function quoteSoon(page: Page, object: Token): Stretch | undefined {
  for (let i = object.i; i < object.i + 8; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || /^[.,;]$/.test(t.text)) return undefined;
    const quote = page.quotes[page.quoteAt[i] ?? -1];
    if (quote !== undefined) return quote.from === i ? quote : undefined;
  }
  return undefined;
}

/** "described the blast as deafening". */
function asSomething(page: Page, { cue, head }: Hit): Content | null {
  if (!cue.frames.has("as")) return null;
  const { tree } = page;
  const kid = kidsOf(tree, head.i).find((k) => k.i > head.i && markOf(tree, k) === "as" && k.lower !== "as");
  const object = kidBy(tree, head.i, "obj", "nsubj:pass");
  if (kid === undefined || object === undefined) return null;
  return { frame: "as", stretches: joined([branchOf(tree, object.i), branchOf(tree, kid.i)]) };
}

/** "spoke of a truce", "accused them of shelling". */
function prepositional(page: Page, { cue, head, rest }: Hit): Content | null {
  if (cue.preps.size === 0) return null;
  const { tree } = page;
  const told = cue.frames.has("hearer") ? kidBy(tree, head.i, "obj", "iobj") : undefined;
  const kids = [head.i, ...rest, ...(told === undefined ? [] : [told.i])].flatMap((i) => kidsOf(tree, i));
  const kid = kids.find((k) => k.i > head.i && cue.preps.has(markOf(tree, k)));
  if (kid === undefined) return null;
  const s = branchOf(tree, kid.i);
  const mark = kidBy(tree, kid.i, "case", "mark");
  const object = kidBy(tree, head.i, "obj") ?? (isPassive(page, head) ? kidBy(tree, head.i, "nsubj") : undefined);
  const bare = { from: mark === undefined ? s.from : Math.max(s.from, mark.i + 1), to: s.to };
  if (object === undefined || rest.includes(object.i) || cue.frames.has("hearer"))
    return { frame: "prep", stretches: [withAs(page, head, bare)] };
  return { frame: "prep", stretches: joined([branchOf(tree, object.i), s]) };
}

/** "referred to the colonel as a butcher": the parse hangs "as" on the verb. */
function withAs(page: Page, head: Token, s: Stretch): Stretch {
  const kid = kidsOf(page.tree, head.i).find((k) => page.tree.first[k.i] === s.to && markOf(page.tree, k) === "as");
  return kid === undefined ? s : { from: s.from, to: branchOf(page.tree, kid.i).to };
}

/** "announced a truce", "the truce was announced". */
function object(page: Page, { cue, head, rest }: Hit): Content | null {
  if (!cue.frames.has("np")) return null;
  const { tree } = page;
  const passive = isPassive(page, head);
  const subject = kidsOf(tree, head.i).find((k) => k.deprel === "nsubj:pass");
  const kid = passive
    ? (subject ?? aboveOf(page, head))
    : (kidBy(tree, head.i, "obj") ?? objectOfPhrase(page, head, rest) ?? yesOrNo(page, head));
  if (kid === undefined || rest.includes(kid.i) || isTimeWord(kid) || isToll(cue.words[0], kid)) return null;
  const s = passive ? branchOf(tree, kid.i) : withPhrases(page, head, branchOf(tree, kid.i));
  const below = kid.i > head.i ? { from: 0, to: head.i + 1 } : kid === subject ? NOTHING : branchOf(tree, head.i);
  return { frame: "np", stretches: without(s, below) };
}

/** "The war claimed fifty lives": nobody says so. */
function isToll(verb: string | undefined, object: Token): boolean {
  return verb === "claim" && /^(?:life|victim|title|prize|seat|throne)$/.test(object.lemma);
}

/** Phrases after an object that belong to it, though the parse hung them on the verb ("an end to", "plans for"). */
function withPhrases(page: Page, head: Token, s: Stretch): Stretch {
  let { to } = s;
  // "called for a judge to hear the case": the parse hangs the infinitive on the verb.
  const called = page.doc.tokens[s.from - 1]?.lower === "for";
  for (const kid of kidsOf(page.tree, head.i)) {
    if (page.tree.first[kid.i] !== to) continue;
    if (relationOf(kid) === "xcomp" && kid.xpos === "VBG") to = branchOf(page.tree, kid.i).to;
    if (/^(?:advcl|xcomp|acl)$/.test(relationOf(kid)) && kid.xpos === "VB" && markOf(page.tree, kid) === "to" && called)
      to = branchOf(page.tree, kid.i).to;
    if (relationOf(kid) === "advcl" && kid.xpos === "VBG" && markOf(page.tree, kid) === "for")
      to = branchOf(page.tree, kid.i).to;
    if (relationOf(kid) !== "obl") continue;
    if (/^(?:of|for|as|about|against|over|toward|towards|between|on|to|with|from)$/.test(markOf(page.tree, kid)))
      to = branchOf(page.tree, kid.i).to;
  }
  return { from: s.from, to };
}

/** "the truce announced by the army". */
function aboveOf(page: Page, head: Token): Token | undefined {
  return head.deprel === "acl" ? headOf(page.tree, head) : undefined;
}

/** "said no". */
function yesOrNo(page: Page, head: Token): Token | undefined {
  const next = page.doc.tokens[head.i + 1];
  return next !== undefined && /^(?:yes|no)$/.test(next.lower) && next.head === head.i ? next : undefined;
}

function objectOfPhrase(page: Page, head: Token, rest: readonly number[]): Token | undefined {
  if (rest.length === 0) return undefined;
  return kidsOf(page.tree, head.i).find((k) => relationOf(k) === "obl" && k.i > head.i);
}

const NOTHING: Stretch = { from: -1, to: -1 };

/** Neighbours as one stretch, others apart. */
function joined(list: readonly Stretch[]): readonly Stretch[] {
  const [a, b] = [...list].sort((x, y) => x.from - y.from);
  if (a === undefined || b === undefined) return list;
  return b.from - a.to <= 1 ? [{ from: a.from, to: Math.max(a.to, b.to) }] : [a, b];
}

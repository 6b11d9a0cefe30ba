import type { Entity, QuoteForm, SourceLink } from "@dateline/model";
import { mentionIndex } from "../actors/mention-index.ts";
import type { Doc, Token } from "../doc.ts";
import { headOf, kidsOf, markOf, relationOf, type Stretch } from "../parse/tree.ts";
import type { SourceKind } from "./lexicon.ts";
import type { Draft, Page } from "./page.ts";
import { isChannel } from "./verb-content.ts";

/** Which actor each token mentions: the smallest mention that covers it. */
export interface Actors {
  readonly at: (i: number) => Entity | undefined;
  readonly isPublisher: (e: Entity) => boolean;
}

/** Looks actors up by token; built once for a report. */
export function actorsOf(doc: Doc): Actors {
  const index = mentionIndex(doc);
  const own = publisherNames(doc.report.publisher);
  return {
    at: (i) => index.mentionOf(i)?.entity,
    isPublisher: (e) => own.size > 0 && wordingsOf(doc, e).some((w) => own.has(w)),
  };
}

function wordingsOf(doc: Doc, e: Entity): readonly string[] {
  const names = e.mentions.filter((m) => m.form === "name").slice(0, 20);
  return [e.name, ...names.map((m) => doc.text.slice(m.start, m.end))].map(plain);
}

/** A publisher's name and its initials: "Voice of America", "VOA". */
function publisherNames(publisher: string | null): ReadonlySet<string> {
  if (publisher === null) return new Set();
  const name = plain(publisher);
  const words = publisher.split(/[\s-]+/).filter((w) => w !== "");
  const initials = words
    .map((w) => w.charAt(0))
    .join("")
    .toLowerCase();
  const capitals = words
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w.charAt(0))
    .join("")
    .toLowerCase();
  const all = [name];
  if (words.length > 1) all.push(initials, ...(capitals.length > 1 ? [capitals] : []));
  return new Set(all.filter((w) => w.length > 1));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/[’']s$/, "")
    .replace(/ (?:news agency|news service|news)$/, "")
    .replaceAll(".", "");
}

/** Who hands the content of a draft on, the first to say so first; the publisher itself is left out. */
export function linksOf(
  page: Page,
  actors: Actors,
  draft: Draft,
  said: { form: QuoteForm; channel: string | null; id: string | null },
): readonly SourceLink[] {
  const found: SourceLink[] = [];
  const add = (e: Entity | undefined, channel: string | null): void => {
    if (e === undefined || actors.isPublisher(e) || found.some((l) => l.entity === e.id)) return;
    found.push({ entity: e.id, attribution: said.id, form: said.form, channel });
  };
  for (const i of draft.cited) add(citedEntity(page, actors, i), null);
  if (draft.speaker >= 0) add(sourceEntity(page, actors, draft), said.channel);
  for (const i of draft.via) add(outletEntity(page, actors, i), null);
  return found;
}

/** The actor that a source names: by its head word, or for a document by whose it is. */
export function sourceEntity(page: Page, actors: Actors, draft: Draft): Entity | undefined {
  const head = page.doc.tokens[draft.speaker];
  if (head === undefined) return undefined;
  const found = entityOf(page, actors, head);
  return found ?? (kindOf(page, head) === "person" ? undefined : within(actors, draft.source));
}

function entityOf(page: Page, actors: Actors, head: Token): Entity | undefined {
  const kind = kindOf(page, head);
  const direct = actors.at(head.i) ?? (kind === "outlet" ? nameIn(page, actors, head) : undefined);
  if (kind === "document" || kind === "recording")
    return makerOf(page, actors, head) ?? direct ?? ownerOf(page, actors, head);
  return direct ?? makerOf(page, actors, head) ?? ownerOf(page, actors, head);
}

/** "its main news agency KCNA": the name beside the noun. */
function nameIn(page: Page, actors: Actors, head: Token): Entity | undefined {
  const beside = kidsOf(page.tree, head.i).filter(
    (k) => k.i > head.i && /^(?:appos|flat|nmod:desc|compound)/.test(k.deprel),
  );
  for (const kid of beside) {
    const e = actors.at(kid.i);
    if (e !== undefined && e.kind !== "person" && e.kind !== "government") return e;
  }
  return undefined;
}

function kindOf(page: Page, t: Token): SourceKind | undefined {
  return page.data.sources.get(t.lemma.toLowerCase()) ?? page.data.sources.get(t.lower);
}

/** "a statement from the ministry", "the ministry's statement", "a Reuters report". */
function makerOf(page: Page, actors: Actors, head: Token): Entity | undefined {
  const kids = kidsOf(page.tree, head.i);
  const owner = kids.find((k) => k.deprel === "nmod:poss");
  const maker = kids.find((k) => relationOf(k) === "nmod" && /^(?:by|from)$/.test(markOf(page.tree, k)));
  const named = kids.find((k) => relationOf(k) === "compound" && isBody(actors.at(k.i)));
  const made = kids.find((k) => k.deprel === "acl");
  for (const kid of [owner, maker, named]) {
    const e = kid === undefined ? undefined : actors.at(kid.i);
    if (e !== undefined) return e;
  }
  return made === undefined ? undefined : agentEntity(page, actors, made);
}

function isBody(e: Entity | undefined): boolean {
  return e !== undefined && e.kind !== "person" && e.kind !== "civilians" && e.kind !== "government";
}

/** "a U.S. report", "a report of the council". */
function ownerOf(page: Page, actors: Actors, head: Token): Entity | undefined {
  for (const kid of kidsOf(page.tree, head.i)) {
    const near =
      /^(?:compound|amod|flat)/.test(kid.deprel) || (relationOf(kid) === "nmod" && markOf(page.tree, kid) === "of");
    const e = near ? actors.at(kid.i) : undefined;
    if (e !== undefined) return e;
  }
  return undefined;
}

/** "citing residents" names a source, "citing privacy rules" does not. */
function citedEntity(page: Page, actors: Actors, i: number): Entity | undefined {
  const t = page.doc.tokens[i];
  if (t === undefined) return undefined;
  return kindOf(page, t) === undefined ? actors.at(i) : entityOf(page, actors, t);
}

function agentEntity(page: Page, actors: Actors, verb: Token): Entity | undefined {
  const by = kidsOf(page.tree, verb.i).find(
    (k) => relationOf(k) === "obl" && /^(?:by|from)$/.test(markOf(page.tree, k)),
  );
  return by === undefined ? undefined : actors.at(by.i);
}

function within(actors: Actors, s: Stretch | null): Entity | undefined {
  if (s === null) return undefined;
  for (let i = s.to - 1; i >= s.from && i > s.to - 12; i -= 1) {
    const e = actors.at(i);
    if (e !== undefined) return e;
  }
  return undefined;
}

function outletEntity(page: Page, actors: Actors, i: number): Entity | undefined {
  const t = page.doc.tokens[i];
  return t === undefined ? undefined : entityOf(page, actors, t);
}

/** The outlets that a speaker tells or is heard on: "told Reuters", "in an interview with Kenya Television", "carried by state media". */
export function outletsOf(page: Page, actors: Actors, draft: Draft): readonly number[] {
  const found: number[] = [];
  const look = (t: Token, depth: number): void => {
    if (found.length >= 3 || depth > 3) return;
    for (const kid of kidsOf(page.tree, t.i)) {
      if (!reaches(page, draft, kid)) continue;
      if (isOutlet(page, actors, kid)) found.push(kid.i);
      look(kid, depth + 1);
    }
  };
  const head = page.doc.tokens[draft.head];
  if (head !== undefined && draft.cue.pos === "verb") look(head, 0);
  const quoted = quotedBy(page, draft);
  const front = found.length === 0 ? frontOf(page, draft) : [];
  const outlet = front.find((t) => isOutlet(page, actors, t));
  return [...found, ...(quoted < 0 ? [] : [quoted]), ...(outlet === undefined ? [] : [outlet.i])];
}

/** The words before a source that tell how it was said ("In an interview with CNN, the general said"); none otherwise. */
function frontOf(page: Page, draft: Draft): readonly Token[] {
  const head = page.doc.tokens[draft.head];
  const sentence = head === undefined ? undefined : page.doc.sentences[head.sentence];
  if (sentence === undefined || draft.source === null || draft.cue.pos !== "verb") return [];
  const front = page.doc.tokens.slice(sentence.from, Math.min(draft.source.from, sentence.from + 20));
  if (!/^(?:in|on|at|during|speaking|writing|addressing|via|through)$/.test(front[0]?.lower ?? "")) return [];
  return front.some((t) => isChannel(page, t)) && !front.some((t) => (page.quoteAt[t.i] ?? -1) >= 0) ? front : [];
}

/** "the minister, quoted by Le Monde, said": the outlet; -1 without one. */
function quotedBy(page: Page, draft: Draft): number {
  const verb =
    draft.speaker < 0
      ? undefined
      : (kidsOf(page.tree, draft.speaker).find((k) => k.deprel === "acl" && /^(?:quote|cite)$/.test(k.lemma)) ??
        quotedAfter(page, draft.speaker));
  const by =
    verb === undefined
      ? undefined
      : kidsOf(page.tree, verb.i).find((k) => relationOf(k) === "obl" && markOf(page.tree, k) === "by");
  return by?.i ?? -1;
}

/** "a nurse quoted by the daily" where the parse hangs the participle elsewhere. */
function quotedAfter(page: Page, speaker: number): Token | undefined {
  const next = page.doc.tokens[speaker + 1];
  const by = page.doc.tokens[speaker + 2];
  return next?.xpos === "VBN" && /^(?:quote|cite)$/.test(next.lemma) && by?.lower === "by" ? next : undefined;
}

/** Ways from a verb to an outlet that stay outside what is said and who says it. */
function reaches(page: Page, draft: Draft, kid: Token): boolean {
  if (!/^(?:obj|iobj|obl|obl:agent|nmod|acl|advcl|compound)$/.test(kid.deprel)) return false;
  if (kid.deprel === "obj" && !draft.cue.frames.has("hearer")) return false;
  if (draft.source !== null && kid.i >= draft.source.from && kid.i < draft.source.to) return false;
  if (draft.content.some((s) => kid.i >= s.from && kid.i < s.to)) return false;
  const mark = markOf(page.tree, kid);
  if (/^obl|^nmod/.test(kid.deprel)) return /^(?:to|with|by|on|in|from|via|through|for|of|)$/.test(mark);
  if (kid.deprel === "advcl" || kid.deprel === "acl")
    return /^(?:carry|quote|publish|air|broadcast|cite|speak|report|release|tell|give|post|relay|distribute|talk|run)$/.test(
      kid.lemma,
    );
  return true;
}

/** "told reporters": nobody who hands it on. */
function isHearers(page: Page, t: Token): boolean {
  const found = page.data.channels.get(t.lower) ?? [];
  return t.upos === "NOUN" && found.some((c) => c.kind === "hearers" && c.words.length === 1);
}

function isOutlet(page: Page, actors: Actors, t: Token): boolean {
  if (isHearers(page, t)) return false;
  if (actors.at(t.i)?.kind === "media") return true;
  return t.upos === "NOUN" && page.data.sources.get(t.lemma.toLowerCase()) === "outlet" && actors.at(t.i) !== undefined;
}

/**
 * By which way it was said ("Twitter", "press conference"); null where the words do not tell. An outlet that is a link of
 * the chain (`via`, tokens) is none.
 */
export function channelOf(page: Page, draft: Draft, via: readonly number[]): string | null {
  if (draft.cue.pos !== "verb") return channelIn(page, draft.source);
  const head = page.doc.tokens[draft.head];
  if (head === undefined) return null;
  if (draft.cue.words[0] === "tweet" || draft.cue.words[0] === "retweet") return "Twitter";
  for (const kid of kidsOf(page.tree, head.i)) {
    const isContent = draft.content.some((s) => kid.i >= s.from && kid.i < s.to);
    if (isContent || via.includes(kid.i) || !/^(?:obl|obj|iobj|nmod|advcl)/.test(kid.deprel)) continue;
    const found = channelAt(page, kid) ?? nestedChannel(page, kid);
    if (found !== null) return found;
  }
  const paper = page.doc.tokens[draft.paper ?? -1];
  const issued = paper === undefined ? null : channelAt(page, paper);
  if (issued !== null) return issued;
  for (const t of frontOf(page, draft)) {
    const found = channelAt(page, t);
    if (found !== null) return found;
  }
  return channelIn(page, draft.source);
}

function nestedChannel(page: Page, t: Token): string | null {
  for (const kid of kidsOf(page.tree, t.i)) {
    const found = /^(?:obl|nmod|obj)/.test(kid.deprel) ? channelAt(page, kid) : null;
    if (found !== null) return found;
  }
  return null;
}

function channelAt(page: Page, t: Token): string | null {
  const list = page.data.channels.get(t.lower) ?? page.data.channels.get(t.lemma.toLowerCase()) ?? [];
  for (const c of list) {
    const from = t.i - c.words.length + 1;
    if (c.words.slice(0, -1).every((w, k) => page.doc.tokens[from + k]?.lower === w)) return c.name;
  }
  return null;
}

/** A source that is itself a channel: "a statement said", "a video showed". */
function channelIn(page: Page, s: Stretch | null): string | null {
  if (s === null) return null;
  let top: Token | undefined;
  for (let i = s.from; i < s.to && i < s.from + 40; i += 1) {
    const t = page.doc.tokens[i];
    const above = t === undefined ? undefined : headOf(page.tree, t);
    if (t !== undefined && (above === undefined || above.i < s.from || above.i >= s.to)) {
      top = t;
      break;
    }
  }
  const kind = top === undefined ? undefined : page.data.sources.get(top.lemma.toLowerCase());
  return top !== undefined && (kind === "document" || kind === "recording") ? channelAt(page, top) : null;
}

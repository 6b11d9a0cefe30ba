import type { Attribution, QuoteForm, SourceLink, Span } from "@dateline/model";
import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import { holds, type Stretch } from "../parse/tree.ts";
import { accordingDraft } from "./according.ts";
import { adjectiveDraft } from "./adjectives.ts";
import { adverbDraft } from "./adverbs.ts";
import { headlineDraft } from "./headlines.ts";
import { hitsOf } from "./hits.ts";
import { withIssuers } from "./issued.ts";
import { cueKey } from "./lexicon.ts";
import { type Actors, actorsOf, channelOf, linksOf, outletsOf, sourceEntity } from "./links.ts";
import { outersOf } from "./nest.ts";
import { carriesNoun, nounDraft } from "./nouns.ts";
import { type Draft, type Hit, type Page, pageOf, trimmed } from "./page.ts";
import { withQuotes } from "./quoted.ts";
import { asSaying } from "./quoting.ts";
import type { Saying } from "./saying.ts";
import { titleVerbDraft } from "./title-verbs.ts";
import { transcriptDraft } from "./transcript.ts";
import { verbDrafts } from "./verbs.ts";
import { handsOn, isPrinted } from "./weight.ts";

export { chainAt, type Sayings, sayingsOf, statusEffectAt } from "./chain-at.ts";
export { type AttributionData, attributionData } from "./lexicon.ts";
export type { Saying, StatusEffect } from "./saying.ts";

/** Who says what: sources, cues, contents, nesting. */
export function readAttributions(doc: Doc, ctx: Context): Doc {
  const page = pageOf(doc, ctx.attribution);
  const drafts = [...withQuotes(page, draftsOf(page))].sort((a, b) => a.head - b.head);
  const outers = outersOf(page, drafts);
  const actors = actorsOf(doc);
  const ids = idsOf(page, drafts, outers);
  const made = drafts.map((draft, n) =>
    madeOf(page, { draft, actors, id: ids[n] ?? null, outer: outerId(outers, ids, n) }),
  );
  for (const [n, { saying }] of made.entries())
    ctx.trace?.add({
      step: "attribution",
      rule: drafts[n]?.rule ?? "",
      span: saying.cue,
      gave: `${saying.kind} ${saying.effect}`,
    });
  return {
    ...doc,
    attributions: made.flatMap((m) => (m.printed === null ? [] : [m.printed])),
    sayings: made.map((m) => m.saying),
  };
}

function draftsOf(page: Page): readonly Draft[] {
  const found: Draft[] = [];
  for (const s of page.doc.sentences) {
    if (s.kind === "credit" || s.kind === "dateline") continue;
    const headline = headlineDraft(page, s) ?? transcriptDraft(page, s);
    if (headline !== null) found.push(headline);
    const own: Draft[] = [];
    const taken = new Set<number>();
    for (const hit of hitsOf(page, s)) {
      if (taken.has(hit.head.i) || isParticleVerb(page, hit)) continue;
      const drafts = draftsFor(page, hit);
      if (drafts[0]?.rule === "quoted-as-saying") taken.add((asSaying(page, hit.head)?.i ?? -2) + 1);
      if (drafts.length > 0) for (const i of [hit.head.i, ...hit.rest]) taken.add(i);
      for (const draft of drafts) own.push(draft);
    }
    const title = headline === null ? titleVerbDraft(page, s, own) : null;
    if (title !== null) found.push(title);
    for (const draft of withIssuers(page, own))
      if (title === null || (draft.head !== title.head && !isUnder(title, draft))) found.push(draft);
  }
  return found;
}

/** Whether a draft took the verb of a headline for a part of its own source ("Kano denies" as the one who plans). */
function isUnder(title: Draft, draft: Draft): boolean {
  return draft.source !== null && holds(draft.source, title.head);
}

/** "carry out", "back off": another verb than the bare one. */
function isParticleVerb(page: Page, { cue, head, rest }: Hit): boolean {
  if (cue.pos !== "verb" || rest.length > 0) return false;
  const next = page.doc.tokens[head.i + 1];
  return next !== undefined && next.head === head.i && (next.deprel === "compound:prt" || next.xpos === "RP");
}

function draftsFor(page: Page, hit: Hit): readonly Draft[] {
  switch (hit.cue.pos) {
    case "verb":
      return verbDrafts(page, hit).filter((d) => d.frame !== "np" || !carriesNoun(page, hit.head));
    case "noun":
      return listOf(nounDraft(page, hit));
    case "adj":
      return listOf(adjectiveDraft(page, hit));
    case "adv":
      return listOf(adverbDraft(page, hit));
    case "prep":
      return listOf(accordingDraft(page, hit));
    default:
      return hit.cue.pos satisfies never;
  }
}

function listOf(draft: Draft | null): readonly Draft[] {
  return draft === null ? [] : [draft];
}

/** Ids of those that the reading shows; null for those that only bear on status and chains. */
function idsOf(page: Page, drafts: readonly Draft[], outers: readonly number[]): readonly (string | null)[] {
  let count = 0;
  return drafts.map((d, n) => {
    const outer = drafts[outers[n] ?? -1];
    if (!isPrinted(page, d, outer)) return null;
    count += 1;
    return `s${count}`;
  });
}

/** The nearest attribution around that the reading shows. */
function outerId(outers: readonly number[], ids: readonly (string | null)[], n: number): string | null {
  let at = outers[n] ?? -1;
  for (let step = 0; at >= 0 && step < 8; step += 1) {
    const id = ids[at];
    if (id !== null && id !== undefined) return id;
    at = outers[at] ?? -1;
  }
  return null;
}

interface Making {
  readonly draft: Draft;
  readonly actors: Actors;
  readonly id: string | null;
  readonly outer: string | null;
}

function madeOf(page: Page, { draft, actors, id, outer }: Making): { printed: Attribution | null; saying: Saying } {
  const form = formOf(page, draft);
  const content = draft.content.map((s) => spanOf(page, trimmed(page, s))).filter((s) => s.end > s.start);
  const cue = spanOf(page, draft.words);
  const via = [...draft.via, ...outletsOf(page, actors, draft)];
  const channel = channelOf(page, draft, via);
  const links: readonly SourceLink[] = handsOn(draft)
    ? linksOf(page, actors, { ...draft, via }, { form, channel, id })
    : [];
  const source = draft.source === null ? null : spanOf(page, trimmed(page, draft.source));
  const entity = draft.speaker < 0 ? null : (sourceEntity(page, actors, draft)?.id ?? null);
  return {
    printed:
      id === null
        ? null
        : {
            id,
            source: source !== null && source.end > source.start ? source : null,
            cue,
            content,
            entity,
            form,
            channel,
            outer,
          },
    saying: {
      id,
      kind: draft.cue.kind,
      strength: draft.cue.strength,
      effect: draft.effect,
      negated: draft.negated,
      rule: draft.rule,
      frame: draft.frame,
      head: draft.head,
      speaker: draft.speaker,
      form,
      cue,
      content,
      links,
      outer,
      spared: sparedBy(page, draft),
    },
  };
}

/** "refused the demand for their release": the demand was made; what it asks for is refused. */
function sparedBy(page: Page, d: Draft): Span | null {
  const [first] = d.content;
  if (d.cue.kind !== "rejects" || d.frame !== "np" || first === undefined) return null;
  for (let i = first.from; i < first.to; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || (t.head >= first.from && t.head < first.to)) continue;
    return page.data.cues.has(cueKey("noun", t.lemma.toLowerCase())) ? { start: t.start, end: t.end } : null;
  }
  return null;
}

function spanOf(page: Page, s: Stretch): Span {
  const { tokens } = page.doc;
  const [first, last] = [tokens[s.from], tokens[s.to - 1]];
  return first === undefined || last === undefined || s.to <= s.from
    ? { start: 0, end: 0 }
    : { start: first.start, end: last.end };
}

/** Direct where every word stands in quotation marks, mixed where some do. */
function formOf(page: Page, draft: Draft): QuoteForm {
  let inside = 0;
  let outside = 0;
  for (const s of draft.content)
    for (let i = s.from; i < s.to; i += 1) {
      if (!/[\p{L}\p{N}]/u.test(page.doc.tokens[i]?.text ?? "")) continue;
      if ((page.quoteAt[i] ?? -1) >= 0) inside += 1;
      else if (page.doc.tokens[i]?.lower !== "that") outside += 1;
    }
  if (inside === 0) return "indirect";
  return outside === 0 ? "direct" : "mixed";
}

import type { SourceLink, Span, Status } from "@dateline/model";
import type { Doc } from "../doc.ts";
import type { Saying, StatusEffect } from "./saying.ts";

const MOST_LINKS = 5;
const NOTHING: StatusEffect = { status: null, evidence: [] };

/** Chains and effects of a report's sayings; build it once for a report. */
export interface Sayings {
  /** From who first says so to the one the publisher heard it from; empty in the publisher's own voice. */
  readonly chainAt: (span: Span) => readonly SourceLink[];
  /** What the words around do to the status of a deed told here. */
  readonly statusEffectAt: (span: Span) => StatusEffect;
  /** The sayings that hold a span, the innermost first. */
  readonly around: (span: Span) => readonly Saying[];
}

interface Piece extends Span {
  readonly saying: Saying;
}

/** Look-ups over the sayings of a report. */
export function sayingsOf(doc: Doc): Sayings {
  const pieces = piecesOf(doc.sayings ?? []);
  const reach = reachOf(pieces);
  const around = (span: Span): readonly Saying[] => holding(pieces, reach, span);
  return {
    around,
    chainAt: (span) => chainOf(around(span)),
    statusEffectAt: (span) => effectOf(around(span).filter((s) => bearsOn(doc, s, span))),
  };
}

/** Whether what a saying does to its content reaches a deed told there: "whether it stemmed from the indictment" takes that for granted. */
function bearsOn(doc: Doc, saying: Saying, span: Span): boolean {
  if (saying.spared !== null && saying.spared.start <= span.start && span.end <= saying.spared.end) return false;
  return saying.frame !== "wh" || !/\bthe $/i.test(doc.text.slice(Math.max(0, span.start - 5), span.start));
}

/** The source chain of a stretch of text. Looking up many, use `sayingsOf`. */
export function chainAt(doc: Doc, span: Span): readonly SourceLink[] {
  return sayingsOf(doc).chainAt(span);
}

/** What the cues around a stretch of text do to the status of what it tells. Looking up many, use `sayingsOf`. */
export function statusEffectAt(doc: Doc, span: Span): StatusEffect {
  return sayingsOf(doc).statusEffectAt(span);
}

function piecesOf(sayings: readonly Saying[]): readonly Piece[] {
  return sayings
    .flatMap((saying) => saying.content.map((s) => ({ saying, start: s.start, end: s.end })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The furthest end among the pieces up to each: tells how far back one has to look. */
function reachOf(pieces: readonly Piece[]): readonly number[] {
  let furthest = 0;
  return pieces.map((p) => {
    furthest = Math.max(furthest, p.end);
    return furthest;
  });
}

function holding(pieces: readonly Piece[], reach: readonly number[], span: Span): readonly Saying[] {
  let at = lastStarting(pieces, span.start);
  const found: Piece[] = [];
  for (let steps = 0; at >= 0 && (reach[at] ?? 0) >= span.end && steps < 400; at -= 1, steps += 1) {
    const p = pieces[at];
    if (p !== undefined && p.start <= span.start && span.end <= p.end) found.push(p);
  }
  return found
    .sort((a, b) => size(a.saying) - size(b.saying))
    .map((p) => p.saying)
    .filter((s, i, all) => all.indexOf(s) === i);
}

function lastStarting(pieces: readonly Piece[], start: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((pieces[mid]?.start ?? 0) <= start) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

function size(s: Saying): number {
  return s.content.reduce((sum, c) => sum + c.end - c.start, 0);
}

function chainOf(around: readonly Saying[]): readonly SourceLink[] {
  const chain: SourceLink[] = [];
  for (const saying of around)
    for (const link of saying.links)
      if (chain.length < MOST_LINKS && !chain.some((l) => l.entity === link.entity)) chain.push(link);
  return chain;
}

/** A denial anywhere wins, else the innermost word that does something. */
function effectOf(around: readonly Saying[]): StatusEffect {
  const denial = around.find((s) => s.effect === "denied");
  const nearest =
    denial ??
    around.find((s) => s.effect !== "none" && s.effect !== "happened") ??
    around.find((s) => s.effect !== "none");
  if (nearest === undefined) return NOTHING;
  return { status: statusOf(nearest), evidence: [nearest.cue] };
}

function statusOf(s: Saying): Status | null {
  return s.effect === "none" ? null : s.effect;
}

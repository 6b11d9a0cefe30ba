import { type Claim, COUNTED, type Counted, type CountRange, type SourceLink, type Span } from "@dateline/model";
import { confidenceOf, featuresOf } from "./confidence.ts";
import { notesOf } from "./notes.ts";
import type { Party } from "./parties.ts";
import { type Telling, triggerSpan } from "./telling.ts";
import { branch, relation } from "./tree.ts";
import type { View } from "./view.ts";

export interface ClaimParts {
  readonly id: string;
  readonly event: string;
  readonly sources: readonly SourceLink[];
}

/** The claim of a telling: every value with its words. */
export function claimOf(view: View, t: Telling, parts: ClaimParts): Claim {
  const trigger = triggerSpan(t.trigger);
  const heading = view.sentenceOf(t.trigger.head)?.kind === "heading";
  return {
    id: parts.id,
    event: parts.event,
    span: clauseSpan(view, t, trigger),
    trigger,
    type: t.trigger.type,
    mode: t.mode,
    context: t.contexts,
    agents: ids(t.agents),
    targets: ids(t.targets),
    instruments: t.instruments,
    place: t.place?.value.id ?? null,
    time: timeOf(t),
    status: t.status.value,
    sources: parts.sources,
    counts: ranges(t),
    evidence: evidenceOf(t, trigger),
    confidence: confidenceOf(featuresOf(t, { sourced: parts.sources.length > 0, heading })),
    notes: notesOf(t),
  };
}

/** A time that is told but cannot be resolved is no value: its words stay in the evidence, and a note says so. */
function timeOf({ time }: Telling): Claim["time"] {
  if (time === null || time.value.value === null) return null;
  return { id: time.value.id, value: time.value.value };
}

function ids(parties: readonly Party[]): readonly string[] {
  return parties.map((p) => p.entity.id);
}

function ranges(t: Telling): Partial<Record<Counted, CountRange>> {
  const out: Partial<Record<Counted, CountRange>> = {};
  for (const kind of COUNTED) {
    const amount = t.counts[kind];
    if (amount !== undefined) out[kind] = amount.value;
  }
  return out;
}

function evidenceOf(t: Telling, trigger: Span): Claim["evidence"] {
  const merged = t.trigger.merged.map((m) => triggerSpan(m));
  return {
    type: [trigger, ...merged],
    agents: t.agents.map((p) => p.words),
    targets: t.targets.map((p) => p.words),
    place: t.place?.words ?? [],
    time: t.time?.words ?? [],
    status: t.status.words,
    counts: Object.values(t.counts).flatMap((c) => c.words),
  };
}

/** The clause that tells it: the trigger's branch without clauses of their own, within the sentence. */
function clauseSpan(view: View, t: Telling, trigger: Span): Span {
  const root = t.trigger.frame?.verb ?? t.trigger.nounFrame?.standing ?? t.trigger.head;
  const own = branch(
    view.tree,
    root,
    (k) =>
      relation(k) === "parataxis" ||
      relation(k) === "advcl" ||
      k.deprel === "punct" ||
      (relation(k) === "conj" && k.upos === "VERB"),
  );
  const same = own.filter((k) => k.sentence === t.trigger.head.sentence);
  const start = Math.min(trigger.start, ...same.map((k) => k.start));
  const end = Math.max(trigger.end, ...same.map((k) => k.end));
  return { start, end };
}

import type { Claim, Decision, EvidenceField, HandClaim, Span } from "@dateline/model";
import { EVIDENCE_FIELDS, wordsOf } from "@dateline/model";
import { handClaimId } from "../record-id.ts";
import type { ToldClaim } from "../told-claim.ts";

/** What of a report its claims carry. */
export interface ToldReport {
  readonly version: number;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string;
}

/** The claim that a person added with this decision, as its report tells it. */
export function handTold(decision: Decision, hand: HandClaim, report: ToldReport): ToldClaim {
  const { text, ...from } = report;
  const { type, mode, status, agents, targets, place, time, counts, chain } = hand;
  const id = handClaimId(decision.id);
  const claim = claimOf(id, hand);
  const words = (field: EvidenceField): readonly string[] => claim.evidence[field].map((s) => wordsOf(text, s));
  return {
    id,
    report: hand.report,
    ...from,
    learned: decision.at,
    ...{ type, mode, context: [], status, agents, targets, instruments: [], place, time, counts, chain },
    quote: wordsOf(text, hand.span),
    trigger: wordsOf(text, hand.trigger),
    words: Object.fromEntries(EVIDENCE_FIELDS.map((f) => [f, words(f)])) as ToldClaim["words"],
    confidence: 1,
    claim,
  };
}

/** Its actors and places are of no reading, so that it names none of a reading's ids. */
function claimOf(id: string, hand: HandClaim): Claim {
  const { span, trigger, type, mode, status, counts, time, evidence } = hand;
  const spans = (field: EvidenceField): readonly Span[] => evidence[field] ?? (field === "type" ? [trigger] : []);
  return {
    id,
    event: id,
    ...{ span, trigger, type, mode, status, counts },
    context: [],
    agents: [],
    targets: [],
    instruments: [],
    place: null,
    time: time === null ? null : { id: null, value: time.value },
    sources: [],
    evidence: Object.fromEntries(EVIDENCE_FIELDS.map((f) => [f, spans(f)])) as Claim["evidence"],
    confidence: 1,
    notes: [],
  };
}

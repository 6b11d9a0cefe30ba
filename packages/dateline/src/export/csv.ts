import { type ActorRef, COUNTED, type CountRange, type RecordClaim, type RecordEvent } from "@dateline/model";
import type { RecordStore } from "../store/record-store.ts";
import { type Cell, csvLine } from "./csv-text.ts";
import { type ExportOptions, type Stamp, stampOf } from "./export-options.ts";

interface Row {
  readonly event: RecordEvent;
  readonly claim: RecordClaim;
  readonly stamp: Stamp;
}

type Column = readonly [name: string, value: (row: Row) => Cell];

/** The value that the policy chose for the event; then what one claim tells, in whose words, and by which chain. */
const COLUMNS: readonly Column[] = [
  ["dateline_id", (r) => r.event.id],
  ["asof", (r) => r.stamp.asof],
  ["policy", (r) => r.stamp.policy],
  ["n_reports", (r) => r.event.reports],
  ["n_stories", (r) => r.event.stories],
  ["n_independent", (r) => r.event.independent],
  ["disputed", (r) => r.event.disputed.join("; ")],
  ["event_judgement", (r) => r.event.judgement],
  ["event_title", (r) => r.event.title],
  ["event_type", (r) => r.event.type],
  ["event_mode", (r) => r.event.mode],
  ["event_status", (r) => r.event.status],
  ["event_date_start", (r) => r.event.time?.earliest ?? null],
  ["event_date_end", (r) => r.event.time?.latest ?? null],
  ["event_agents", (r) => r.event.agents.join("; ")],
  ["event_targets", (r) => r.event.targets.join("; ")],
  ["event_country", (r) => r.event.place?.country ?? null],
  ["event_place", (r) => r.event.place?.name ?? null],
  ["event_place_level", (r) => r.event.place?.level ?? null],
  ["latitude", (r) => r.event.place?.lat ?? null],
  ["longitude", (r) => r.event.place?.lon ?? null],
  ...COUNTED.flatMap((c): readonly Column[] => [
    [`event_${c}_min`, (r) => bound(r.event.counts[c], 0)],
    [`event_${c}_max`, (r) => bound(r.event.counts[c], 1)],
  ]),
  ["claim_id", (r) => r.claim.id],
  ["report_id", (r) => r.claim.report],
  ["report_version", (r) => r.claim.version],
  ["story_id", (r) => r.claim.story],
  ["publisher", (r) => r.claim.publisher],
  ["published", (r) => r.claim.published],
  ["learned", (r) => r.claim.learned],
  ["title", (r) => r.claim.title],
  ["url", (r) => r.claim.url],
  ["origin", (r) => originName(r)],
  ["origin_independent", (r) => originOf(r)?.independent ?? null],
  ["source_chain", (r) => chainOf(r.claim)],
  ["claim_status", (r) => r.claim.status],
  ["claim_type", (r) => r.claim.type],
  ["claim_mode", (r) => r.claim.mode],
  ["claim_agents", (r) => names(r.claim.agents)],
  ["claim_targets", (r) => names(r.claim.targets)],
  ["claim_place", (r) => r.claim.place?.name ?? null],
  ["claim_time", (r) => r.claim.time?.value ?? null],
  ...COUNTED.flatMap((c): readonly Column[] => [
    [`claim_${c}_min`, (r) => bound(r.claim.counts[c], 0)],
    [`claim_${c}_max`, (r) => bound(r.claim.counts[c], 1)],
  ]),
  ["claim_confidence", (r) => r.claim.confidence],
  ["claim_judgement", (r) => r.claim.judgement],
  ["quote", (r) => r.claim.quote],
  ["span_start", (r) => r.claim.claim.span.start],
  ["span_end", (r) => r.claim.claim.span.end],
  ["words_type", (r) => r.claim.words.type.join(" | ")],
  ["words_agents", (r) => r.claim.words.agents.join(" | ")],
  ["words_targets", (r) => r.claim.words.targets.join(" | ")],
  ["words_place", (r) => r.claim.words.place.join(" | ")],
  ["words_time", (r) => r.claim.words.time.join(" | ")],
  ["words_counts", (r) => r.claim.words.counts.join(" | ")],
];

/** One row for each claim of each event. */
export async function* exportCsv(record: RecordStore, options: ExportOptions = {}): AsyncGenerator<string> {
  const stamp = await stampOf(record, options);
  yield csvLine(COLUMNS.map(([name]) => name));
  for await (const event of record.allEvents(options)) {
    yield event.members.map((claim) => csvLine(COLUMNS.map(([, value]) => value({ event, claim, stamp })))).join("");
  }
}

/** "Florence Parly → Reuters → Voice of America": from who first says so to the publisher. */
function chainOf(claim: RecordClaim): string {
  const links = claim.chain.map((l) => (l.channel === null ? l.name : `${l.name} (${l.channel})`));
  return [...links, claim.publisher ?? "unknown publisher"].join(" → ");
}

function originOf({ event, claim }: Row): RecordEvent["origins"][number] | undefined {
  return event.origins.find((o) => o.id === claim.origin);
}

function originName(row: Row): string | null {
  return originOf(row)?.name ?? null;
}

function names(actors: readonly ActorRef[]): string {
  return actors.map((a) => a.name).join("; ");
}

function bound(range: CountRange | undefined, i: 0 | 1): number | null {
  return range?.[i] ?? null;
}

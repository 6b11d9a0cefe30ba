import type {
  ActorRef,
  ChainLink,
  Claim,
  Entity,
  EvidenceField,
  Place,
  PlaceRef,
  Reading,
  RecordClaim,
  SourceLink,
  Span,
  TimeRef,
} from "@dateline/model";
import { EVIDENCE_FIELDS, wordsOf } from "@dateline/model";
import { claimIds } from "./record-id.ts";

/** A claim as its report tells it: what of a {@link RecordClaim} does not hang on other reports or on decisions. */
export type ToldClaim = Omit<RecordClaim, "event" | "origin" | "story" | "judgement">;

/** Where in the record a reading stands. */
export interface Standing {
  readonly report: string;
  readonly version: number;
  /** ISO 8601 instant. */
  readonly learned: string;
}

/** The claims of a reading with names, places, times, chains and words resolved, in the reading's order. */
export function toldClaims(reading: Reading, at: Standing): readonly ToldClaim[] {
  const ids = claimIds(at.report, reading.report.sha256, reading.claims);
  const look = lookUps(reading);
  const { publisher, title, url, published, text } = reading.report;
  return reading.claims.map((claim, i): ToldClaim => {
    const words = (spans: readonly Span[]): readonly string[] => spans.map((s) => wordsOf(text, s));
    return {
      id: ids[i] ?? "",
      ...at,
      publisher,
      title,
      url,
      published,
      type: claim.type,
      mode: claim.mode,
      context: claim.context,
      status: claim.status,
      agents: look.actors(claim.agents),
      targets: look.actors(claim.targets),
      instruments: words(claim.instruments),
      place: look.place(claim.place),
      time: look.time(claim),
      counts: claim.counts,
      chain: claim.sources.flatMap(look.link),
      quote: wordsOf(text, claim.span),
      trigger: wordsOf(text, claim.trigger),
      words: Object.fromEntries(EVIDENCE_FIELDS.map((f) => [f, words(claim.evidence[f])])) as Record<
        EvidenceField,
        readonly string[]
      >,
      confidence: claim.confidence,
      claim,
    };
  });
}

interface LookUps {
  readonly actors: (ids: readonly string[]) => readonly ActorRef[];
  readonly place: (id: string | null) => PlaceRef | null;
  readonly time: (claim: Claim) => TimeRef | null;
  readonly link: (source: SourceLink) => readonly ChainLink[];
}

function lookUps(reading: Reading): LookUps {
  const entities = new Map(reading.entities.map((e) => [e.id, e]));
  const places = new Map(reading.places.map((p) => [p.id, p]));
  const times = new Map(reading.times.map((t) => [t.id, t]));
  return {
    actors: (ids) => ids.flatMap((id) => refOf(entities.get(id))),
    place: (id) => placeRef(id === null ? undefined : places.get(id)),
    time: (claim) => timeRef(claim, claim.time?.id == null ? undefined : times.get(claim.time.id)),
    link: (source) => {
      const e = entities.get(source.entity);
      return e === undefined
        ? []
        : [{ name: e.name, kind: e.kind, form: source.form, channel: source.channel, named: isNamed(e) }];
    },
  };
}

function refOf(e: Entity | undefined): readonly ActorRef[] {
  if (e === undefined) return [];
  const { name, kind, country, codes } = e;
  return [{ name, kind, country, actor: e.link?.actor ?? null, codes }];
}

function isNamed(e: Entity): boolean {
  return e.link !== null || e.mentions.some((m) => m.form === "name");
}

function placeRef(p: Place | undefined): PlaceRef | null {
  if (p === undefined) return null;
  const { name, country, level, lat, lon, radiusKm, geonames } = p;
  return { name, country, level, lat, lon, radiusKm, geonames };
}

function timeRef(
  claim: Claim,
  t: { readonly earliest: string | null; readonly latest: string | null } | undefined,
): TimeRef | null {
  if (claim.time === null) return null;
  const { value } = claim.time;
  const day = value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  return { value, earliest: t?.earliest ?? day, latest: t?.latest ?? day };
}

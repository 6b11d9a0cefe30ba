import {
  type Claim,
  COUNTED,
  type EvidenceField,
  type FieldContent,
  type FieldName,
  type Reading,
  type RecordClaim,
} from "@dateline/model";
import { contentText } from "../decide/action-text.ts";

/** A field of a claim as a page shows it. */
export interface FieldShown {
  readonly field: FieldName;
  readonly text: string;
  readonly content: FieldContent | null;
  /** Whose words light up for it. */
  readonly words: EvidenceField;
  /** A person set it in place of what was read. */
  readonly isSet: boolean;
}

const WORDS: Readonly<Partial<Record<FieldName, EvidenceField>>> = {
  type: "type",
  mode: "type",
  status: "status",
  agents: "agents",
  targets: "targets",
  place: "place",
  time: "time",
};

/** The fields of a claim that have a value, in the order in which people read them. */
export function claimFields(reading: Reading, claim: Claim, member: RecordClaim | undefined): readonly FieldShown[] {
  const now = member === undefined ? readContents(reading, claim) : contentsOf(member);
  const isRead = reading.claims.some((c) => c.id === claim.id);
  const read = readContents(reading, claim);
  const shown = [...now].map(
    ([field, content]): FieldShown => ({
      field,
      text: contentText(content),
      content,
      words: WORDS[field] ?? "counts",
      isSet: isRead && shownText(content) !== shownText(read.get(field) ?? null),
    }),
  );
  return now.has("time") || claim.evidence.time.length === 0 ? shown : [...shown, unresolved(reading, claim)];
}

/** A time that could not be resolved is shown by its words. */
function unresolved(reading: Reading, claim: Claim): FieldShown {
  const words = claim.evidence.time.map((s) => `“${reading.report.text.slice(s.start, s.end)}”`).join(" ");
  return { field: "time", text: `${words} unresolved`, content: null, words: "time", isSet: false };
}

/** The fields that have no value yet. */
export function fieldsToAdd(reading: Reading, claim: Claim, member: RecordClaim): readonly FieldName[] {
  const there = new Set(claimFields(reading, claim, member).map((f) => f.field));
  const all: readonly FieldName[] = [
    "agents",
    "targets",
    "place",
    "time",
    "mode",
    ...COUNTED.map((c): FieldName => `counts.${c}`),
  ];
  return all.filter((f) => !there.has(f));
}

type Contents = ReadonlyMap<FieldName, FieldContent>;

function contentsOf(
  claim: Pick<RecordClaim, "type" | "mode" | "status" | "agents" | "targets" | "place" | "time" | "counts">,
): Contents {
  const out = new Map<FieldName, FieldContent>();
  if (claim.agents.length > 0) out.set("agents", { kind: "actors", actors: claim.agents });
  if (claim.targets.length > 0) out.set("targets", { kind: "actors", actors: claim.targets });
  if (claim.place !== null) out.set("place", { kind: "place", place: claim.place });
  if (claim.time !== null) out.set("time", { kind: "time", time: claim.time });
  for (const c of COUNTED) {
    const range = claim.counts[c];
    if (range !== undefined) out.set(`counts.${c}`, { kind: "count", range });
  }
  out.set("status", { kind: "status", status: claim.status });
  out.set("type", { kind: "word", word: claim.type });
  if (claim.mode !== null) out.set("mode", { kind: "word", word: claim.mode });
  return out;
}

/** What the reading tells, resolved as the record resolves it. */
function readContents(reading: Reading, claim: Claim): Contents {
  const entities = new Map(reading.entities.map((e) => [e.id, e]));
  const actors = (ids: readonly string[]): RecordClaim["agents"] =>
    ids.flatMap((id) => {
      const e = entities.get(id);
      return e === undefined
        ? []
        : [{ name: e.name, kind: e.kind, country: e.country, actor: e.link?.actor ?? null, codes: e.codes }];
    });
  const place = reading.places.find((p) => p.id === claim.place) ?? null;
  const time = claim.time === null ? null : { value: claim.time.value, earliest: null, latest: null };
  return contentsOf({ ...claim, agents: actors(claim.agents), targets: actors(claim.targets), place, time });
}

function shownText(content: FieldContent | null): string {
  return content === null ? "" : contentText(content);
}

import type { FieldContent, FieldName, FieldValue } from "@dateline/model";
import { COUNTED } from "@dateline/model";
import { folded } from "../fold-text.ts";
import { actorKey } from "../match/telling.ts";
import type { OriginedClaim } from "../origin/origins.ts";
import { labelOf } from "./label.ts";

export const FIELD_NAMES: readonly FieldName[] = [
  "type",
  "mode",
  "status",
  "agents",
  "targets",
  "place",
  "time",
  ...COUNTED.map((c) => `counts.${c}` as const),
];

/** What one claim tells of a field; undefined where it tells nothing of it. */
export function told(c: OriginedClaim["claim"], field: FieldName): FieldContent | undefined {
  switch (field) {
    case "type":
      return { kind: "word", word: c.type };
    case "mode":
      return c.mode === null ? undefined : { kind: "word", word: c.mode };
    case "status":
      return { kind: "status", status: c.status };
    case "agents":
      return c.agents.length === 0 ? undefined : { kind: "actors", actors: c.agents };
    case "targets":
      return c.targets.length === 0 ? undefined : { kind: "actors", actors: c.targets };
    case "place":
      return c.place === null ? undefined : { kind: "place", place: c.place };
    case "time":
      return c.time === null || c.time.value === null ? undefined : { kind: "time", time: c.time };
    default: {
      const range = c.counts[field.slice("counts.".length) as keyof typeof c.counts];
      return range === undefined ? undefined : { kind: "count", range };
    }
  }
}

/** The told values of a field, each with its origins and claims; in the order in which they were first said. */
export function fieldValues(claims: readonly OriginedClaim[], field: FieldName): readonly FieldValue[] {
  const groups = new Map<string, { readonly content: FieldContent; readonly from: OriginedClaim[] }>();
  for (const c of [...claims].sort(bySaid)) {
    const content = told(c.claim, field);
    if (content === undefined) continue;
    const key = contentKey(content);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { content, from: [c] });
    else group.from.push(c);
  }
  return [...groups.values()].map(({ content, from }) => valueFrom(content, from));
}

function valueFrom(content: FieldContent, from: readonly OriginedClaim[]): FieldValue {
  const dates = from.flatMap((c) => (c.claim.published === null ? [] : [c.claim.published])).sort();
  return {
    content,
    label: labelOf(content),
    origins: [...new Set(from.map((c) => c.origin.id))].sort(),
    claims: from.map((c) => c.claim.id),
    firstSaid: dates[0] ?? null,
    lastSaid: dates.at(-1) ?? null,
  };
}

function bySaid(x: OriginedClaim, y: OriginedClaim): number {
  const [a, b] = [x.claim.published ?? "9999", y.claim.published ?? "9999"];
  return a !== b ? (a < b ? -1 : 1) : x.claim.id < y.claim.id ? -1 : 1;
}

/** Two values with the same key are the same value. */
export function contentKey(content: FieldContent): string {
  switch (content.kind) {
    case "word":
      return content.word;
    case "status":
      return content.status;
    case "actors":
      return content.actors.map(actorKey).sort().join("\n");
    case "place":
      return content.place.geonames === null
        ? `${content.place.country ?? ""} ${folded(content.place.name)}`
        : String(content.place.geonames);
    case "time":
      return `${content.time.earliest ?? ""} ${content.time.latest ?? ""} ${content.time.earliest === null ? content.time.value : ""}`;
    case "count":
      return content.range.join(" ");
    default:
      return content satisfies never;
  }
}

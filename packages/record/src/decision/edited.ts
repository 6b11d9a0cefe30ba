import type { Counted, FieldContent, FieldName } from "@dateline/model";
import type { ToldClaim } from "../told-claim.ts";
import { settledActor, settledPlace } from "./same-names.ts";
import type { Edit, Settled } from "./settled.ts";

/** A claim as people settled it: names that they took for one made one, values that they set in place of the read ones. */
export function settledClaim(claim: ToldClaim, settled: Pick<Settled, "editsOf" | "actors" | "places">): ToldClaim {
  const edits = settled.editsOf.get(claim.id) ?? [];
  return edited(named(claim, settled), edits);
}

function named(claim: ToldClaim, { actors, places }: Pick<Settled, "actors" | "places">): ToldClaim {
  const whose = actors.group.size > 0 || actors.parted.size > 0;
  const where = claim.place !== null && (places.group.size > 0 || places.parted.size > 0);
  if (!whose && !where) return claim;
  return {
    ...claim,
    ...(whose && {
      agents: claim.agents.map((a) => settledActor(a, actors)),
      targets: claim.targets.map((a) => settledActor(a, actors)),
    }),
    ...(where && claim.place !== null && { place: settledPlace(claim.place, places) }),
  };
}

/** A claim with the values that people set in place of the read ones. */
export function edited(claim: ToldClaim, edits: readonly Edit[]): ToldClaim {
  return edits
    .filter((e) => e.of === "claim" && e.claim === claim.id)
    .reduce((c, e) => withValue(c, e.field, e.value), claim);
}

function withValue(claim: ToldClaim, field: FieldName, value: FieldContent | null): ToldClaim {
  if (value === null) return without(claim, field);
  switch (value.kind) {
    case "word":
      return field === "mode"
        ? { ...claim, mode: value.word as ToldClaim["mode"] }
        : { ...claim, type: value.word as ToldClaim["type"] };
    case "status":
      return { ...claim, status: value.status };
    case "actors":
      return field === "agents" ? { ...claim, agents: value.actors } : { ...claim, targets: value.actors };
    case "place":
      return { ...claim, place: value.place };
    case "time":
      return { ...claim, time: value.time };
    case "count":
      return { ...claim, counts: { ...claim.counts, [countedIn(field)]: value.range } };
    default:
      return value satisfies never;
  }
}

/** A type and a status cannot be taken away, only set. */
function without(claim: ToldClaim, field: FieldName): ToldClaim {
  switch (field) {
    case "type":
    case "status":
      return claim;
    case "mode":
    case "place":
    case "time":
      return { ...claim, [field]: null };
    case "agents":
    case "targets":
      return { ...claim, [field]: [] };
    default: {
      const gone = countedIn(field);
      return { ...claim, counts: Object.fromEntries(Object.entries(claim.counts).filter(([k]) => k !== gone)) };
    }
  }
}

function countedIn(field: FieldName): Counted {
  return field.slice("counts.".length) as Counted;
}

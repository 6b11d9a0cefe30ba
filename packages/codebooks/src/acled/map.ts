import type { PlaceRef, RecordEvent } from "@dateline/model";
import { type Cell, type Codebook, type Coded, leftOut, type Reason } from "../codebook.ts";
import { countryName } from "../country-name.ts";
import { actorsOf, claimsFor, fieldOf, leastOf } from "../field-of.ts";
import { isoNumeric } from "../iso-numeric.ts";
import { middleOf, type When, whenOf } from "../when.ts";
import { type AcledActor, acledActor, interaction } from "./actor.ts";
import { ACLED_COLUMNS } from "./columns.ts";
import { subEventOf } from "./sub-event.ts";

/** Events in the shape of ACLED's table: the lowest reported toll, one day, one place, one pair of actors. */
export const acled: Codebook = { name: "acled", policy: "acled-lowest", columns: ACLED_COLUMNS, map: toAcled };

function toAcled(event: RecordEvent): Coded {
  if (event.status !== "happened" && event.status !== "ongoing")
    return leftOut(event, `ACLED codes what happened; this is told as ${event.status}`);
  const sub = subEventOf(event);
  if ("none" in sub) return leftOut(event, sub.none);
  const date = dateOf(whenOf(event.time));
  if (date === undefined) return leftOut(event, "no date within a month");
  const place = placeOf(event.place, sub.type);
  if (place === undefined) return leftOut(event, "no place finer than a country, with coordinates");
  const sides = sidesOf(event, sub.type);
  const row: Record<string, Cell> = {
    event_id_cnty: event.id.replace("-", ""),
    event_date: date.day,
    year: Number(date.day.slice(0, 4)),
    time_precision: date.precision,
    disorder_type: disorderType(sub.type, sub.sub),
    event_type: sub.type,
    sub_event_type: sub.sub,
    ...sides.cells,
    civilian_targeting: sides.inters.includes("Civilians") ? "Civilians targeted" : null,
    iso: isoNumeric(event.place?.country ?? null),
    region: null,
    country: countryName(event.place?.country ?? null),
    ...place.cells,
    ...sourceCells(event),
    fatalities: leastOf(event, "killed") ?? 0,
    tags: null,
    timestamp: null,
  };
  return { kind: "coded", event: event.id, row, reasons: reasonsFor(event, sub.rule, [date.rule, place.rule]) };
}

interface DateCell {
  readonly day: string;
  readonly precision: 1 | 2 | 3;
  readonly rule: string;
}

function dateOf(when: When | undefined): DateCell | undefined {
  if (when === undefined || when.days > 31) return undefined;
  if (when.days === 1) return { day: when.first, precision: 1, rule: "an exact day" };
  if (when.days <= 7) return { day: middleOf(when), precision: 2, rule: "within a week: its middle day" };
  return { day: middleOf(when), precision: 3, rule: "within a month: its middle day" };
}

/** Kilometres up to which a region counts as a small area around a town. */
const SMALL = 50;

function placeOf(
  place: PlaceRef | null,
  type: string,
): { readonly cells: Readonly<Record<string, Cell>>; readonly rule: string } | undefined {
  if (place === null || place.lat === null || place.lon === null) return undefined;
  const wide = place.level === "country" || place.level === "region";
  if (wide && type !== "Strategic developments") return undefined;
  const exact = place.level === "city" || place.level === "site";
  const precision = exact ? 1 : place.level === "admin" && (place.radiusKm ?? SMALL + 1) <= SMALL ? 2 : 3;
  const cells = {
    admin1: place.level === "admin" ? place.name : null,
    admin2: null,
    admin3: null,
    location: place.name,
    latitude: Math.round(place.lat * 10_000) / 10_000,
    longitude: Math.round(place.lon * 10_000) / 10_000,
    geo_precision: precision,
  };
  return { cells, rule: ["", "a named town or site", "a small area", "a larger region"][precision] ?? "" };
}

function sidesOf(
  event: RecordEvent,
  type: string,
): { readonly cells: Readonly<Record<string, Cell>>; readonly inters: readonly string[] } {
  const at = event.place?.country ?? null;
  const coded = (side: "agents" | "targets"): readonly AcledActor[] =>
    actorsOf(event, side).map((a) => acledActor(a, at, type));
  const street = type === "Protests" || type === "Riots";
  // What a protest is against is no side of it; who breaks it up is.
  const [own, others] = [coded("agents"), coded("targets").filter((t) => !street || t.inter.endsWith(" forces"))];
  const [first, second] = type === "Battles" && others.length === 0 ? [own.slice(0, 1), own.slice(1)] : [own, others];
  const unknown: AcledActor = {
    name: `Unidentified Armed Group (${countryName(at) ?? "unknown country"})`,
    inter: "Political militia",
  };
  const one = first[0] ?? (street ? acledActor(NOBODY, at, type) : unknown);
  const two = second[0] ?? null;
  const cells = {
    actor1: one.name,
    assoc_actor_1: joined(first.slice(1), one),
    inter1: one.inter,
    actor2: two?.name ?? null,
    assoc_actor_2: two === null ? null : joined(second.slice(1), two),
    inter2: two?.inter ?? null,
    interaction: interaction(one.inter, two?.inter ?? null),
  };
  return { cells, inters: two === null ? [] : second.map((s) => s.inter) };
}

const NOBODY = { name: "", kind: "civilians", country: null, actor: null, codes: {} } as const;

function joined(actors: readonly AcledActor[], main: AcledActor): string | null {
  const names = [...new Set(actors.map((a) => a.name))].filter((n) => n !== main.name);
  return names.length === 0 ? null : names.join("; ");
}

function sourceCells(event: RecordEvent): Readonly<Record<string, Cell>> {
  const outlets = [...new Set(event.members.map((m) => m.publisher).filter((p) => p !== null))];
  const quote = event.members[0]?.quote.replace(/\s+/g, " ") ?? "";
  return { source: outlets.join("; "), source_scale: null, notes: quote };
}

function disorderType(type: string, sub: string): string {
  if (sub === "Excessive force against protesters") return "Political violence; Demonstrations";
  if (type === "Strategic developments") return type;
  return type === "Protests" || sub === "Violent demonstration" ? "Demonstrations" : "Political violence";
}

function reasonsFor(event: RecordEvent, sub: string, [date, place]: readonly string[]): readonly Reason[] {
  const killed = fieldOf(event, "counts.killed")?.chosen;
  return [
    { column: "sub_event_type", rule: sub, claims: claimsFor(event, "type") },
    { column: "event_date", rule: date ?? "", claims: claimsFor(event, "time") },
    { column: "location", rule: place ?? "", claims: claimsFor(event, "place") },
    { column: "actor1", rule: "who did it", claims: claimsFor(event, "agents") },
    { column: "actor2", rule: "to whom", claims: claimsFor(event, "targets") },
    { column: "fatalities", rule: killed?.reason ?? "no report tells of deaths: 0", claims: killed?.claims ?? [] },
  ];
}

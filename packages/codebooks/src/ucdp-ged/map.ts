import type { ActorRef, PlaceRef, RecordEvent, ThreeNumbers } from "@dateline/model";
import { type Cell, type Codebook, type Coded, leftOut, type Reason } from "../codebook.ts";
import { countryName } from "../country-name.ts";
import { actorsOf, claimsFor, fieldOf } from "../field-of.ts";
import { type When, whenOf } from "../when.ts";
import { UCDP_COLUMNS } from "./columns.ts";

/** Events in the shape of UCDP GED's table: lethal violence by organized actors, with three numbers. */
export const ucdpGed: Codebook = { name: "ucdp-ged", policy: "ucdp-best-low-high", columns: UCDP_COLUMNS, map: toUcdp };

const STATE: ReadonlySet<ActorRef["kind"]> = new Set(["military", "police", "government"]);

function toUcdp(event: RecordEvent): Coded {
  if (event.type !== "ASSAULT") return leftOut(event, "no armed force");
  if (event.status !== "happened" && event.status !== "ongoing") return leftOut(event, `told as ${event.status}`);
  const deaths = fieldOf(event, "counts.killed")?.chosen.three;
  if (deaths == null || (deaths.high ?? deaths.best ?? 0) < 1) return leftOut(event, "no death is told");
  const violence = violenceOf(event);
  if ("none" in violence) return leftOut(event, violence.none);
  const when = whenOf(event.time);
  if (when === undefined || when.days > 366) return leftOut(event, "no date within a year");
  const { place } = event;
  if (place === null || place.lat === null || place.lon === null) return leftOut(event, "no place with coordinates");
  const row: Record<string, Cell> = {
    ...Object.fromEntries(UCDP_COLUMNS.map((c) => [c, null])),
    id: event.id,
    relid: event.id,
    year: Number(when.first.slice(0, 4)),
    code_status: event.disputed.length > 0 ? "Check disputed" : "Clear",
    type_of_violence: violence.code,
    ...sideCells(violence),
    ...sourceCells(event),
    ...placeCells(place),
    event_clarity: event.disputed.some((d) => d === "time" || d === "place" || d === "agents") ? 2 : 1,
    date_prec: datePrecision(when),
    date_start: `${when.first} 00:00:00.000`,
    date_end: `${when.last} 00:00:00.000`,
    ...deathCells(event, deaths, violence),
  };
  return { kind: "coded", event: event.id, row, reasons: reasonsFor(event, violence.rule) };
}

interface Violence {
  readonly code: 1 | 2 | 3;
  readonly a: ActorRef;
  readonly b: ActorRef | null;
  readonly rule: string;
}

/** State against a group 1, groups 2, an organized actor against civilians 3. A state stands first. */
function violenceOf(event: RecordEvent): Violence | { readonly none: string } {
  const [agents, targets] = [actorsOf(event, "agents"), actorsOf(event, "targets")];
  const organized = (all: readonly ActorRef[]): readonly ActorRef[] =>
    all.filter((a) => STATE.has(a.kind) || a.kind === "armed-group");
  const [agent, second] = organized(agents);
  if (agent === undefined) return { none: "no organized actor is told to have done it" };
  const other = organized(targets)[0] ?? (targets.length === 0 ? second : undefined);
  if (other === undefined) {
    return targets.length === 0
      ? { none: "the reports do not tell who was attacked" }
      : { code: 3, a: agent, b: null, rule: "an organized actor against people who are not armed" };
  }
  const [a, b] = STATE.has(other.kind) && !STATE.has(agent.kind) ? [other, agent] : [agent, other];
  return STATE.has(a.kind)
    ? { code: 1, a, b, rule: "a state is one side" }
    : { code: 2, a, b, rule: "both sides are organized groups, none of a state" };
}

function nameOf(actor: ActorRef): string {
  const country = countryName(actor.country);
  return STATE.has(actor.kind) && country !== null ? `Government of ${country}` : actor.name;
}

function sideCells({ a, b }: Violence): Readonly<Record<string, Cell>> {
  const [one, two] = [nameOf(a), b === null ? "Civilians" : nameOf(b)];
  return { side_a: one, side_b: two, dyad_name: `${one} - ${two}`, conflict_name: null };
}

function sourceCells(event: RecordEvent): Readonly<Record<string, Cell>> {
  const reports = [...new Map(event.members.map((m) => [m.report, m])).values()];
  const list = (value: (m: (typeof reports)[number]) => string | null): string =>
    reports.map((r) => value(r) ?? "").join(";");
  return {
    number_of_sources: reports.length,
    source_article: list((m) => [m.publisher, m.published, m.title].filter((x) => x !== null).join(", ")),
    source_office: list((m) => m.publisher),
    source_date: list((m) => m.published),
    source_headline: list((m) => m.title),
    source_original: event.origins
      .filter((o) => o.independent)
      .map((o) => o.name)
      .join(";"),
  };
}

/** Kilometres: beyond, a place is an area around a point; a region up to so wide is one of the second order. */
const NEAR = 25;
const SECOND_ORDER = 60;

function placeCells(place: PlaceRef): Readonly<Record<string, Cell>> {
  const { lat, lon } = place;
  return {
    where_prec: wherePrecision(place),
    where_coordinates: place.name,
    where_description: place.name,
    adm_1: place.level === "admin" && wherePrecision(place) === 4 ? place.name : null,
    adm_2: place.level === "admin" && wherePrecision(place) === 3 ? place.name : null,
    latitude: lat,
    longitude: lon,
    geom_wkt: `POINT (${lon} ${lat})`,
    priogrid_gid: lat === null || lon === null ? null : priogrid(lat, lon),
    country: countryName(place.country),
  };
}

function wherePrecision(place: PlaceRef): number {
  const radius = place.radiusKm ?? 0;
  switch (place.level) {
    case "site":
    case "city":
      return radius <= NEAR ? 1 : 2;
    case "admin":
      return place.radiusKm !== null && radius <= SECOND_ORDER ? 3 : 4;
    case "country":
      return 6;
    case "region":
      return place.country === null ? 7 : 5;
    default:
      return place.level satisfies never;
  }
}

/** PRIO-GRID's cell of half a degree: rows from the south pole, 720 cells a row, from 1 on. */
export function priogrid(lat: number, lon: number): number {
  const row = Math.min(359, Math.floor((lat + 90) * 2));
  const column = Math.min(719, Math.floor((lon + 180) * 2));
  return row * 720 + column + 1;
}

function datePrecision({ days }: When): number {
  if (days === 1) return 1;
  if (days <= 6) return 2;
  if (days <= 7) return 3;
  return days <= 31 ? 4 : 5;
}

/** Deaths are told for the whole event; whose they are only where one side was attacked. best = a + b + civilians + unknown. */
function deathCells(
  event: RecordEvent,
  { low, best, high }: ThreeNumbers,
  violence: Violence,
): Readonly<Record<string, Cell>> {
  const n = best ?? low ?? 0;
  const targets = actorsOf(event, "targets");
  const civilians = violence.code === 3 && targets.length > 0;
  return {
    deaths_a: 0,
    deaths_b: 0,
    deaths_civilians: civilians ? n : 0,
    deaths_unknown: civilians ? 0 : n,
    best: n,
    high: Math.max(high ?? n, n),
    low: Math.min(low ?? n, n),
  };
}

function reasonsFor(event: RecordEvent, violence: string): readonly Reason[] {
  const killed = fieldOf(event, "counts.killed")?.chosen;
  return [
    {
      column: "type_of_violence",
      rule: violence,
      claims: [...claimsFor(event, "agents"), ...claimsFor(event, "targets")],
    },
    { column: "date_start", rule: "the days told", claims: claimsFor(event, "time") },
    { column: "where_coordinates", rule: "the place told", claims: claimsFor(event, "place") },
    { column: "best", rule: killed?.reason ?? "", claims: killed?.claims ?? [] },
  ];
}

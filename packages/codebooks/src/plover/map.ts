import type { ActorRef, PlaceLevel, PlaceRef, RecordEvent } from "@dateline/model";
import { type Cell, type Codebook, type Coded, leftOut, type Reason } from "../codebook.ts";
import { countryName } from "../country-name.ts";
import { actorsOf, claimsFor } from "../field-of.ts";
import { isoAlpha3 } from "../iso-alpha3.ts";
import { whenOf } from "../when.ts";
import { PLOVER_COLUMNS } from "./columns.ts";
import { quadOf, scoreOf } from "./scores.ts";

/** Events in PLOVER's terms, in the columns of POLECAT: every type, one day, actors and recipients with their sectors. */
export const plover: Codebook = { name: "plover", policy: "most-independent", columns: PLOVER_COLUMNS, map: toPlover };

/** The manual's four auxiliary modes stand among the contexts; they say what did not simply happen. */
const AUXILIARY: Readonly<Record<RecordEvent["status"], string | null>> = {
  happened: null,
  ongoing: null,
  planned: "future",
  possible: "hypothetical",
  denied: "negation",
};

function toPlover(event: RecordEvent): Coded {
  const when = whenOf(event.time);
  if (when === undefined) return leftOut(event, "PLOVER needs a date, and none is told");
  const auxiliary = AUXILIARY[event.status];
  const contexts = [...new Set(event.members.flatMap((m) => m.context))].sort();
  const row: Record<string, Cell> = {
    "Event ID": event.id,
    "Event Date": when.first,
    "Event Type": event.type,
    "Event Mode": event.mode,
    Intensity: scoreOf(event.type, event.mode),
    "Quad Code": quadOf(event.type),
    Contexts: joined(auxiliary === null ? contexts : [...contexts, auxiliary]),
    ...sideCells("Actor", actorsOf(event, "agents")),
    ...sideCells("Recipient", actorsOf(event, "targets")),
    ...placeCells(event.place),
    ...sourceCells(event),
    Version: "PLOVER 2.0 draft",
  };
  return { kind: "coded", event: event.id, row, reasons: reasonsFor(event, when.days) };
}

/** Multi-values are joined as POLECAT joins them. */
function joined(values: readonly string[]): string | null {
  const kept = [...new Set(values)];
  return kept.length === 0 ? null : kept.join("; ");
}

function sideCells(side: "Actor" | "Recipient", actors: readonly ActorRef[]): Readonly<Record<string, Cell>> {
  const sectors = actors.map(sectorOf).filter((s) => s !== null);
  const names = joined(actors.map((a) => a.name));
  return {
    [`${side} Name`]: names,
    [`${side} Country`]: joined(actors.map((a) => countryCode(a.country)).filter((c) => c !== null)),
    [`${side} COW`]: null,
    [`Primary ${side} Sector`]: sectors[0] ?? null,
    [`${side} Sectors`]: joined(sectors),
    [`${side} Title`]: null,
    [`${side} Name Raw`]: names,
    [`Wikipedia ${side} ID`]: null,
  };
}

/** ISO 3166 alpha-3, but for Kosovo, which the manual calls KOS. */
function countryCode(alpha2: string | null): string | null {
  return alpha2 === "XK" ? "KOS" : isoAlpha3(alpha2);
}

/** The sector behind the country of a CAMEO code: "FRAMIL" and "MIL" are MIL. */
function sectorOf({ codes, kind }: ActorRef): string | null {
  const code = codes.cameo ?? "";
  if (code.length >= 3 && code.length % 3 === 0) {
    const last = code.slice(-3);
    return code.length === 3 && kind === "government" ? "GOV" : last === "MED" ? "JRN" : last;
  }
  return null;
}

const FEATURES: Readonly<Record<PlaceLevel, string>> = {
  site: "sub-city",
  city: "city",
  admin: "province",
  region: "region",
  country: "country",
};

function placeCells(place: PlaceRef | null): Readonly<Record<string, Cell>> {
  return {
    Placename: place?.name ?? null,
    City: place?.level === "city" ? place.name : null,
    District: null,
    Province: place?.level === "admin" ? place.name : null,
    Country: countryName(place?.country ?? null),
    Latitude: place?.lat ?? null,
    Longitude: place?.lon ?? null,
    "GeoNames ID": place?.geonames ?? null,
    "Raw Placename": place?.name ?? null,
    "Feature Type": place === null ? null : FEATURES[place.level],
  };
}

function sourceCells(event: RecordEvent): Readonly<Record<string, Cell>> {
  return {
    Source: joined(event.members.map((m) => m.publisher).filter((p) => p !== null)),
    "Publication Date": event.firstSaid,
    "Story People": null,
    "Story Organizations": null,
    "Story Locations": null,
    Language: "en",
  };
}

function reasonsFor(event: RecordEvent, days: number): readonly Reason[] {
  const date = days === 1 ? "an exact day" : `the first of ${days} days within which it is told`;
  return [
    { column: "Event Type", rule: "the record's type is PLOVER's", claims: claimsFor(event, "type") },
    { column: "Event Date", rule: date, claims: claimsFor(event, "time") },
    { column: "Actor Name", rule: "who did it", claims: claimsFor(event, "agents") },
    { column: "Recipient Name", rule: "to whom", claims: claimsFor(event, "targets") },
    { column: "Placename", rule: "where it is told", claims: claimsFor(event, "place") },
    { column: "Intensity", rule: "the manual's score of type and mode", claims: claimsFor(event, "type") },
  ];
}

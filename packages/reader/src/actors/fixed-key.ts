import type { Candidate } from "./candidate.ts";
import { singularOf } from "./singular.ts";

const STATE_HEADS =
  /^(?:government|authority|authorities|administration|state|leadership|regime|republic|kingdom|nation|country|embassy|consulate)$/;
const FORCE_HEADS = /^(?:force|forces|military|army|troop|troops|military force|armed force)$/;
const POLICE_HEADS = /^(?:police)$/;
/** Governments that are not the state's: of a province, of rebels, of the past. */
const LOCAL =
  /\b(?:provincial|local|regional|city|municipal|state|district|opposition|rebel|former|exile|exiled|neighboring|neighbouring|other|breakaway|separatist|self)\b(?!$)/;

/** The key of a phrase that names an actor by itself: the government, forces or police of a country, a listed actor's members. */
export function fixedKey(c: Candidate): string | null {
  const { reading } = c;
  const base = c.key.split(" of ")[0] ?? c.key;
  const head = c.form === "nominal" ? c.head : singularOf(base.slice(base.lastIndexOf(" ") + 1));
  if (reading.entry !== null && reading.own) return `actor:${reading.entry.id}`;
  if (reading.country === null || c.counted || c.name === "person") return null;
  if (c.key.split(" ").length > 5) return null;
  if (STATE_HEADS.test(head) && reading.sector === "GOV" && !LOCAL.test(c.key)) return `state:${reading.country}`;
  if (FORCE_HEADS.test(head) && reading.sector === "MIL") return `forces:${reading.country}`;
  if (POLICE_HEADS.test(head)) return `police:${reading.country}`;
  return null;
}

import type { ActorKind, PlaceLevel } from "./reading.ts";

/** An actor as a claim names it. */
export interface ActorRef {
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  /** Id in the actor list, or null where the reader found none. */
  readonly actor: string | null;
  readonly codes: Readonly<Record<string, string>>;
}

export interface PlaceRef {
  readonly name: string;
  readonly country: string | null;
  readonly level: PlaceLevel;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radiusKm: number | null;
  readonly geonames: number | null;
}

export interface TimeRef {
  /** ISO 8601-2, or null where it could not be resolved. */
  readonly value: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

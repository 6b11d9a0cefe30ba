import type { Entry } from "./entries.ts";

/** Entries by id are of two kinds: a place comes before the further names of its id. */
export const PLACE = 0;
export const NAME = 1;

/** A place that waits for further names. */
export interface WaitingPlace {
  readonly population: number;
  readonly isLoose: boolean;
  /** As it will stand in the index. */
  readonly place: Uint8Array;
  readonly keys: readonly string[];
}

/** An entry for a place, by its id. */
export function waitingEntry(id: number, { population, isLoose, place, keys }: WaitingPlace): Entry {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(Math.min(population, 0xffff_ffff), 0);
  head.writeUInt8(isLoose ? 1 : 0, 4);
  head.writeUInt16LE(place.length, 6);
  return { a: id, b: PLACE, c: 0, bytes: Buffer.concat([head, place, Buffer.from(keys.join("\n"))]) };
}

/** The place of such an entry, with bytes of its own. */
export function waitingPlace({ bytes }: Entry): WaitingPlace {
  const kept = Buffer.from(bytes);
  const end = 8 + kept.readUInt16LE(6);
  return {
    population: kept.readUInt32LE(0),
    isLoose: kept.readUInt8(4) === 1,
    place: kept.subarray(8, end),
    keys: kept.toString("utf8", end).split("\n"),
  };
}

/** An entry for a further name of a place; preferred names come first. */
export function nameEntry(id: number, name: string, isPreferred: boolean): Entry {
  return { a: id, b: NAME, c: isPreferred ? 0 : 1, bytes: Buffer.from(name) };
}

/** The name of such an entry. */
export function furtherName({ bytes }: Entry): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

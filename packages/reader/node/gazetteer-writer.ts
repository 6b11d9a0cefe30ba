import { codesFrom } from "./gazetteer/codes.ts";
import { entryBuffer } from "./gazetteer/entries.ts";
import { bucketBitsFor, indexWriter } from "./gazetteer/index-writer.ts";
import { type GazetteerRow, isFoundLoosely, keysOf, placeBytes, placeEntries } from "./gazetteer/place-row.ts";

export type { GazetteerRow } from "./gazetteer/place-row.ts";

/** Collects rows in memory and gives the bytes of an index. */
export interface GazetteerWriter {
  add(row: GazetteerRow): void;
  finish(): Uint8Array;
}

/** A writer of the index that {@link openGazetteer} reads, for as many places as memory holds. */
export function gazetteerWriter({ isList = false }: { readonly isList?: boolean } = {}): GazetteerWriter {
  const buffer = entryBuffer(1 << 20, { growing: true });
  const codes = codesFrom();
  let places = 0;
  return {
    add(row) {
      const keys = keysOf(row.names, isFoundLoosely(row, isList));
      for (const entry of placeEntries(keys, row.population, placeBytes(row, codes))) buffer.add(entry);
      places += 1;
    },
    finish() {
      const sink = memorySink();
      const plan = { places, bucketBits: bucketBitsFor(buffer.count), isList, codes: codes.bytes() };
      const index = indexWriter(sink, plan);
      for (const entry of buffer.sorted()) index.add(entry);
      return sink.bytes(index.finish());
    },
  };
}

function memorySink(): { write(at: number, bytes: Uint8Array): void; bytes(size: number): Uint8Array } {
  let all = new Uint8Array(1 << 16);
  return {
    write(at, bytes) {
      const end = at + bytes.length;
      if (end > all.length) {
        const larger = new Uint8Array(Math.max(end, all.length * 2));
        larger.set(all);
        all = larger;
      }
      all.set(bytes, at);
    },
    bytes: (size) => all.slice(0, size),
  };
}

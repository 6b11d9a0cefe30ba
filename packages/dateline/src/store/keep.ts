import type { Database, Transaction } from "./database.ts";
import type { Entry, Head, JournalLine } from "./journal.ts";

/** What is kept for good, by its SHA-256: the bytes as they came, and readings as JSON. */
export type BlobKind = "originals" | "readings";

export interface Blob {
  readonly kind: BlobKind;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What a record keeps for good; everything else follows from it. A folder of files, or tables of a server. */
export interface Keep {
  /** Durable when it resolves. A blob that is there stays as it is. */
  readonly put: (blobs: readonly Blob[], trx: Transaction) => Promise<void>;
  readonly blob: (kind: BlobKind, sha256: string, db: Database) => Promise<Uint8Array | undefined>;
  /** Writes entries onto the chain, durable when it resolves (a server: with the transaction). */
  readonly append: (entries: readonly Entry[], trx: Transaction) => Promise<Head>;
  readonly head: (db: Database) => Promise<Head>;
  /** Lines after `seq`, oldest first. */
  readonly lines: (after: number, db: Database) => AsyncIterable<JournalLine>;
  /** Takes back what `append` wrote in a transaction that did not commit. */
  readonly takeBack: (to: Head) => Promise<void>;
  readonly close: () => Promise<void>;
}

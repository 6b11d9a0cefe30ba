/** Who first says so, after chains and stories are resolved. */
export const ORIGIN_KINDS = ["actor", "unnamed", "outlet", "unknown"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

export interface Origin {
  /** The same origin has the same id in every event of a record. */
  readonly id: string;
  /** For a person: "Florence Parly", "security sources (AFP)", "Voice of America". */
  readonly name: string;
  readonly kind: OriginKind;
  /** "Florence Parly by way of Reuters, copied by 6". */
  readonly reason: string;
  /** False where the origin only denies, or speaks in the same story in which a named one is quoted for it. */
  readonly independent: boolean;
  /** Asserts, or denies. */
  readonly position: "asserts" | "denies";
  /** Ids of the record's claims. */
  readonly claims: readonly string[];
  /** Ids of the reports. */
  readonly reports: readonly string[];
  /** The first publication date with this origin, or null. */
  readonly firstSaid: string | null;
}

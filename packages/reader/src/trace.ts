import type { Span } from "@dateline/model";

/** Which rule gave what, for `--trace` and for failing tests. */
export interface TraceEntry {
  readonly step: string;
  readonly rule: string;
  readonly span: Span | null;
  readonly gave: string;
}

/** Collects trace entries; the reader carries null where nobody asked for a trace, so that it costs nothing. */
export interface Trace {
  readonly entries: readonly TraceEntry[];
  add(entry: TraceEntry): void;
}

export function newTrace(): Trace {
  const entries: TraceEntry[] = [];
  return { entries, add: (entry) => void entries.push(entry) };
}

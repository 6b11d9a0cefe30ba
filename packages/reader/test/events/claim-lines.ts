import type { Claim, Reading } from "@dateline/model";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

/** Reads a report published on Friday 5 June 2020 unless told otherwise. */
export function read(text: string, published: string | null = "2020-06-05"): Reading {
  return reader.read({ text, published });
}

/** Each claim as "TYPE [trigger] doers > those done to · status", in text order, values by their words. */
export function claimLines(text: string): readonly string[] {
  const reading = read(text);
  return reading.claims.map((c) => {
    const who = `${words(reading, c.evidence.agents)} > ${words(reading, c.evidence.targets)}`;
    return `${c.type} [${words(reading, [c.trigger])}] ${who} · ${c.status}`;
  });
}

/** The claim whose trigger is this word; throws, with what was read, when there is none. */
export function claimAt(reading: Reading, trigger: string): Claim {
  const found = reading.claims.find((c) => words(reading, [c.trigger]) === trigger);
  if (found !== undefined) return found;
  const read = reading.claims.map((c) => `${c.type} ${words(reading, [c.trigger])}`).join(", ");
  throw new Error(`no claim at "${trigger}"; read: ${read || "none"}`);
}

/** The words of spans, joined by "; ", or "-" for none. */
export function words(reading: Reading, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.length === 0 ? "-" : spans.map((s) => reading.report.text.slice(s.start, s.end)).join("; ");
}

import {
  READING_FORMAT,
  type ReaderStamp,
  type Reading,
  type Report,
  type ReportInput,
  reportOf,
} from "@dateline/model";
import { type Context, contextOf } from "./context.ts";
import { type Doc, emptyDoc } from "./doc.ts";
import type { Resources } from "./resources.ts";
import { steps } from "./steps.ts";
import { newTrace, type TraceEntry } from "./trace.ts";
import { READER_VERSION } from "./version.ts";

export interface TracedReading {
  readonly reading: Reading;
  readonly trace: readonly TraceEntry[];
}

export interface Reader {
  /** Which version with which weights and lexicons this is: equal stamps give equal readings. */
  readonly stamp: ReaderStamp;
  /** Reads one report. Pure: the same report gives the same reading, and no text makes it throw. */
  read(input: ReportInput): Reading;
  /** The same, with which rule gave what. */
  readTraced(input: ReportInput): TracedReading;
  /** Runs the steps up to and including the one named; for tests and for users of single layers. */
  analyse(input: ReportInput, upTo: string): Doc;
}

/** A reader over loaded lexicons and weights. Building one takes tens of milliseconds: keep it. */
export function createReader(resources: Resources): Reader {
  const ctx = contextOf(resources);
  const stamp: ReaderStamp = { version: READER_VERSION, ...resources.hashes };
  const read = (report: Report, used: Context): Reading => readingOf(run(report, used), stamp);
  return {
    stamp,
    read: (input) => read(reportOf(input), ctx),
    readTraced: (input) => {
      const trace = newTrace();
      return { reading: read(reportOf(input), { ...ctx, trace }), trace: trace.entries };
    },
    analyse: (input, upTo) => run(reportOf(input), ctx, upTo),
  };
}

function run(report: Report, ctx: Context, upTo?: string): Doc {
  let doc = emptyDoc(report);
  for (const step of steps) {
    doc = step.run(doc, ctx);
    if (step.name === upTo) break;
  }
  return doc;
}

function readingOf(doc: Doc, reader: Reading["reader"]): Reading {
  return {
    format: READING_FORMAT,
    reader,
    report: doc.report,
    sentences: doc.sentences.map(({ start, end }) => ({ start, end })),
    names: doc.names.map(({ start, end, kind, entity }) => ({ start, end, kind, ...(entity && { entity }) })),
    entities: doc.entities,
    places: doc.places,
    times: doc.times,
    attributions: doc.attributions,
    claims: doc.claims,
    notes: doc.notes,
  };
}

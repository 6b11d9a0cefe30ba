export { type ActorReading, createActorOf } from "./actors/actor-of.ts";
export type * from "./doc.ts";
export { createReader, type Reader, type TracedReading } from "./read.ts";
export { type Resources, rowsOf } from "./resources.ts";
export type { TraceEntry } from "./trace.ts";
export { READER_VERSION } from "./version.ts";

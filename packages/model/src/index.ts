export * from "./errors.ts";
export * from "./plover.ts";
export * from "./reading.ts";
export * from "./reading-faults.ts";
export * from "./report.ts";
export * from "./sha256.ts";
export * from "./span.ts";

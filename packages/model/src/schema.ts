export * from "./decision-schema.ts";
export * from "./event-schema.ts";
export * from "./reading-schema.ts";

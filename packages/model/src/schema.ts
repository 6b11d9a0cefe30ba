export * from "./reading-schema.ts";

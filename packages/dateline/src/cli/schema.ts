import type { Command } from "commander";
import { print } from "./output.ts";

export function schemaCommand(program: Command): void {
  program
    .command("schema")
    .description("print a format's JSON Schema, made from the definitions that the code validates with")
    .argument("<format>", "reading, event or decision")
    .action(async (format: string) => {
      const { schemaNames, jsonSchemaOf } = await import("../api/json-schema.ts");
      if (!schemaNames.includes(format)) {
        throw new (await import("@dateline/model")).DatelineError(
          "cli/usage",
          `there is no format "${format}"; formats are ${schemaNames.join(", ")}`,
        );
      }
      await print(`${JSON.stringify(jsonSchemaOf(format), null, 2)}\n`);
    });
}

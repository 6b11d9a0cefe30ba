import { DatelineError, POLICIES, type Policy } from "@dateline/model";
import { type Command, Option } from "commander";
import { addClockOptions, clocksOf } from "./clocks.ts";
import { print } from "./output.ts";
import { addRecordOption, type RecordOptions, withRecord } from "./record-options.ts";

interface ExportCommandOptions extends RecordOptions {
  readonly policy?: Policy;
  readonly asOf?: string;
  readonly saidBy?: string;
}

export function exportCommand(program: Command): void {
  const command = program
    .command("export")
    .description("write the record in an exchange format to stdout")
    .argument(
      "<format>",
      "csv (a row a telling), geojson (placed events), jsonl (events), readings, acled, plover, ucdp-ged; acled-reasons, plover-reasons and ucdp-ged-reasons tell why each value",
    )
    .addOption(new Option("--policy <name>", "how one value is chosen where origins differ").choices(POLICIES));
  addClockOptions(addRecordOption(command)).action(async (format: string, options: ExportCommandOptions) => {
    const { EXPORT_FORMATS } = await import("../export/export-options.ts");
    const wanted = EXPORT_FORMATS.find((f) => f === format);
    if (wanted === undefined) {
      throw new DatelineError("cli/usage", `there is no export "${format}"; exports are ${EXPORT_FORMATS.join(", ")}`);
    }
    const { exportRecord } = await import("../export/export-record.ts");
    await withRecord({ ...options, create: false }, async (record) => {
      for await (const piece of exportRecord(record, wanted, { policy: options.policy, ...clocksOf(options) })) {
        await print(piece);
      }
    });
  });
}

import type { Command } from "commander";
import { EXIT } from "./exit.ts";
import { print, say } from "./output.ts";
import { progressOf } from "./progress.ts";
import { addRecordOption, type RecordOptions, withRecord } from "./record-options.ts";

/** `verify` and `rebuild`: the record checked, and its index made again. */
export function upkeepCommands(program: Command): void {
  const verify = program
    .command("verify")
    .description("check the record: every hash, the journal's chain, every value against its words");
  addRecordOption(verify).action(async (options: RecordOptions) => {
    process.exitCode = await withRecord({ ...options, create: false }, async (record) => {
      const bar = progressOf("checking");
      const faults = await record.verify(bar.at);
      bar.done();
      for (const { code, thing, text } of faults) say(`dateline: ${code} ${thing}: ${text}`);
      const { reports, claims } = await record.stats();
      if (faults.length === 0) await print(`all well: ${reports} reports and ${claims} claims checked\n`);
      return faults.length === 0 ? EXIT.ok : EXIT.checkFailed;
    });
  });
  const rebuild = program
    .command("rebuild")
    .description("make the record's database again from its originals, readings and journal");
  addRecordOption(rebuild).action(async (options: RecordOptions) => {
    await withRecord({ ...options, create: false }, async (record) => {
      const bar = progressOf("making again");
      await record.rebuild(bar.at);
      bar.done();
      const { reports, claims, events } = await record.stats();
      await print(`made again: ${reports} reports, ${claims} claims, ${events} events\n`);
    });
  });
}

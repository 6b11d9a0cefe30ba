import { ACTION_KINDS, type ActionKind } from "@dateline/model";
import { type Command, Option } from "commander";
import { addClockOptions, clocksOf } from "./clocks.ts";
import { withHeldRecord } from "./held-record.ts";
import { positive } from "./numbers.ts";
import { print } from "./output.ts";
import { addRecordOption, type RecordOptions } from "./record-options.ts";
import { decisionList, questionList } from "./render/decision-view.ts";
import { terminalOf } from "./terminal.ts";

interface ListOptions extends RecordOptions {
  readonly event?: string;
  readonly report?: string;
  readonly claim?: string;
  readonly step?: string;
  readonly by?: string;
  readonly kind?: ActionKind;
  readonly since?: string;
  readonly until?: string;
  readonly newest?: boolean;
  readonly limit: number;
  readonly asOf?: string;
  readonly saidBy?: string;
  readonly json?: boolean;
}

/** The journal of decisions. */
export function decisionsCommand(program: Command): void {
  const command = program
    .command("decisions")
    .description("list what people decided: who, when, why, and what became of it")
    .option("--event <id>", "that bear on an event")
    .option("--report <id>", "that bear on claims of a report")
    .option("--claim <id>", "that bear on a claim")
    .option("--step <id>", "made in one step with this one")
    .option("--by <name>", "made by")
    .addOption(new Option("--kind <kind>", "of one kind").choices(ACTION_KINDS))
    .option("--since <when>", "made on or after (date or instant)")
    .option("--until <when>", "made on or before")
    .option("--newest", "newest first")
    .option("--limit <n>", "how many", positive, 50);
  addClockOptions(addRecordOption(command))
    .option("--json", "one decision a line, as JSON")
    .action(async (options: ListOptions) => {
      const { by, kind, event, report, claim, step, since, until, limit } = options;
      const sort = options.newest === true ? "newest" : undefined;
      const { items, total } = await withHeldRecord(options, (record) =>
        record.decisions({
          who: by,
          kind,
          event,
          report,
          claim,
          step,
          since,
          until,
          limit,
          sort,
          ...clocksOf(options),
        }),
      );
      if (options.json === true) for (const d of items) await print(`${JSON.stringify(d)}\n`);
      else await print(decisionList(items, total, terminalOf(process.stdout)));
    });
}

/** What a newer reading says differently. */
export function questionsCommand(program: Command): void {
  const command = program
    .command("questions")
    .description("list what newer readings and changed texts say against what people decided")
    .option("--event <id>", "about an event")
    .option("--report <id>", "about claims of a report")
    .option("--by <name>", "about decisions of a person")
    .option("--limit <n>", "how many", positive, 50);
  addClockOptions(addRecordOption(command))
    .option("--json", "one question a line, as JSON")
    .action(async (options: ListOptions) => {
      const { by, event, report, limit } = options;
      const { items, total } = await withHeldRecord(options, (record) =>
        record.questions({ who: by, event, report, limit, ...clocksOf(options) }),
      );
      if (options.json === true) for (const q of items) await print(`${JSON.stringify(q)}\n`);
      else await print(questionList(items, total, terminalOf(process.stdout)));
    });
}

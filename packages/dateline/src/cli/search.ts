import { type Command, Option } from "commander";
import type { SearchOptions } from "../store/record-store.ts";
import { addClockOptions, clocksOf } from "./clocks.ts";
import { positive } from "./numbers.ts";
import { print } from "./output.ts";
import { addRecordOption, type RecordOptions, withRecord } from "./record-options.ts";
import { searchView } from "./render/search-view.ts";
import { terminalOf } from "./terminal.ts";

interface SearchCommandOptions extends RecordOptions {
  readonly limit: number;
  readonly sort: SearchOptions["sort"];
  readonly asOf?: string;
  readonly saidBy?: string;
  readonly json?: boolean;
}

const HELP = `
Words are found in any of their forms, names in any spelling; "several words" as they stand; -word: without it.
  type: mode: status: context:      what and whether it happened
  by: to: actor:                    who did it, to whom, either
  in:                               place or country
  says: via: publisher:             who first says so, by way of whom, in which outlet
  origins: reports: killed: injured: captured: abducted: displaced: missing: troops: attackers:
                                    numbers, like origins:>=2 killed:<10
  since: until:                     when it happened: 2020-06-05, 2020-06 or 2020
  said-since: said-until:           when it was published
  is:disputed is:denied is:placed event: report:
Alternatives by comma: in:Mali,Niger. All conditions hold together, those on claims for one and the same claim.

Example: dateline search 'killed in:Mali says:Parly via:Reuters -status:denied since:2020-05 origins:>=2'`;

export function searchCommand(program: Command): void {
  const command = program
    .command("search")
    .description("find events by what is told of them and who says so, and reports by their words")
    .argument("<query...>", "what to look for, best in single quotes")
    .allowUnknownOption()
    .addOption(
      new Option("--sort <by>", "said: last told first; date: when it happened; corroboration")
        .choices(["said", "date", "corroboration"])
        .default("said"),
    )
    .option("--limit <n>", "how many", positive, 20)
    .addHelpText("after", HELP);
  addClockOptions(addRecordOption(command))
    .option("--json", "one event or report a line, as JSON")
    .action(async (query: readonly string[], options: SearchCommandOptions) => {
      const { parseSearch } = await import("@dateline/record");
      const { countryOf } = await import("../countries.ts");
      const search = parseSearch(query.join(" "), countryOf);
      await withRecord({ ...options, create: false }, async (record) => {
        const found = await record.search(search, {
          limit: options.limit,
          sort: options.sort,
          ...clocksOf(options),
        });
        const hits = [...found.events.items, ...found.reports.items];
        if (options.json === true) for (const hit of hits) await print(`${JSON.stringify(hit)}\n`);
        else await print(searchView(found, terminalOf(process.stdout)));
      });
    });
}

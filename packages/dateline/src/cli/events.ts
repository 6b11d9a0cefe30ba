import { DatelineError, EVENT_TYPES, isEventType, type RecordEvent, STATUSES, type Status } from "@dateline/model";
import { type Command, Option } from "commander";
import type { EventFilter } from "../store/record-store.ts";
import { addClockOptions, clocksOf } from "./clocks.ts";
import { withHeldRecord } from "./held-record.ts";
import { positive } from "./numbers.ts";
import { print } from "./output.ts";
import { addRecordOption, type RecordOptions } from "./record-options.ts";
import { eventList, eventView, partsView } from "./render/event-view.ts";
import { terminalOf } from "./terminal.ts";

interface EventsOptions extends RecordOptions {
  readonly type?: string;
  readonly status?: Status;
  readonly country?: string;
  readonly actor?: string;
  readonly says?: string;
  readonly since?: string;
  readonly until?: string;
  readonly origins?: number;
  readonly disputed?: boolean;
  readonly limit: number;
  readonly asOf?: string;
  readonly saidBy?: string;
  readonly json?: boolean;
}

export function eventsCommand(program: Command): void {
  const command = program
    .command("events")
    .description("list the events of the record: what is told of one happening, across reports")
    .addOption(new Option("--type <type>", "PLOVER type").choices(EVENT_TYPES.map((t) => t.toLowerCase())))
    .addOption(new Option("--status <status>", "whether it happened").choices(STATUSES))
    .option("--country <code>", "ISO 3166 two-letter code, like ML")
    .option("--actor <name>", "name, or part of a name, of who did it or to whom")
    .option("--says <name>", "name, or part of a name, of an origin")
    .option("--since <date>", "happened on or after")
    .option("--until <date>", "happened on or before")
    .option("--origins <n>", "told by at least so many independent origins", positive)
    .option("--disputed", "only those on which origins differ")
    .option("--limit <n>", "how many", positive, 50);
  addClockOptions(addRecordOption(command))
    .option("--json", "one event a line, as JSON")
    .action(async (options: EventsOptions) => {
      await withHeldRecord(options, async (record) => {
        const { items, total } = await record.events({
          filter: filterOf(options),
          limit: options.limit,
          ...clocksOf(options),
        });
        if (options.json === true) for (const event of items) await print(`${JSON.stringify(event)}\n`);
        else await print(eventList(items, total, terminalOf(process.stdout)));
      });
    });
}

export function eventCommand(program: Command): void {
  const command = program
    .command("event")
    .description("show one event: the values of each field and who says them, with the words")
    .argument("<id>", "the event's id, as `dateline events` shows it");
  addClockOptions(addRecordOption(command))
    .option("--json", "as JSON")
    .action(async (id: string, options: EventsOptions) => {
      await withHeldRecord(options, async (record) => {
        const event = await record.event(id, clocksOf(options));
        if (event === undefined) throw noEvent(id);
        await print(shown(event, options));
        const parts = options.json === true ? undefined : await record.parts(id, clocksOf(options));
        if (parts !== undefined) await print(partsView(parts, terminalOf(process.stdout)));
      });
    });
}

function shown(event: RecordEvent, { json }: EventsOptions): string {
  return json === true ? `${JSON.stringify(event, null, 2)}\n` : eventView(event, terminalOf(process.stdout));
}

function noEvent(id: string): DatelineError {
  return new DatelineError("event/not-found", `there is no event ${id} in this record; \`dateline events\` lists them`);
}

function filterOf(options: EventsOptions): EventFilter {
  const type = options.type?.toUpperCase();
  return {
    ...(type !== undefined && isEventType(type) && { type }),
    status: options.status,
    country: options.country?.toUpperCase(),
    actor: options.actor,
    says: options.says,
    since: options.since,
    until: options.until,
    minIndependent: options.origins,
    disputed: options.disputed,
  };
}

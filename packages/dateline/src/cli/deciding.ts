import type { Action, Decision } from "@dateline/model";
import { type Command, InvalidArgumentError } from "commander";
import { withHeldRecord } from "./held-record.ts";
import { print } from "./output.ts";
import { addRecordOption, type RecordOptions } from "./record-options.ts";
import type { HeldRecord } from "./remote-record.ts";
import { decisionLines } from "./render/decision-view.ts";
import { terminalOf } from "./terminal.ts";
import { whoIs } from "./who.ts";

/** Options of everything that decides. */
export interface DecideOptions extends RecordOptions {
  readonly by?: string;
  readonly why?: string;
  readonly request?: string;
  readonly seen?: number;
  readonly json?: boolean;
}

/** Adds the options of who, why and where to a command that decides. */
export function deciding(command: Command): Command {
  command
    .option("--by <name>", "who decides (default: git's user.name, else the user of this machine)")
    .option("--why <reason>", "why, for whoever reads the journal")
    .option("--request <name>", "a name for this request: the same once more decides once")
    .option("--seen <line>", "refuse where the record changed after this line of the journal", wholeNumber)
    .option("--json", "the decisions made, one a line, as JSON");
  return addRecordOption(command);
}

/** Makes decisions and prints them. */
export async function make(actions: readonly Action[], options: DecideOptions): Promise<void> {
  await withHeldRecord(options, (record) => makeIn(record, actions, options));
}

async function makeIn(record: HeldRecord, actions: readonly Action[], options: DecideOptions): Promise<void> {
  const { by, why, request, seen, json } = options;
  const who = await whoIs(by);
  const made = await record.decide(
    actions.map((action) => ({ action, who, why: why ?? null })),
    { request, seen },
  );
  await print(json === true ? made.map((d) => `${JSON.stringify(d)}\n`).join("") : shown(made));
}

function shown(made: readonly Decision[]): string {
  const terminal = terminalOf(process.stdout);
  const lines = made.flatMap((d) => decisionLines({ ...d, undoneBy: null, open: null }, terminal));
  const [first] = made;
  const back = first === undefined ? "" : terminal.colors.dim(`dateline decide undo ${first.id} takes it back`);
  return `${[...lines, back].join("\n")}\n`;
}

function wholeNumber(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError("a whole number is wanted.");
  return n;
}

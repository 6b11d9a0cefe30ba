import type { Command } from "commander";
import type { Clocks } from "../store/record-store.ts";

/** Options of the two clocks: what the record knew, what was said. */
export function addClockOptions(command: Command): Command {
  return command
    .option("--as-of <when>", "only what the record had learned by then (date or instant)")
    .option("--said-by <date>", "only what was published by then");
}

export function clocksOf({ asOf, saidBy }: { readonly asOf?: string; readonly saidBy?: string }): Clocks {
  return { asOf, saidBy };
}

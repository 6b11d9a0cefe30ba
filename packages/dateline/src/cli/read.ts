import { DatelineError } from "@dateline/model";
import type { Command } from "commander";
import { ingest } from "../ingest/ingest.ts";
import type { Ingested, IngestedReport } from "../ingest/ingested.ts";
import { readAll, readingIn } from "../jobs/read-all.ts";
import { EXIT, outcome } from "./exit.ts";
import { addGivenOptions, addListOptions, type GivenOptions, givenOf, workersOption } from "./given.ts";
import { print, say } from "./output.ts";
import { progress } from "./progress.ts";
import { headline, legend, readingView } from "./render/reading-view.ts";
import { traceView } from "./render/trace-view.ts";
import { type Terminal, terminalOf } from "./terminal.ts";

interface ReadCommandOptions extends GivenOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly trace?: boolean;
  readonly workers?: number;
}

export function readCommand(program: Command): void {
  const command = program
    .command("read")
    .description("read reports and print their claims with who says so and the words they rest on")
    .argument("<file...>", "text, HTML, PDF, feed or JSON Lines of reports; folders; - for standard input")
    .option("--json", "one reading as JSON")
    .option("--jsonl", "one reading a line, in input order")
    .option("--trace", "also show which rule gave what")
    .addOption(workersOption());
  addListOptions(addGivenOptions(command))
    .addHelpText(
      "after",
      `
Examples:
  dateline read report.txt --publisher "Voice of America" --published 2020-06-05
  dateline read reports/*.txt --jsonl > readings.jsonl
  cat report.txt | dateline read - --json`,
    )
    .action(async (files: readonly string[], options: ReadCommandOptions) => {
      process.exitCode = await runRead(files, options);
    });
}

async function runRead(files: readonly string[], options: ReadCommandOptions): Promise<number> {
  const inputs = ingest(files, givenOf(options));
  if (options.json === true) return readOneAsJson(inputs, options);
  if (options.jsonl === true) return readAsLines(inputs, options);
  return readForPerson(inputs, options);
}

/** `--json`: exactly one report, and nothing on stdout unless its reading is whole. */
async function readOneAsJson(inputs: AsyncIterable<Ingested>, options: ReadCommandOptions): Promise<number> {
  const found: Ingested[] = [];
  for await (const input of inputs) {
    found.push(input);
    if (found.length > 1) {
      throw new DatelineError("cli/usage", "--json is for one report and there are several here; use --jsonl");
    }
  }
  const [one] = found;
  if (one === undefined) return EXIT.failure;
  if (one.kind === "failure") {
    say(`dateline: ${one.from}: ${one.error.message}`);
    return EXIT.failure;
  }
  const { reader } = await import("../resources.ts");
  const { reading, trace } = reader().readTraced(one.report);
  await print(`${JSON.stringify(reading, null, 2)}\n`);
  if (options.trace === true) say(traceView(trace, reading.report.text, terminalOf(process.stderr)));
  return EXIT.ok;
}

async function readAsLines(inputs: AsyncIterable<Ingested>, options: ReadCommandOptions): Promise<number> {
  const result = outcome(say);
  const bar = progress({ what: "reading", stream: process.stderr, now: () => performance.now() });
  for await (const one of readAll(inputs, options)) {
    bar.step();
    if (one.kind === "failure") {
      result.fail(one.from, one.error.message);
      continue;
    }
    await print(`${one.json}\n`);
    result.succeed();
  }
  bar.done();
  return result.code();
}

async function readForPerson(inputs: AsyncIterable<Ingested>, options: ReadCommandOptions): Promise<number> {
  const terminal = terminalOf(process.stdout);
  const result = outcome(say);
  const rule = `\n${terminal.colors.dim("─".repeat(terminal.width))}\n\n`;
  let shown = 0;
  let begun: IngestedReport | undefined;
  const begin = async (source: IngestedReport): Promise<void> => {
    await print(`${shown === 0 ? "" : rule}${headline(source.report, terminal)}\n`);
    begun = source;
    shown += 1;
  };
  const show = async (source: IngestedReport, view: string): Promise<void> => {
    if (begun !== source) await begin(source);
    await print(view);
    result.succeed();
  };
  if (options.trace === true) {
    for await (const input of inputs) {
      if (input.kind === "failure") result.fail(input.from, input.error.message);
      else await show(input, await tracedView(input, terminal));
    }
  } else {
    for await (const one of readAll(inputs, { ...options, onStart: begin })) {
      if (one.kind === "failure") result.fail(one.from, one.error.message);
      else await show(one.source, readingView(readingIn(one), terminal, one.source.from));
    }
  }
  if (shown > 0) await print(`\n${legend(terminal)}\n`);
  return result.code();
}

async function tracedView(input: IngestedReport, terminal: Terminal): Promise<string> {
  const { reader } = await import("../resources.ts");
  const { reading, trace } = reader().readTraced(input.report);
  return `${readingView(reading, terminal, input.from)}\n${traceView(trace, reading.report.text, terminal)}\n`;
}

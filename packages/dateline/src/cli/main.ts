import { DatelineError, type DatelineError as Fault } from "@dateline/model";
import { Command, CommanderError } from "commander";
import { VERSION } from "../version.ts";
import { actorCommand } from "./actor.ts";
import { addCommand } from "./add.ts";
import { backupCommands } from "./backup.ts";
import { decideCommand } from "./decide.ts";
import { decisionsCommand, questionsCommand } from "./decisions.ts";
import { doctorCommand } from "./doctor.ts";
import { eventCommand, eventsCommand } from "./events.ts";
import { EXIT } from "./exit.ts";
import { exportCommand } from "./export.ts";
import { gazetteerCommand } from "./gazetteer.ts";
import { say } from "./output.ts";
import { readCommand } from "./read.ts";
import { schemaCommand } from "./schema.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { upkeepCommands } from "./upkeep.ts";
import { workCommands } from "./work.ts";

const program = new Command("dateline")
  .description(
    "Reads reports of political violence and keeps a sourced record:\nwho did what to whom, where, when, and who says so.",
  )
  .version(VERSION, "-V, --version", "print the version")
  .showHelpAfterError("(dateline --help shows what there is)")
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    "after",
    `
Exit codes: 0 all well · 1 failure · 2 bad usage · 3 finished but some inputs failed · 5 not found
            7 a check found a fault · 130 interrupted

Start with: dateline read examples/*.txt`,
  );

const commands = [
  readCommand,
  addCommand,
  workCommands,
  eventsCommand,
  eventCommand,
  searchCommand,
  decideCommand,
  decisionsCommand,
  questionsCommand,
  serveCommand,
  exportCommand,
  upkeepCommands,
  backupCommands,
  doctorCommand,
  actorCommand,
  gazetteerCommand,
  schemaCommand,
];
for (const add of commands) add(program);

process.on("SIGINT", () => process.exit(EXIT.interrupted));
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // `dateline read … | head`: the other end has enough
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof DatelineError) {
    say(`dateline: ${error.message}`);
    return codeOf(error);
  }
  say(`dateline: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return EXIT.failure;
}

function codeOf({ code }: Fault): number {
  if (code === "cli/usage" || code === "search/query") return EXIT.usage;
  if (code.endsWith("/not-found")) return EXIT.notFound;
  return EXIT.failure;
}

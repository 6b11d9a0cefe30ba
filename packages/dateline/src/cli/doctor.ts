import type { Command } from "commander";
import type { Finding } from "../store/doctor.ts";
import { VERSION } from "../version.ts";
import { EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { addRecordOption, placeOf, type RecordOptions } from "./record-options.ts";
import { type Terminal, terminalOf } from "./terminal.ts";

/** The oldest Node.js that is tested. */
const OLDEST_NODE = [20, 19] as const;

export function doctorCommand(program: Command): void {
  const command = program
    .command("doctor")
    .description("look whether this machine and the record are well, and say what to do where they are not");
  addRecordOption(command)
    .option("--json", "one finding a line, as JSON")
    .action(async (options: RecordOptions & { readonly json?: boolean }) => {
      const findings = [nodeFinding(), await readerFinding(), ...(await recordFindings(options))];
      for (const finding of findings) {
        await print(
          options.json === true ? `${JSON.stringify(finding)}\n` : findingLine(finding, terminalOf(process.stdout)),
        );
      }
      process.exitCode = findings.some((f) => f.state === "fault") ? EXIT.checkFailed : EXIT.ok;
    });
}

async function recordFindings(options: RecordOptions): Promise<readonly Finding[]> {
  const { examineFolder, examineServer } = await import("../store/doctor.ts");
  const place = placeOf({ ...options, create: false });
  return place.databaseUrl === undefined ? examineFolder(place.dir) : examineServer(place.databaseUrl);
}

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldest, least] = OLDEST_NODE;
  const old = major < oldest || (major === oldest && minor < least);
  const text = `Dateline ${VERSION}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}`;
  return old
    ? { what: "program", state: "fault", text, remedy: `install Node.js ${oldest}.${least} or later` }
    : { what: "program", state: "well", text };
}

async function readerFinding(): Promise<Finding> {
  const { resources } = await import("../resources.ts");
  try {
    const { weights } = resources();
    const bytes = Object.values(weights).reduce((sum, w) => sum + w.byteLength, 0);
    return { what: "reader", state: "well", text: `lexicons and weights (${(bytes / 1e6).toFixed(1)} MB) load` };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { what: "reader", state: "fault", text, remedy: "install Dateline again" };
  }
}

const SIGNS: Readonly<Record<Finding["state"], string>> = { well: "✓", note: "·", fault: "✗" };

function findingLine({ what, state, text, remedy }: Finding, { colors: c }: Terminal): string {
  const sign = state === "fault" ? c.red(SIGNS[state]) : SIGNS[state];
  const more = remedy === undefined ? "" : `\n  ${" ".repeat(23)}${c.dim(`→ ${remedy}`)}`;
  return `${sign} ${what.padEnd(23)}${text}${more}\n`;
}

import { DatelineError } from "@dateline/model";
import { type Command, InvalidArgumentError } from "commander";
import { errnoOf } from "../errno.ts";
import { say } from "./output.ts";
import { addRecordOption, type RecordOptions, withRecord } from "./record-options.ts";

interface ServeOptions extends RecordOptions {
  readonly port: number;
}

export function serveCommand(program: Command): void {
  const command = program
    .command("serve")
    .description("serve the web application and the HTTP API on this machine")
    .option("--port <n>", "port; 0 takes a free one", portNumber, 4730);
  addRecordOption(command).action(async (options: ServeOptions) => {
    await withRecord(options, async (record) => {
      const { createServer } = await import("../server/server.ts");
      const app = await createServer(record);
      const url = await listen(app, options.port);
      await record.announce(url);
      say(
        `Dateline serves ${record.place.kind === "folder" ? record.place.dir : record.place.url} at ${url} (Ctrl-C ends it)`,
      );
      process.stdout.write(`${url}\n`);
      await stopped();
      await app.close();
    });
  });
}

/** Loopback only: the record is for the person at this machine. */
async function listen(
  app: { listen(at: { host: string; port: number }): Promise<string> },
  port: number,
): Promise<string> {
  try {
    return await app.listen({ host: "127.0.0.1", port });
  } catch (cause) {
    if (errnoOf(cause) === "EADDRINUSE") {
      throw new DatelineError(
        "serve/port",
        `port ${port} is in use; name another with --port, or --port 0 for a free one`,
        { cause },
      );
    }
    if (errnoOf(cause) === "EACCES") {
      throw new DatelineError(
        "serve/port",
        `port ${port} may not be used by this user; name one above 1023 with --port`,
        { cause },
      );
    }
    throw cause;
  }
}

/** Until the user or the system asks this process to end. */
function stopped(): Promise<void> {
  process.removeAllListeners("SIGINT");
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

function portNumber(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65_535) throw new InvalidArgumentError("a port from 0 to 65535 is wanted.");
  return n;
}

import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dateline } from "../cli/run.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

export interface Served {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<number | null>;
}

/** The sample reports in a new record, served on a free port by the command line itself. */
export async function servedExamples(): Promise<Served> {
  const folder = join(mkdtempSync(join(tmpdir(), "dateline-web-")), "record");
  const added = await dateline(["add", join(root, "examples"), "--record", folder]);
  if (added.code !== 0) throw new Error(`adding the examples failed:\n${added.stderr}`);
  return serve(folder);
}

export function serve(folder: string): Promise<Served> {
  const child = spawn(join(root, "dateline"), ["serve", "--record", folder, "--port", "0"]);
  const ended = new Promise<number | null>((done) => child.on("close", done));
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  return new Promise((done, fail) => {
    child.stdout.on("data", (chunk) => {
      const url = String(chunk).trim();
      const stop = (): Promise<number | null> => {
        child.kill("SIGTERM");
        return ended;
      };
      done({ url, folder, stop });
    });
    void ended.then((code) => fail(new Error(`dateline serve ended with ${code}:\n${stderr}`)));
  });
}

import { once } from "node:events";

/** Data to stdout, waiting where the reader of a pipe is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Everything else to stderr, a line at a time. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

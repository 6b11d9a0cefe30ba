import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reader } from "../src/index.ts";
import { goldenOf } from "./golden.ts";

const root: string = fileURLToPath(new URL("../../..", import.meta.url));
const folder: string = join(root, "packages/reader/golden");

/** A sample report and the golden file of its reading. */
export interface GoldenFile {
  readonly name: string;
  readonly report: string;
  readonly golden: string;
}

/** The sample reports that have (or get) a golden file: the project's examples and the reader's own. */
export function goldenFiles(): readonly GoldenFile[] {
  return [join(root, "examples"), join(folder, "reports")].flatMap((from) =>
    readdirSync(from)
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => {
        const name = basename(file, ".txt");
        return { name, report: join(from, file), golden: join(folder, `${name}.golden.md`) };
      }),
  );
}

/** What the golden file of a report should hold now. Title and source line are taken as the text shows them. */
export function freshGolden(reader: Reader, { report }: GoldenFile): string {
  const text = readFileSync(report, "utf8");
  const title = /^(\S[^\n]*)\n\n/.exec(text)?.[1] ?? null;
  const publisher = /^Source: (.+)$/m.exec(text)?.[1] ?? null;
  return goldenOf(reader.read({ text, title, publisher }));
}

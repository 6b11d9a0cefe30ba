import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built program (`dist/`): this file is bundled into it or into a chunk below it. */
export const home: string = builtHome();

function builtHome(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  for (const folder of [here, join(here, ".."), join(here, "../../../dist")]) {
    if (existsSync(join(folder, "cli.stamp"))) return folder;
  }
  return here;
}

import { createInterface } from "node:readline";
import type { Command } from "commander";
import { addListOptions } from "./given.ts";
import { print } from "./output.ts";

export function actorCommand(program: Command): void {
  const command = program
    .command("actor")
    .description("say who a phrase speaks of: country and CAMEO/PLOVER sector")
    .argument("<text...>", "phrases; - reads one a line from standard input")
    .option("--json", "one line of JSON a phrase");
  addListOptions(command).action(async (phrases: readonly string[], { json }: { readonly json?: boolean }) => {
    const { createActorOf } = await import("@dateline/reader");
    const { resources } = await import("../resources.ts");
    const actorOf = createActorOf(resources());
    for await (const phrase of phrasesIn(phrases)) {
      const actor = actorOf(phrase);
      const line = [actor.country ?? "—", actor.sector ?? "—", actor.kind ?? "—", actor.link?.actor ?? "", phrase];
      await print(json === true ? `${JSON.stringify(actor)}\n` : `${line.join("\t")}\n`);
    }
  });
}

async function* phrasesIn(phrases: readonly string[]): AsyncGenerator<string> {
  for (const phrase of phrases) {
    if (phrase !== "-") yield phrase;
    else yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  }
}

import { readFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import type { Action, PlaceRef } from "@dateline/model";
import { DatelineError } from "@dateline/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { addClaimCommand } from "./decide-claim.ts";
import { type DecideOptions, deciding, make } from "./deciding.ts";
import { say } from "./output.ts";

/** What a person settles, one word for each kind. */
export function decideCommand(program: Command): void {
  const decide = program
    .command("decide")
    .description("settle something: what you decide stands above the machine's reading, with your name and reason");
  judgements(decide);
  edits(decide);
  sameness(decide);
  addClaimCommand(decide);
  takingBack(decide);
  batch(decide);
}

function judgements(decide: Command): void {
  const words = {
    accept: "it is told right",
    reject: "it is told wrong, or no such claim",
    "cant-tell": "it cannot be told",
  } as const;
  for (const kind of ["accept", "reject", "cant-tell"] as const) {
    const command = decide
      .command(kind)
      .description(`${words[kind]}: claims, or events with all their claims; several are one step`)
      .argument("<ids...>", "ids of claims (c-…, h-…) or events");
    deciding(command).action((ids: readonly string[], options: DecideOptions) =>
      make(
        ids.map((id) => ({ kind, target: targetOf(id) })),
        options,
      ),
    );
  }
}

function edits(decide: Command): void {
  const edit = decide
    .command("edit")
    .description(
      'set a field of a claim or an event; "unknown" says that what is told is wrong and nothing better known',
    )
    .argument("<id>", "id of a claim or an event")
    .argument(
      "<field>",
      "type, mode, status, agents, targets, place, time, killed, injured, captured, abducted, displaced, missing, troops, attackers",
    )
    .argument("<value>", 'like 5, "at least 4", "Gao, Mali", "Malian army; Wagner Group", 2020-06-03, denied');
  deciding(edit).action(async (id: string, field: string, value: string, options: DecideOptions) => {
    const { typedField, typedValue } = await import("../typed-values.ts");
    const name = typedField(field);
    await make([{ kind: "edit", target: targetOf(id), field: name, value: typedValue(name, value) }], options);
  });
  const place = decide
    .command("place")
    .description("assign a place by hand")
    .argument("<id>", "id of a claim or an event")
    .argument("<name>", 'the place, best with its country: "Gao, Mali"')
    .option("--at <lat,lon>", "where it is, in degrees, instead of looking the name up", coordinates)
    .option("--country <code>", "ISO 3166 two-letter code")
    .addOption(new Option("--level <level>", "how precise").choices(["site", "city", "admin", "country", "region"]));
  deciding(place).action(async (id: string, name: string, options: DecideOptions & PlaceOptions) => {
    const value = { kind: "place", place: await placeOf(name, options) } as const;
    await make([{ kind: "edit", target: targetOf(id), field: "place", value }], options);
  });
}

interface PlaceOptions {
  readonly at?: readonly [number, number];
  readonly country?: string;
  readonly level?: "site" | "city" | "admin" | "country" | "region";
}

async function placeOf(name: string, { at, country, level }: PlaceOptions): Promise<PlaceRef> {
  const { typedPlace } = await import("../typed-values.ts");
  const code = country?.toUpperCase();
  if (at === undefined) {
    const found = typedPlace(name);
    if (found.lat === null) say(`dateline: “${name}” is in no list of places; --at gives its coordinates`);
    return { ...found, ...(code !== undefined && { country: code }), ...(level !== undefined && { level }) };
  }
  const [lat, lon] = at;
  return { name, country: code ?? null, level: level ?? "city", lat, lon, radiusKm: null, geonames: null };
}

function sameness(decide: Command): void {
  const merge = decide
    .command("merge")
    .description("these events are one happening")
    .argument("<events...>", "ids of two events or more");
  deciding(merge).action((events: readonly string[], options: DecideOptions) =>
    make([{ kind: "merge", events }], options),
  );
  const split = decide
    .command("split")
    .description("these claims of an event are of another happening")
    .argument("<event>", "the event's id")
    .argument("<claims...>", "ids of its claims that are of another");
  deciding(split).action((event: string, claims: readonly string[], options: DecideOptions) =>
    make([{ kind: "split", event, claims }], options),
  );
  for (const [word, kind] of [
    ["same", "same-as"],
    ["not-same", "not-same-as"],
  ] as const) {
    const command = decide
      .command(word)
      .description(
        kind === "same-as"
          ? "two names of actors or places are of one, or two events one"
          : "they are two, however alike",
      )
      .argument("<what>", "actor, place or event", what)
      .argument("<a>", "a name as the record shows it, or an event's id")
      .argument("<b>", "the other");
    deciding(command).action((of: "actor" | "place" | "event", a: string, b: string, options: DecideOptions) =>
      make([{ kind, what: of, a, b }], options),
    );
  }
}

function takingBack(decide: Command): void {
  const undo = decide
    .command("undo")
    .description("take a decision back, with all made in one step with it; undo the undoing to restore it")
    .argument("<decision>", "its id, as `dateline decisions` shows it")
    .option("--only", "this decision alone, not its whole step");
  deciding(undo).action((decision: string, options: DecideOptions & { readonly only?: boolean }) =>
    make([{ kind: "undo", decision, step: options.only !== true }], options),
  );
  const keep = decide
    .command("keep")
    .description("a decision that a newer reading puts in question stands as it was made")
    .argument("<decision>", "its id, as `dateline questions` shows it");
  deciding(keep).action((decision: string, options: DecideOptions) => make([{ kind: "keep", decision }], options));
}

function batch(decide: Command): void {
  const command = decide
    .command("batch")
    .description("many at once, as one step: all or none")
    .argument(
      "<file>",
      "an action a line, as JSON (`dateline schema decision` shows their fields); - reads standard input",
    );
  deciding(command).action(async (file: string, options: DecideOptions) => {
    const { decisionInputSchema } = await import("@dateline/model/schema");
    const lines = (file === "-" ? await textOf(process.stdin) : await readFile(file, "utf8")).split("\n");
    const actions = lines.flatMap((line, i) =>
      line.trim() === "" ? [] : [actionIn(line, i + 1, decisionInputSchema)],
    );
    await make(actions, options);
  });
}

function actionIn(
  line: string,
  number: number,
  schema: typeof import("@dateline/model/schema").decisionInputSchema,
): Action {
  const wrong = (why: string): DatelineError => new DatelineError("cli/usage", `line ${number} is no action: ${why}`);
  let action: unknown;
  try {
    action = JSON.parse(line);
  } catch {
    throw wrong("it is no JSON");
  }
  const read = schema.safeParse({ action, who: "-" });
  if (!read.success) throw wrong(read.error.issues.map((i) => `${i.path.slice(1).join(".")} ${i.message}`).join("; "));
  return read.data.action;
}

/** A claim's id begins with a small letter, an event's with a country. */
function targetOf(id: string): { readonly claim: string } | { readonly event: string } {
  return /^[ch]-/.test(id) ? { claim: id } : { event: id };
}

function what(text: string): "actor" | "place" | "event" {
  if (text === "actor" || text === "place" || text === "event") return text;
  throw new InvalidArgumentError("actor, place or event is wanted.");
}

function coordinates(text: string): readonly [number, number] {
  const [lat, lon, ...more] = text.split(",").map((part) => Number(part.trim()));
  const fits = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (!fits || more.length > 0) throw new InvalidArgumentError("latitude and longitude like 16.27,-0.04 are wanted.");
  return [lat, lon];
}

import type { Counted, CountRange, EvidenceField, HandClaim, Span } from "@dateline/model";
import { COUNTED, DatelineError } from "@dateline/model";
import type { Command } from "commander";
import { type DecideOptions, deciding, make } from "./deciding.ts";
import { withHeldRecord } from "./held-record.ts";

interface ClaimOptions extends DecideOptions {
  readonly words: string;
  readonly passage?: string;
  readonly nth?: number;
  readonly type: string;
  readonly mode?: string;
  readonly status?: string;
  readonly agent?: readonly string[];
  readonly target?: readonly string[];
  readonly place?: string;
  readonly time?: string;
  readonly says?: readonly string[];
  readonly event?: string;
  readonly evidence?: readonly string[];
}

/** `dateline decide add`: a claim by hand. */
export function addClaimCommand(decide: Command): void {
  const command = decide
    .command("add")
    .description("add a claim that the reader did not find: its words in the report, its values as you type them")
    .argument("<report>", "the report's id")
    .requiredOption("--words <text>", "the words of the deed, as they stand in the report (killed)")
    .requiredOption("--type <type>", "PLOVER type, like ASSAULT")
    .option("--passage <text>", "the words that tell it (default: the sentence around)")
    .option("--nth <n>", "which place, where the words stand at several", Number)
    .option("--mode <mode>", "PLOVER mode")
    .option("--status <status>", "happened, ongoing, planned, possible or denied")
    .option("--agent <name>", "who did it; may be repeated", collect)
    .option("--target <name>", "to whom; may be repeated", collect)
    .option("--place <name>", "where, best with its country")
    .option("--time <date>", "when: 2020-06-03, 2020-06, 2020-06-03/2020-06-05")
    .option("--says <name>", "who says so, first the one who first does; may be repeated", collect)
    .option("--event <id>", "event of the record that it tells of")
    .option("--evidence <field=words>", "the words behind a value, like place=Gao; may be repeated", collect);
  for (const counted of COUNTED) command.option(`--${counted} <number>`, `how many were ${counted}`);
  deciding(command).action(async (report: string, options: ClaimOptions) => {
    const claim = await withHeldRecord(options, async (record) => {
      const page = await record.report(report);
      if (page === undefined)
        throw new DatelineError("report/not-found", `there is no report ${report} in this record`);
      return handClaim({ report: page.id, text: page.reading.report.text, sentences: page.reading.sentences }, options);
    });
    await make([{ kind: "add-claim", claim }], options);
  });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

interface Marked {
  readonly report: string;
  readonly text: string;
  readonly sentences: readonly Span[];
}

async function handClaim(in_: Marked, options: ClaimOptions): Promise<HandClaim> {
  const { typedActors, typedPlace, typedStatus, typedValue } = await import("../typed-values.ts");
  const trigger = spanOf(in_, options.words, options.nth ?? 1);
  const span = options.passage === undefined ? sentenceOf(in_, trigger) : spanOf(in_, options.passage, 1);
  const time = options.time === undefined ? null : typedValue("time", options.time);
  const counts = await countsOf(options);
  return {
    report: in_.report,
    span,
    trigger,
    type: options.type.toUpperCase() as HandClaim["type"],
    mode: (options.mode?.toLowerCase() ?? null) as HandClaim["mode"],
    status: options.status === undefined ? "happened" : typedStatus(options.status),
    agents: (options.agent ?? []).flatMap(typedActors),
    targets: (options.target ?? []).flatMap(typedActors),
    place: options.place === undefined ? null : typedPlace(options.place),
    time: time?.kind === "time" ? time.time : null,
    counts,
    chain: (options.says ?? []).map((name) => ({
      name,
      kind: typedActors(name)[0]?.kind ?? "other",
      form: "indirect",
      channel: null,
      named: /\p{Lu}/u.test(name),
    })),
    evidence: evidenceOf(in_, options, span),
    event: options.event ?? null,
  };
}

async function countsOf(options: ClaimOptions): Promise<HandClaim["counts"]> {
  const { typedCount } = await import("../typed-values.ts");
  const given = options as unknown as Readonly<Partial<Record<Counted, string>>>;
  const pairs = COUNTED.flatMap((c): readonly (readonly [Counted, CountRange])[] => {
    const text = given[c];
    return text === undefined ? [] : [[c, typedCount(text)]];
  });
  return Object.fromEntries(pairs);
}

/** Where words stand for the nth time. */
function spanOf(
  { report, text }: Marked,
  words: string,
  nth: number,
  within: Span = { start: 0, end: text.length },
): Span {
  let start = within.start - 1;
  for (let n = 0; n < nth; n += 1) {
    start = text.indexOf(words, start + 1);
    if (start < 0 || start + words.length > within.end)
      throw new DatelineError(
        "decision/words",
        `“${words}” does not stand${nth > 1 ? ` ${nth} times` : ""} in ${report}`,
      );
  }
  return { start, end: start + words.length };
}

function sentenceOf({ text, sentences }: Marked, at: Span): Span {
  return sentences.find((s) => s.start <= at.start && s.end >= at.end) ?? { start: 0, end: text.length };
}

function evidenceOf(in_: Marked, options: ClaimOptions, span: Span): HandClaim["evidence"] {
  const out = new Map<string, Span[]>();
  for (const given of options.evidence ?? []) {
    const [field = "", ...words] = given.split("=");
    if (!["agents", "targets", "place", "time", "status", "counts", "type"].includes(field))
      throw new DatelineError(
        "cli/usage",
        `--evidence ${given}: the field is agents, targets, place, time, status or counts`,
      );
    out.set(field, [...(out.get(field) ?? []), spanOf(in_, words.join("="), 1, span)]);
  }
  return Object.fromEntries(out) as Partial<Record<EvidenceField, readonly Span[]>>;
}

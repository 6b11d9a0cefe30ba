import { existsSync } from "node:fs";
import { DatelineError } from "@dateline/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "./exit.ts";
import { importProgress } from "./import-progress.ts";
import { print } from "./output.ts";

const FORMATS = ["geonames", "csv", "geojson"] as const;

interface ImportOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly out: string;
  readonly alternateNames?: string;
  readonly minPopulation: number;
  readonly classes?: string;
}

export function gazetteerCommand(program: Command): void {
  const gazetteer = program.command("gazetteer").description("make a gazetteer of your own");
  gazetteer
    .command("import")
    .description("make an index from a GeoNames dump (allCountries.txt, cities500.txt), a CSV or a GeoJSON of places")
    .argument("<file>", "the file of places")
    .addOption(new Option("--format <format>", "what the file is (default: by its ending)").choices(FORMATS))
    .option("--out <file>", "the index to write", "places.gazetteer")
    .option("--alternate-names <file>", "GeoNames' alternateNamesV2.txt: further names of the places of a dump")
    .option("--min-population <n>", "leave out places with fewer people (GeoNames only)", wholeNumber, 0)
    .option("--classes <letters>", "GeoNames feature classes to keep: A divisions, P places, H waters, T, S, L")
    .addHelpText(
      "after",
      `
An import that was ended goes on where it was when the same command is given again.

Example:
  dateline gazetteer import allCountries.txt --classes APH --out world.gazetteer
  dateline read report.txt --gazetteer world.gazetteer`,
    )
    .action(async (file: string, options: ImportOptions) => {
      process.exitCode = await runImport(file, options);
    });
}

async function runImport(file: string, options: ImportOptions): Promise<number> {
  const { importGazetteer } = await import("@dateline/reader/gazetteer");
  const format = options.format ?? formatOf(file);
  const { alternateNames } = options;
  for (const path of [file, ...(alternateNames === undefined ? [] : [alternateNames])]) {
    if (!existsSync(path)) throw new DatelineError("lists/missing", `${path}: no such file; check the path`);
  }
  if (alternateNames !== undefined && format !== "geonames") {
    throw new DatelineError("cli/usage", "--alternate-names goes with a GeoNames dump only");
  }
  const onProgress = importProgress({
    hasNames: alternateNames !== undefined,
    stream: process.stderr,
    now: () => performance.now(),
  });
  const { minPopulation, classes, out } = options;
  const { rows, size, resumed } = await importGazetteer(file, {
    format,
    out,
    alternateNames,
    minPopulation,
    classes,
    onProgress,
  });
  const how = resumed ? ", gone on with where it was ended" : "";
  await print(`${rows} places in ${out} (${(size / 1e6).toFixed(1)} MB${how}); use it with --gazetteer ${out}\n`);
  return EXIT.ok;
}

function formatOf(file: string): (typeof FORMATS)[number] {
  if (/\.txt$|\.tsv$/i.test(file)) return "geonames";
  if (/\.csv$/i.test(file)) return "csv";
  if (/\.(geo)?json[ls]?$/i.test(file)) return "geojson";
  throw new DatelineError("cli/usage", `${file}: what it is cannot be told from its name; say it with --format`);
}

function wholeNumber(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError("a whole number is wanted.");
  return n;
}

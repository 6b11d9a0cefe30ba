import { renameSync, writeFileSync } from "node:fs";
import { DatelineError } from "@dateline/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "./exit.ts";
import { print, say } from "./output.ts";

const FORMATS = ["geonames", "csv", "geojson"] as const;

interface ImportOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly out: string;
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
    .option("--min-population <n>", "leave out places with fewer people (GeoNames only)", wholeNumber, 0)
    .option("--classes <letters>", "GeoNames feature classes to keep: A divisions, P places, H waters, T, S, L")
    .addHelpText(
      "after",
      `
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
  let rows = 0;
  const bytes = await importGazetteer(file, {
    format: options.format ?? formatOf(file),
    minPopulation: options.minPopulation,
    classes: options.classes,
    onProgress: (at) => {
      rows = at.rows;
      tell(at.totalBytes === 0 ? 1 : at.bytes / at.totalBytes, rows);
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  const half = `${options.out}.part`;
  writeFileSync(half, bytes);
  renameSync(half, options.out);
  await print(
    `${rows} places in ${options.out} (${(bytes.length / 1e6).toFixed(1)} MB); use it with --gazetteer ${options.out}\n`,
  );
  return EXIT.ok;
}

function tell(share: number, rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${Math.round(share * 100)} %, ${rows} places`);
  else if (share === 1) say(`${rows} places read`);
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

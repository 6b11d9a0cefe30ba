import { DatelineError, type ReportInput } from "@dateline/model";
import { decodeHtml, decodeText } from "./decode.ts";
import type { Given, Ingested, IngestedReport } from "./ingested.ts";
import { bytesOf, failure, headOf, type InputFile, inputFiles, isUrl, linesOf } from "./inputs.ts";
import { jsonReport } from "./jsonl.ts";
import { kindOf } from "./sniff.ts";
import { textReport } from "./text.ts";

/**
 * Reports out of files, folders and standard input (`-`), in the order named. A fault in one input is a value in its
 * place; the rest goes on.
 */
export async function* ingest(names: readonly string[], given: Given = {}): AsyncGenerator<Ingested> {
  for await (const input of inputFiles(names)) {
    if (input.kind === "failure") {
      yield input;
      continue;
    }
    try {
      yield* ingestFile(input, given);
    } catch (error) {
      yield failure(input.name, error);
    }
  }
}

async function* ingestFile({ name }: InputFile, given: Given): AsyncGenerator<Ingested> {
  if (isUrl(name)) {
    const { fetchPublic } = await import("./fetch.ts");
    const { bytes, url } = await fetchPublic(name);
    yield* ingestBytes(name, bytes, { ...given, url: given.url ?? url });
    return;
  }
  const kind = kindOf(name, await headOf(name));
  if (kind === "jsonl") {
    yield* ingestLines(name, given);
    return;
  }
  const bytes = await bytesOf(name);
  yield* ingestBytes(name, bytes, given);
}

/** The reports in bytes that are already here: a file read whole, an upload, standard input. */
export async function* ingestBytes(name: string, bytes: Uint8Array, given: Given = {}): AsyncGenerator<Ingested> {
  const report = (made: ReportInput, mediaType: string): IngestedReport => ({
    kind: "report",
    from: name,
    report: withGiven(made, given),
    original: bytes,
    mediaType,
    remarks: [],
  });
  if (bytes.length === 0) throw new DatelineError("ingest/empty", "is empty: there is no text to read");
  const kind = kindOf(name, bytes);
  switch (kind) {
    case "html": {
      const { htmlReport } = await import("./html.ts");
      yield report(htmlReport(decodeHtml(bytes).text), "text/html");
      return;
    }
    case "pdf": {
      const { pdfReport } = await import("./pdf.ts");
      yield report(await pdfReport(bytes), "application/pdf");
      return;
    }
    case "feed":
      yield* ingestFeed(name, bytes, given);
      return;
    case "json":
      yield report(jsonReport(decodeText(bytes).text), "application/json");
      return;
    case "jsonl":
    case "text":
      yield report(textReport(decodeText(bytes, given.encoding).text), "text/plain");
      return;
    default:
      kind satisfies never;
  }
}

async function* ingestFeed(name: string, bytes: Uint8Array, given: Given): AsyncGenerator<Ingested> {
  const { feedEntries } = await import("./feed.ts");
  const entries = feedEntries(decodeHtml(bytes).text);
  if (entries.length === 0) throw new DatelineError("ingest/empty", "is a feed without entries");
  for (const entry of entries) {
    const from = `${name}#${entry.item}`;
    if ("error" in entry) yield failure(from, entry.error);
    else yield lineReport(from, entry.report, given);
  }
}

async function* ingestLines(name: string, given: Given): AsyncGenerator<Ingested> {
  let found = false;
  for await (const { number, bytes, tooLong } of linesOf(name)) {
    const from = `${name}:${number}`;
    try {
      if (tooLong) throw new DatelineError("ingest/too-long", "is a line of more than 16 MB: no report is that long");
      const json = decodeText(bytes).text;
      if (json.trim() === "") continue;
      found = true;
      yield lineReport(from, jsonReport(json), given);
    } catch (error) {
      found = true;
      yield failure(from, error);
    }
  }
  if (!found) throw new DatelineError("ingest/empty", "is empty: there is no report in it");
}

/** A report that is one part of a file: its original is the part itself, kept as JSON. */
function lineReport(from: string, made: ReportInput, given: Given): IngestedReport {
  const original = new TextEncoder().encode(JSON.stringify(made));
  return { kind: "report", from, report: withGiven(made, given), original, mediaType: "application/json", remarks: [] };
}

/** What the caller gives fills what the report does not say; a date or title the report states itself stays. */
function withGiven(report: ReportInput, given: Given): ReportInput {
  return {
    ...report,
    title: report.title ?? given.title ?? null,
    publisher: report.publisher ?? given.publisher ?? null,
    published: report.published ?? given.published ?? null,
    url: report.url ?? given.url ?? null,
    ...((report.language ?? given.language) && { language: report.language ?? given.language }),
  };
}

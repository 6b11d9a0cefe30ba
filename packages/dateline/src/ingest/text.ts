import { DatelineError, type ReportInput } from "@dateline/model";
import { LIMITS } from "./ingested.ts";

/** Title and credits that a plain text tells in so many words. */
export function textReport(text: string): ReportInput {
  refuseUnreadable(text);
  const publisher = creditIn(text);
  const title = headlineOf(text);
  return { text, ...(title !== undefined && { title }), ...(publisher !== undefined && { publisher }) };
}

/** Throws where a text is empty or too long to be one report. */
export function refuseUnreadable(text: string): void {
  if (text.trim() === "") throw new DatelineError("ingest/empty", "is empty: there is no text to read");
  if (text.length > LIMITS.textLength) {
    const size = (text.length / 1e6).toFixed(1);
    const limit = (LIMITS.textLength / 1e6).toFixed(1);
    throw new DatelineError(
      "ingest/too-long",
      `holds ${size} million characters, more than the ${limit} million of one report; split it into one report each, for instance as JSON Lines`,
    );
  }
}

/** The first line, if it stands alone, is short and does not end like a sentence. */
function headlineOf(text: string): string | undefined {
  const match = /^\s*(\S[^\n]{0,198}\S)[ \t]*\r?\n[ \t]*\r?\n/.exec(text.slice(0, 400));
  const line = match?.[1]?.trim();
  return line !== undefined && !/[.!?…]["”’»)]?$/.test(line) ? line : undefined;
}

/** "Source: Voice of America" on a line of its own, or else the agency of the dateline: "BAMAKO (Reuters) -". */
function creditIn(text: string): string | undefined {
  const lines = `${text.slice(0, 600)}\n${text.slice(-600)}`;
  const source = /^\s*(?:Source|Publisher)\s*:\s*(\S[^\n\r]{0,118})$/im.exec(lines)?.[1]?.trim();
  return source ?? AGENCY.exec(text.slice(0, 600))?.[1];
}

/** A place in capitals, perhaps a date, and a name in brackets before a dash. */
const AGENCY = /^[ \t]*\p{Lu}{3,}[^\n()]{0,60}\((\p{Lu}[\p{L} .&’'-]{1,40})\)[ \t]*(?:-|–|—)/mu;

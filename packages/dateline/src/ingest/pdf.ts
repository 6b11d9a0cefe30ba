import { DatelineError, type ReportInput } from "@dateline/model";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { refuseUnreadable } from "./text.ts";

const MOST_PAGES = 500;

/** The text of a PDF: lines of a paragraph joined, paragraphs apart. Throws where it has no text layer or is damaged. */
export async function pdfReport(bytes: Uint8Array): Promise<ReportInput> {
  const pdf = await openPdf(bytes);
  if (pdf.numPages > MOST_PAGES) {
    throw new DatelineError("ingest/pdf", `has ${pdf.numPages} pages, more than ${MOST_PAGES}; split it`);
  }
  const { text: pages } = await extractText(pdf, { mergePages: false });
  const text = pages.map(paragraphs).join("\n\n").trim();
  if (text === "") {
    throw new DatelineError("ingest/pdf-no-text", "is a PDF without a text layer (a scan?); run OCR on it first");
  }
  refuseUnreadable(text);
  const { info } = await getMeta(pdf);
  const title = typeof info?.Title === "string" ? info.Title.trim() : "";
  return { text, ...(title !== "" && { title }) };
}

async function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    // pdf.js takes the buffer away from its owner: it gets a copy
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatelineError("ingest/pdf", `is no readable PDF (${why}); open it elsewhere and save it again`, {
      cause,
    });
  }
}

/** A line that ends a sentence and is followed by a capital after a short line ends a paragraph; other line ends are wraps. */
function paragraphs(page: string): string {
  const lines = page.split(/\r?\n/).map((l) => l.trim());
  const width = Math.max(...lines.map((l) => l.length), 0);
  let text = "";
  lines.forEach((line, i) => {
    text += line;
    const next = lines[i + 1];
    if (next === undefined) return;
    const ends = line === "" || next === "" || line.length < width * 0.75;
    text += ends ? "\n\n" : line.endsWith("-") && /^[a-z]/.test(next) ? "" : " ";
  });
  return text.replace(/\n{3,}/g, "\n\n");
}

import { DatelineError, type ReportInput } from "@dateline/model";
import { extractTextItems, getDocumentProxy, getMeta } from "unpdf";
import { pageText } from "./pdf-lines.ts";
import { refuseUnreadable } from "./text.ts";

const MOST_PAGES = 500;

/** The text of a PDF: lines of a paragraph joined, paragraphs apart. Throws where it has no text layer or is damaged. */
export async function pdfReport(bytes: Uint8Array): Promise<ReportInput> {
  const pdf = await openPdf(bytes);
  if (pdf.numPages > MOST_PAGES) {
    throw new DatelineError("ingest/pdf", `has ${pdf.numPages} pages, more than ${MOST_PAGES}; split it`);
  }
  const { items: pages } = await extractTextItems(pdf);
  const text = pages.map(pageText).join("\n\n").trim();
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

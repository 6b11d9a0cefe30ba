import type { Reading, ReportInput } from "@dateline/model";
import { reader } from "../resources.ts";

/** One report read in a worker thread; the answer is JSON, which crosses threads faster than an object tree. */
export default function read(report: ReportInput): string {
  const reading: Reading = reader().read(report);
  return JSON.stringify(reading);
}

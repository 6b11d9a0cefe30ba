import type { TraceEntry } from "@dateline/reader";
import type { Terminal } from "../terminal.ts";

/** Which rule gave what, one line each. */
export function traceView(trace: readonly TraceEntry[], text: string, { colors: c }: Terminal): string {
  return trace
    .map(({ step, rule, span, gave }) => {
      const words = span === null ? "" : ` “${text.slice(span.start, span.end).replace(/\s+/g, " ").slice(0, 80)}”`;
      return `${c.dim(step.padEnd(12))} ${rule.padEnd(28)}${words} ${c.dim("⇒")} ${gave}`;
    })
    .join("\n");
}

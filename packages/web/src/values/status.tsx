import type { Status } from "@dateline/model";
import type { ReactNode } from "react";

const GLYPHS: Readonly<Record<Status, string>> = {
  happened: "●",
  ongoing: "◉",
  planned: "○",
  possible: "◐",
  denied: "✕",
};

/** The glyph of a status, with its word for those who do not see it. */
export function StatusGlyph({ status }: { readonly status: Status }): ReactNode {
  return (
    <span className={`glyph ${status}`} title={status}>
      <span aria-hidden="true">{GLYPHS[status]}</span>
      <span className="sr">{status}</span>
    </span>
  );
}

export function StatusLegend(): ReactNode {
  return (
    <p className="legend">
      {Object.entries(GLYPHS).map(([status, glyph]) => (
        <span key={status}>
          <span className={`glyph ${status}`} aria-hidden="true">
            {glyph}
          </span>{" "}
          {status}
        </span>
      ))}
    </p>
  );
}

import type { DecisionRow } from "@dateline/model";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { actionText } from "./action-text.ts";
import { useDecide } from "./use-decide.ts";

/** One decision: who, when, what, why, over which words, and what became of it. */
export function DecisionItem({ decision }: { readonly decision: DecisionRow }): ReactNode {
  const { undo, isBusy } = useDecide();
  const { id, at, who, why, action, anchors, undoneBy, open } = decision;
  const text = actionText(action);
  const [first] = anchors;
  return (
    <li className={undoneBy === null ? "decision" : "decision is-undone"}>
      <p className="by">
        <span>
          <bdi>{who}</bdi> {text}
        </span>
        <time className="date" dateTime={at}>
          {at.slice(0, 16).replace("T", " ")}
        </time>
      </p>
      {why !== null && <p className="quiet">Why: {why}</p>}
      {first !== undefined && (
        <p className="quiet">
          over <q dir="auto">{first.words}</q>
          {anchors.length > 1 && ` and ${anchors.length - 1} more`} ·{" "}
          <Link href={`/r/${encodeURIComponent(first.report)}`}>report</Link>
          {first.event != null && (
            <>
              {" "}
              · <Link href={`/e/${encodeURIComponent(first.event)}`}>event</Link>
            </>
          )}
        </p>
      )}
      {open !== null && <p className="note">{open}</p>}
      {undoneBy !== null && <p className="quiet">undone</p>}
      {undoneBy === null && action.kind !== "undo" && (
        <button
          type="button"
          className="small"
          disabled={isBusy}
          onClick={() => undo({ text: `${who}: ${text}.`, decisions: [decision] })}
          aria-label={`Undo decision ${id}`}
        >
          Undo
        </button>
      )}
    </li>
  );
}

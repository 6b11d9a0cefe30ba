import type { Question } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { plural } from "../values/text.ts";
import { fieldWord } from "./action-text.ts";
import { useDecide } from "./use-decide.ts";

/** Where a newer reading or a changed text stands against a decision: a person says which holds. */
export function Questions(): ReactNode {
  const questions = useQuery({ queryKey: ["questions"], queryFn: () => api.questions({ limit: 100 }) });
  return (
    <Loaded of={questions}>
      {({ items, total }) =>
        total === 0 ? (
          <p className="quiet">No open questions: every decision still stands on its words.</p>
        ) : (
          <section aria-label="Open questions">
            <h2>{plural(total, "open question")}</h2>
            <ol className="decisions">
              {items.map((question) => (
                <QuestionItem key={question.decision} question={question} />
              ))}
            </ol>
          </section>
        )
      }
    </Loaded>
  );
}

function QuestionItem({ question }: { readonly question: Question }): ReactNode {
  const { decide, isBusy } = useDecide();
  const { decision, reason, report, event, differs } = question;
  return (
    <li className="decision">
      <p>{reason}</p>
      {differs.length > 0 && (
        <dl className="fields">
          {differs.map((d) => (
            <div key={d.field}>
              <dt>{fieldWord(d.field)}</dt>
              <dd>
                decided over <strong>{d.decided ?? "nothing"}</strong>; now reads{" "}
                <strong>{d.reads ?? "nothing"}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="row">
        <button
          type="button"
          disabled={isBusy}
          onClick={() => decide([{ kind: "keep", decision }], "The decision stands as it was made.")}
        >
          Keep the decision
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => decide([{ kind: "undo", decision }], "The decision was undone; the new reading holds.")}
        >
          Take the new reading
        </button>
        {report !== null && <Link href={`/r/${encodeURIComponent(report)}`}>report</Link>}
        {event !== null && <Link href={`/e/${encodeURIComponent(event)}`}>event</Link>}
      </p>
    </li>
  );
}

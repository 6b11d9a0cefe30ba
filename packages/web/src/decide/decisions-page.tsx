import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { FilterField } from "../app/filter-field.tsx";
import { Pager } from "../app/pager.tsx";
import { type QueryState, useQueryState } from "../app/query-state.ts";
import { DecisionItem } from "./decision-item.tsx";
import { Questions } from "./questions.tsx";

const SIZE = 50;

/** What people decided, newest first, and above it what newer readings ask of them. */
export function DecisionsPage(): ReactNode {
  const [state, setState] = useQueryState();
  const { who = "", since = "", until = "" } = state;
  const offset = Number(state.offset ?? 0);
  const change = (next: QueryState): void => setState({ offset: "", ...next });
  const decisions = useQuery({
    queryKey: ["decisions", who, since, until, offset],
    queryFn: () => api.decisions({ who, since, until, offset, limit: SIZE, sort: "newest" }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>Decisions</h1>
      <Questions />
      <h2>Journal</h2>
      <search className="filters">
        <FilterField label="Who decided" value={who} onChange={(v) => change({ who: v })} />
        <FilterField label="From" type="date" value={since} onChange={(v) => change({ since: v })} />
        <FilterField label="To" type="date" value={until} onChange={(v) => change({ until: v })} />
      </search>
      <Loaded of={decisions}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="quiet">No decisions yet: open a report and accept or reject its claims.</p>
          ) : (
            <>
              <ol className="decisions">
                {items.map((decision) => (
                  <DecisionItem key={decision.id} decision={decision} />
                ))}
              </ol>
              <Pager
                total={total}
                offset={offset}
                size={SIZE}
                onMove={(o) => setState({ offset: o === 0 ? "" : String(o) })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

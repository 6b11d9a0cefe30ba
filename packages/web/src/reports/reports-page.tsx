import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { FilterField } from "../app/filter-field.tsx";
import { Pager } from "../app/pager.tsx";
import { useQueryState } from "../app/query-state.ts";
import { plural } from "../values/text.ts";

const SIZE = 50;

export function ReportsPage(): ReactNode {
  const [state, setState] = useQueryState();
  const { text = "", publisher = "" } = state;
  const offset = Number(state.offset ?? 0);
  const stats = useQuery({ queryKey: ["stats"], queryFn: api.stats });
  const reports = useQuery({
    queryKey: ["reports", text, publisher, offset],
    queryFn: () => api.reports({ text, publisher, offset, limit: SIZE }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>Reports</h1>
      {stats.data !== undefined && (
        <p className="quiet">
          {plural(stats.data.reports, "report")} in{" "}
          {stats.data.stories === 1 ? "1 story" : `${stats.data.stories} stories`} ·{" "}
          {plural(stats.data.claims, "claim")} · {plural(stats.data.events, "event")} ·{" "}
          {plural(stats.data.origins, "origin")}
        </p>
      )}
      <search className="filters">
        <FilterField label="Words" value={text} onChange={(v) => setState({ text: v, offset: "" })} />
        <FilterField label="Publisher" value={publisher} onChange={(v) => setState({ publisher: v, offset: "" })} />
      </search>
      <Loaded of={reports}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="empty">
              {text + publisher === "" ? (
                <>
                  The record is empty. <Link href="/new">Add a report</Link>, or run <code>dateline add examples/</code>
                  .
                </>
              ) : (
                "No report matches."
              )}
            </p>
          ) : (
            <>
              <table className="list">
                <thead>
                  <tr>
                    <th scope="col">Report</th>
                    <th scope="col">Publisher</th>
                    <th scope="col">Published</th>
                    <th scope="col" className="number">
                      Claims
                    </th>
                    <th scope="col" className="number">
                      Copies
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((report) => (
                    <tr key={report.id}>
                      <td>
                        <Link href={`/r/${encodeURIComponent(report.id)}`}>
                          <bdi lang={report.language}>{report.title ?? "Untitled report"}</bdi>
                        </Link>
                      </td>
                      <td>{report.publisher ?? <span className="quiet">not told</span>}</td>
                      <td className="date">{report.published ?? <span className="quiet">no date</span>}</td>
                      <td className="number">{report.claims}</td>
                      <td className="number">{report.copies > 1 ? `+${report.copies - 1}` : ""}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
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

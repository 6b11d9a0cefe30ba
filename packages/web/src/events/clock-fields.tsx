import type { ReactNode } from "react";
import { FilterField } from "../app/filter-field.tsx";
import { useQueryState } from "../app/query-state.ts";

/** The two clocks: the record as it stood on a day, and what had been published by a day. Both stand in the address. */
export function ClockFields(): ReactNode {
  const [{ asOf = "", saidBy = "" }, setState] = useQueryState();
  const isThen = asOf !== "" || saidBy !== "";
  return (
    <details className="clocks" open={isThen || undefined}>
      <summary>As of another day</summary>
      <div className="filters">
        <FilterField
          label="What the record knew on"
          type="date"
          value={asOf}
          onChange={(v) => setState({ asOf: v, offset: "" })}
        />
        <FilterField
          label="What was published by"
          type="date"
          value={saidBy}
          onChange={(v) => setState({ saidBy: v, offset: "" })}
        />
        {isThen && (
          <button type="button" className="small" onClick={() => setState({ asOf: "", saidBy: "", offset: "" })}>
            Back to now
          </button>
        )}
      </div>
      {isThen && <p className="note">You see the record of then. What you decide is decided now.</p>}
    </details>
  );
}

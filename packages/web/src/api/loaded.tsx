import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface LoadedProps<T> {
  readonly of: UseQueryResult<T>;
  readonly children: (value: T) => ReactNode;
}

/** What was asked for, or where it stands: on its way, or failed with the reason and a way to try again. */
export function Loaded<T>({ of, children }: LoadedProps<T>): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) {
    return (
      <p className="fault" role="alert">
        {of.error.message}{" "}
        <button type="button" onClick={() => void of.refetch()}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <p className="quiet" role="status">
      Loading …
    </p>
  );
}

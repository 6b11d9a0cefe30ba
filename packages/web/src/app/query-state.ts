import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

export type QueryState = Readonly<Record<string, string>>;

/** The view's state in the address, so that any view can be had again from its URL. An empty value takes a name out. */
export function useQueryState(): readonly [QueryState, (change: QueryState) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const state = Object.fromEntries(new URLSearchParams(search));
  const set = useCallback(
    (change: QueryState) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) {
        if (value === "") next.delete(name);
        else next.set(name, value);
      }
      navigate(next.size > 0 ? `${path}?${next}` : path, { replace: true });
    },
    [search, path, navigate],
  );
  return [state, set];
}

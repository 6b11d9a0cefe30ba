import { type ReactNode, useSyncExternalStore } from "react";

const STORED = "dateline.coder";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who decides in this browser; empty until a name is given. */
export function useCoder(): string {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(STORED) ?? "");
}

/** The name that stands beside each decision, kept in this browser. */
export function CoderField(): ReactNode {
  const coder = useCoder();
  return (
    <label className="coder">
      <span>Deciding as</span>
      <input
        id="coder"
        value={coder}
        placeholder="your name"
        autoComplete="name"
        maxLength={200}
        onChange={(e) => {
          localStorage.setItem(STORED, e.target.value);
          for (const listener of listeners) listener();
        }}
      />
    </label>
  );
}

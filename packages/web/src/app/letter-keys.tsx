import { type ReactNode, useSyncExternalStore } from "react";

const STORED = "dateline.letter-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function areOn(): boolean {
  return localStorage.getItem(STORED) !== "off";
}

/** Whether single letters are commands; kept in this browser (WCAG 2.1.4 asks that they can be switched off). */
export function useLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, areOn);
}

export function LetterKeysSwitch(): ReactNode {
  const on = useLetterKeys();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        onChange={(e) => {
          localStorage.setItem(STORED, e.target.checked ? "on" : "off");
          for (const listener of listeners) listener();
        }}
      />
      letter keys
    </label>
  );
}

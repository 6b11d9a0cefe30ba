import { type ReactNode, useEffect, useState } from "react";

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "search" | "date";
}

/** A field of a filter bar; it tells its value a moment after the last key. */
export function FilterField({ label, value, onChange, type = "search" }: FilterFieldProps): ReactNode {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => onChange(draft), 250);
    return () => clearTimeout(timer);
  }, [draft, value, onChange]);
  return (
    <label className="field">
      <span>{label}</span>
      <input type={type} value={draft} onChange={(e) => setDraft(e.target.value)} />
    </label>
  );
}

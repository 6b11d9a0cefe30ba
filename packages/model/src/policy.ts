/** Named rules that choose one value where origins tell different ones. */
export const POLICIES = [
  "most-independent",
  "latest",
  "acled-lowest",
  "ucdp-best-low-high",
  "median-of-origins",
] as const;
export type Policy = (typeof POLICIES)[number];

/** What every view and export uses unless it is told otherwise. */
export const DEFAULT_POLICY: Policy = "most-independent";

export function isPolicy(text: string): text is Policy {
  return (POLICIES as readonly string[]).includes(text);
}

const NAMES: Intl.DisplayNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** English name of a country; null for an unknown code. */
export function countryName(alpha2: string | null): string | null {
  if (alpha2 === null || !/^[A-Z]{2}$/.test(alpha2)) return null;
  return NAMES.of(alpha2) ?? null;
}

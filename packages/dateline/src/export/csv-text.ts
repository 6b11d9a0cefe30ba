/** A cell: numbers and booleans stay what they are, null is an empty cell. */
export type Cell = string | number | boolean | null;

// A spreadsheet runs a text cell that starts with one of these as a formula, also in its full-width form.
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One line of CSV (RFC 4180, CRLF). Text that a spreadsheet would run is made plain with a leading apostrophe. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

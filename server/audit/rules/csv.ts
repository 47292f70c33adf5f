/** A spreadsheet takes what begins like this for a formula and computes it. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]/;
const SEPARATOR = ";";
/** Tells a spreadsheet that it is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** One line of a table; no cell of it is ever computed by who opens it. */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(toCell).join(SEPARATOR)}\r\n`;

function toCell(value: unknown): string {
  const text = toText(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Hundredths as a number with two places; the comma goes with the semicolon between the cells. */
export const csvAmount = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(".", ",");

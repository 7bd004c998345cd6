/** What a spreadsheet would take for the beginning of a formula, the full-width signs too. */
export const FORMULA_SIGNS: ReadonlySet<string> = new Set('=+-@\t\r＝＋－＠');
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Text as a cell of CSV: whatever it begins with, no spreadsheet reckons with it. */
export function textCell(text: string): string {
  if (FORMULA_SIGNS.has(text.charAt(0))) return quoted(`'${text}`);
  return NEEDS_QUOTES.test(text) ? quoted(text) : text;
}

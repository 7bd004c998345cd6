import type { Cell, CellKind, Heading, LooseRow } from './sheet';
import { dayInSheet, plannedInSheet } from './sheet-days';

/** What a spreadsheet would take for the beginning of a formula, the full-width signs too. */
const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Text as a cell of CSV: whatever it begins with, no spreadsheet reckons with it. */
export function textCell(text: string): string {
  if (LIKE_A_FORMULA.test(text)) return quoted(`'${text}`);
  return NEEDS_QUOTES.test(text) ? quoted(text) : text;
}

function cellText(cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return plannedInSheet(cell.planned);
  if (kind === 'number' || kind === 'day') return cell; // ours: digits, a point, a minus
  return textCell(kind === 'step' ? (dayInSheet(cell) ?? cell) : cell);
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

export const csvHead = (headings: readonly Heading[]): string => line(headings.map(({ text }) => textCell(text)));

export const csvLoose = (row: LooseRow): string => line(row.map(({ value, kind }) => cellText(value, kind)));

/** Rows below one another. RFC 4180. */
export function csvRows(rows: readonly (readonly Cell[])[], headings: readonly Heading[]): string {
  let text = '';
  for (const row of rows) {
    for (let index = 0; index < headings.length; index++) {
      if (index) text += ',';
      const cell = row[index] ?? null;
      if (cell !== null) text += cellText(cell, headings[index]?.kind ?? 'text');
    }
    text += '\r\n';
  }
  return text;
}

import { textCell } from '../../../platform/values/csv-cell';
import type { Cell, CellKind, Heading, LooseRow } from './sheet';
import { dayInSheet, plannedInSheet } from './sheet-days';

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

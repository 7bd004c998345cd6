import { readDecimal } from '@/shared/forms/decimals';
import { type LineField, lineSpecs } from './specs';

const units: Record<string, string> = {
  pcs: 'pieces',
  pc: 'pieces',
  piece: 'pieces',
  pieces: 'pieces',
  yds: 'yards',
  yd: 'yards',
  yards: 'yards',
  m: 'meters',
  mtr: 'meters',
  mtrs: 'meters',
  meters: 'meters',
  metres: 'meters',
  kg: 'kg',
  kgs: 'kg',
  g: 'g',
  lb: 'lbs',
  lbs: 'lbs',
  roll: 'rolls',
  rolls: 'rolls',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Cells copied from a sheet, as lines beginning at a column. @returns null for a single cell: that is plain typing, and
 * the browser pastes it. What cannot be read stays as it was typed, so that the field says what is wrong.
 */
export function readPaste(pasted: string, columns: readonly LineField[]): Partial<Record<LineField, string>>[] | null {
  const rows = pasted
    .replaceAll('\r\n', '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
  if (rows.length === 1 && rows[0]?.length === 1) return null;
  return rows.map((cells) =>
    Object.fromEntries(
      columns.flatMap((column, at) => (at < cells.length ? [[column, cell(column, cells[at] ?? '')]] : [])),
    ),
  );
}

function cell(column: LineField, pasted: string): string {
  const text = pasted.trim();
  const { kind } = lineSpecs[column];
  if (kind === 'decimal') return readDecimal(text.replace(/^[^\d.-]+/, '')) ?? text;
  if (kind === 'unit') return units[text.toLowerCase().replace(/\.$/, '')] ?? 'pieces';
  return kind === 'day' ? readDay(text) : text;
}

/** `05/Jan/27`, `5-Jan-2027`, `2027-01-05`; days written in numbers only, as 05/01/27, have the day first here. */
function readDay(text: string): string {
  const [, first = '', second = '', third = ''] =
    /^(\d{1,4})[\s./-]+([a-z]{3,}|\d{1,2})[\s./,-]+(\d{1,4})$/i.exec(text) ?? [];
  const [day, year] = first.length === 4 ? [third, first] : [first, third];
  const month = /^\d/.test(second) ? Number(second) : months.indexOf(second.slice(0, 3).toLowerCase()) + 1;
  if (!day || month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return '';
  const full = year.length === 2 ? `20${year}` : year;
  return full.length === 4 ? `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

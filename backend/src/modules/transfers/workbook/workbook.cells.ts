/** What a workbook file holds, once opened: plain values that can be sent between threads and stored as JSON. */

export type WorkbookFileType = 'xls' | 'xlsx' | 'csv';

/**
 * - `text`, `number`, `boolean`: the stored value.
 * - `date`: a number that the sheet shows as a date; `value` is the day as `2025-11-13`, or null when no such day exists.
 * - `error`: the sheet shows a failed formula (`#REF!`); `value` is null.
 * - `formula`: a formula whose result was never stored; formulas are not worked out here, so `value` is null.
 */
export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'error' | 'formula';

export interface WorkbookCell {
  /** `D11` */
  address: string;
  /** Counted from 1, as the sheet shows it. */
  row: number;
  /** Counted from 0. */
  column: number;
  kind: CellKind;
  value: string | number | boolean | null;
  /** The text a person sees in the cell. */
  shown: string;
  /** The formula behind the value, without `=`; shortened to 200 characters. */
  formula: string | null;
}

export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Only cells that hold something, by row from the top and by column from the left. */
  cells: WorkbookCell[];
  /** Row numbers (from 1). */
  hiddenRows: number[];
  /** Column indexes (from 0). */
  hiddenColumns: number[];
  merges: CellRange[];
  /** True where the sheet claims more rows than were looked at. */
  cutOff: boolean;
}

export interface Workbook {
  fileName: string;
  fileType: WorkbookFileType;
  /** In bytes. */
  size: number;
  /** Of the file's bytes, in hex: tells a second upload of the same file. */
  sha256: string;
  sheets: WorkbookSheet[];
}

/** 0 → `A`, 28 → `AC`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** `AC` → 28; null for anything that is not a column's letters. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

import * as spreadsheet from '@e965/xlsx';
import { serialToDate } from './dates';
import { addressOf, type CellRange, type WorkbookCell, type WorkbookSheet } from './workbook.cells';
import type { WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';

const FORMULA_TEXT = 200;
/** A plan has a few dozen. */
const MOST_MERGES = 5000;

/**
 * Opens .xls and .xlsx bytes. Formulas are not worked out: the result that was stored with them is the value.
 * @throws WorkbookRefusal password_protected, not_a_spreadsheet, corrupt, too_many_sheets
 */
export function openExcel(file: Buffer, limits: WorkbookLimits): WorkbookSheet[] {
  const workbook = parse(file, limits);
  if (workbook.SheetNames.length > limits.sheets) {
    throw new WorkbookRefusal(
      'workbook.too_many_sheets',
      `The file has ${workbook.SheetNames.length} sheets, at most ${limits.sheets} are read. Keep the ones to import.`,
    );
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  return workbook.SheetNames.map((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) throw new WorkbookRefusal('workbook.corrupt', `The sheet “${name}” is damaged. Save the file again.`);
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return readSheet(name, hidden, sheet, date1904);
  });
}

function parse(file: Buffer, limits: WorkbookLimits): spreadsheet.WorkBook {
  try {
    return spreadsheet.read(file, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellStyles: true, // the only way to learn which rows and columns are hidden
      sheetRows: limits.depth,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) {
      throw new WorkbookRefusal(
        'workbook.password_protected',
        'The file is protected by a password. Open it, save it without the password and drop that copy.',
      );
    }
    if (/cannot find workbook|not a spreadsheet|unsupported/i.test(message)) {
      throw new WorkbookRefusal('workbook.not_a_spreadsheet', 'The file holds no workbook. Drop an Excel or CSV file.');
    }
    throw new WorkbookRefusal(
      'workbook.corrupt',
      'The file is damaged or was not fully uploaded. Open it in Excel, save it again and drop that copy.',
    );
  }
}

function readSheet(name: string, hidden: boolean, sheet: spreadsheet.WorkSheet, date1904: boolean): WorkbookSheet {
  const rows = (sheet as spreadsheet.DenseWorkSheet)['!data'];
  const cells: WorkbookCell[] = [];
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      const read = cell && readCell(cell, rowIndex + 1, column, date1904);
      if (read) cells.push(read);
    });
  });
  return {
    name,
    hidden,
    cells,
    hiddenRows: indexesWhere(sheet['!rows'], (row) => row?.hidden === true).map((index) => index + 1),
    hiddenColumns: indexesWhere(sheet['!cols'], (column) => column?.hidden === true),
    merges: (sheet['!merges'] ?? []).slice(0, MOST_MERGES).map((range): CellRange => ({
      top: range.s.r + 1,
      bottom: range.e.r + 1,
      left: range.s.c,
      right: range.e.c,
    })),
    cutOff: sheet['!fullref'] !== undefined && sheet['!fullref'] !== sheet['!ref'],
  };
}

function readCell(cell: spreadsheet.CellObject, row: number, column: number, date1904: boolean): WorkbookCell | null {
  const formula = cell.f === undefined ? null : cell.f.slice(0, FORMULA_TEXT);
  const place = { address: addressOf(row, column), row, column, formula };
  const shown = (cell.w ?? '').trim();
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? { ...place, ...readNumber(cell, cell.v, shown, date1904) } : null;
    case 's':
      return String(cell.v ?? '').trim() === ''
        ? null
        : { ...place, kind: 'text', value: String(cell.v), shown: String(cell.v).trim() };
    case 'b':
      return { ...place, kind: 'boolean', value: cell.v === true, shown: cell.v === true ? 'TRUE' : 'FALSE' };
    case 'e':
      if (formula !== null && cell.w === undefined) return { ...place, kind: 'formula', value: null, shown: '' };
      return { ...place, kind: 'error', value: null, shown: shown || '#ERROR' };
    default: // a stub: formatted, but empty
      return formula === null ? null : { ...place, kind: 'formula', value: null, shown: '' };
  }
}

function readNumber(
  cell: spreadsheet.CellObject,
  value: number,
  shown: string,
  date1904: boolean,
): Pick<WorkbookCell, 'kind' | 'value' | 'shown'> {
  const isDate = typeof cell.z === 'string' && spreadsheet.SSF.is_date(cell.z);
  if (!isDate) return { kind: 'number', value, shown: shown || String(value) };
  return { kind: 'date', value: serialToDate(value, date1904), shown: shown || String(value) };
}

function indexesWhere<T>(list: (T | undefined)[] | undefined, test: (item: T | undefined) => boolean): number[] {
  const found: number[] = [];
  list?.forEach((item, index) => {
    if (test(item)) found.push(index);
  });
  return found;
}

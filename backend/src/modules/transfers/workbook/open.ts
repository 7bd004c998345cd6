import { decodeText, parseCsv } from './csv';
import { openExcel } from './excel';
import { sniff } from './sniff';
import { addressOf, type WorkbookCell, type WorkbookFileType, type WorkbookSheet } from './workbook.cells';
import type { WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';
import { safeArchive } from './zip';

export interface OpenedWorkbook {
  fileType: WorkbookFileType;
  sheets: WorkbookSheet[];
}

/** Opens the file in this very thread: `readWorkbook` does it in a thread that can be stopped. @throws WorkbookRefusal */
export async function openWorkbook(file: Buffer, fileName: string, limits: WorkbookLimits): Promise<OpenedWorkbook> {
  const fileType = await sniff(file, fileName);
  const sheets = openAs(fileType, file, fileName, limits).map(printable);
  checkSize(sheets, limits);
  return { fileType, sheets };
}

/** Characters that no screen shows and the database cannot keep: control codes and halves of surrogate pairs. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function printable(sheet: WorkbookSheet): WorkbookSheet {
  const clean = (text: string): string => text.replace(UNPRINTABLE, '').trim();
  const cells = sheet.cells.flatMap((cell): WorkbookCell[] => {
    if (cell.kind !== 'text' || typeof cell.value !== 'string') return [cell];
    const shown = clean(cell.shown);
    return shown === '' ? [] : [{ ...cell, value: cell.value.replace(UNPRINTABLE, ''), shown }];
  });
  return { ...sheet, name: sheet.name.replace(UNPRINTABLE, ''), cells };
}

function openAs(fileType: WorkbookFileType, file: Buffer, fileName: string, limits: WorkbookLimits): WorkbookSheet[] {
  if (fileType === 'csv') return [csvSheet(decodeText(file) ?? '', fileName, limits)];
  return openExcel(fileType === 'xlsx' ? safeArchive(file, limits) : file, limits);
}

function csvSheet(text: string, fileName: string, limits: WorkbookLimits): WorkbookSheet {
  const rows = parseCsv(text);
  const cells = rows.slice(0, limits.depth).flatMap((fields, rowIndex) =>
    fields.flatMap((field, column): WorkbookCell[] => {
      const shown = field.trim();
      const row = rowIndex + 1;
      const address = addressOf(row, column);
      return shown === '' ? [] : [{ address, row, column, kind: 'text', value: field, shown, formula: null }];
    }),
  );
  const name = fileName.replace(/\.[^.]*$/, '');
  return {
    name,
    hidden: false,
    cells,
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    cutOff: rows.length > limits.depth,
  };
}

function checkSize(sheets: WorkbookSheet[], limits: WorkbookLimits): void {
  const all = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  if (all === 0)
    throw new WorkbookRefusal('workbook.no_cells', 'The file’s sheets are empty. Drop the filled-in workbook.');
  if (all > limits.cells) {
    throw new WorkbookRefusal(
      'workbook.too_many_cells',
      `The file holds ${all.toLocaleString('en')} filled cells, at most ${limits.cells.toLocaleString('en')} are read. ` +
        'Keep the sheets to import and drop it again.',
    );
  }
  for (const sheet of sheets) checkSheet(sheet, limits);
}

function checkSheet(sheet: WorkbookSheet, limits: WorkbookLimits): void {
  const rows = new Set(sheet.cells.map((cell) => cell.row)).size;
  if (rows > limits.rows) {
    throw new WorkbookRefusal(
      'workbook.too_many_rows',
      `The sheet “${sheet.name}” has ${rows.toLocaleString('en')} filled rows, at most ` +
        `${limits.rows.toLocaleString('en')} are read. Split it and drop the parts one by one.`,
    );
  }
  const farthest = sheet.cells.find((cell) => cell.column >= limits.columns);
  if (farthest) {
    throw new WorkbookRefusal(
      'workbook.too_many_columns',
      `The sheet “${sheet.name}” goes on to ${farthest.address}; at most ${limits.columns} columns are read.`,
    );
  }
}

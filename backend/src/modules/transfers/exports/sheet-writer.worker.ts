import ExcelJS from 'exceljs';
import { parentPort, workerData } from 'node:worker_threads';
import { isDay } from '../../../platform/values/day';
import type { Cell, CellKind, Heading, LooseRow } from './sheet';

/** What the thread is given: one workbook, whose rows come as messages. */
export interface SheetTask {
  path: string;
  name: string;
  title: readonly LooseRow[];
  headings: readonly Heading[];
  frozenColumns: number;
}

export type SheetOrder = { rows: readonly (readonly Cell[])[] } | { close: LooseRow | null; about: readonly string[] };

const DAY = 'd/mmm/yy';
const PLANNED_DAY = '"plan "d/mmm/yy';
/** Excel reckons with fifteen digits; a longer figure stays the text that it is. */
const MOST_DIGITS = 15;
const LONGEST_TEXT = 32_767;
const GREEN = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBDA' } } as const;

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

function valueOf(cell: Cell, kind: CellKind): ExcelJS.CellValue {
  if (cell === null) return null;
  if (typeof cell !== 'string') return dateOf(cell.planned);
  if ((kind === 'day' || kind === 'step') && isDay(cell)) return dateOf(cell);
  if (kind === 'number' && cell.replace(/\D/g, '').length <= MOST_DIGITS) return Number(cell);
  return cell.slice(0, LONGEST_TEXT); // typed as text: whatever it begins with, it is no formula
}

function put(cell: ExcelJS.Cell, value: Cell, kind: CellKind): void {
  const written = valueOf(value, kind);
  cell.value = written;
  if (written instanceof Date) cell.numFmt = value !== null && typeof value === 'object' ? PLANNED_DAY : DAY;
}

/** Writes row after row into a file, and keeps none. */
class WorkbookFile {
  private readonly book: ExcelJS.stream.xlsx.WorkbookWriter;
  private readonly sheet: ExcelJS.Worksheet;

  constructor(private readonly task: SheetTask) {
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: task.path, useStyles: true });
    const top = task.title.length + 1;
    this.sheet = this.book.addWorksheet(task.name, {
      views: [{ state: 'frozen', xSplit: task.frozenColumns, ySplit: top }],
    });
    this.sheet.columns = task.headings.map(({ width }) => ({ width }));
    this.sheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top, column: task.headings.length } };
    for (const row of task.title) this.loose(row, { bold: true });
    const head = this.sheet.addRow(task.headings.map(({ text }) => text));
    head.height = 35;
    head.eachCell((cell) => {
      cell.font = { bold: true };
      cell.fill = GREEN;
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
    });
    head.commit();
  }

  add(rows: readonly (readonly Cell[])[]): void {
    for (const cells of rows) {
      const row = this.sheet.addRow([]);
      this.task.headings.forEach(({ kind }, index) => {
        const value = cells[index] ?? null;
        if (value !== null) put(row.getCell(index + 1), value, kind);
      });
      row.commit();
    }
  }

  async close(closing: LooseRow | null, about: readonly string[]): Promise<void> {
    if (closing) this.loose(closing, { bold: true });
    this.sheet.commit();
    const note = this.book.addWorksheet('About this file');
    note.columns = [{ width: 100 }];
    for (const line of about) note.addRow([line]).commit();
    note.commit();
    await this.book.commit();
  }

  private loose(cells: LooseRow, font: Partial<ExcelJS.Font>): void {
    const row = this.sheet.addRow([]);
    cells.forEach(({ value, kind }, index) => {
      if (value === null) return;
      put(row.getCell(index + 1), value, kind);
      row.getCell(index + 1).font = font;
    });
    row.commit();
  }
}

const file = new WorkbookFile(workerData as SheetTask);

async function obey(order: SheetOrder): Promise<'taken' | 'closed'> {
  if ('rows' in order) {
    file.add(order.rows);
    return 'taken';
  }
  await file.close(order.close, order.about);
  return 'closed';
}

parentPort?.on('message', (order: SheetOrder) => {
  void obey(order).then((answer) => parentPort?.postMessage(answer));
});

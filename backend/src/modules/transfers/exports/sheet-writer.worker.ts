import { parentPort, workerData } from 'node:worker_threads';
import { csvLoose, csvRows } from './csv';
import { formOfKind } from './forms';
import { readRecords } from './records';
import type { SheetAnswer, SheetOrder, SheetTask } from './sheet-writer';
import { XlsxFile } from './xlsx-file';

const { kind, otherSteps, book } = workerData as SheetTask;
const form = formOfKind(kind, otherSteps);
const file = book && new XlsxFile(book.path, { ...book, headings: form.headings });

function obey(order: SheetOrder): SheetAnswer {
  if ('records' in order) {
    const rows = [...readRecords(order.records)].map(form.cellsOf);
    file?.add(rows);
    return { rows: rows.length, csv: file ? null : csvRows(rows, form.headings) };
  }
  const total = form.closing?.() ?? null;
  file?.close(total, order.close);
  return { rows: 0, csv: file || !total ? null : csvLoose(total) };
}

parentPort?.on('message', (order: SheetOrder) => parentPort?.postMessage(obey(order)));

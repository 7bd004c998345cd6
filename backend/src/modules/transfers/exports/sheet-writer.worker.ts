import { parentPort, workerData } from 'node:worker_threads';
import { csvLoose, csvRows } from './csv';
import { formOfKind } from './forms';
import { readRecords } from './records';
import type { SheetAnswer, SheetOrder, SheetTask } from './sheet-writer';
import { XlsxFile } from './xlsx-file';

const { kind, otherSteps, book } = workerData as SheetTask;
const form = formOfKind(kind, otherSteps);
const file = book && new XlsxFile(book.path, { ...book, headings: form.headings });
const utf8 = new TextEncoder();

function obey(order: SheetOrder): SheetAnswer {
  if ('records' in order) {
    const rows = order.records.flatMap((record) => [...readRecords(record)].map(form.cellsOf));
    file?.add(rows);
    return { rows: rows.length, csv: file ? null : utf8.encode(csvRows(rows, form.headings)) };
  }
  const total = form.closing?.() ?? null;
  file?.close(total, order.close);
  return { rows: 0, csv: file || !total ? null : utf8.encode(csvLoose(total)) };
}

parentPort?.on('message', (order: SheetOrder) => {
  const answer = obey(order);
  parentPort?.postMessage(answer, answer.csv ? [answer.csv.buffer as ArrayBuffer] : []);
});

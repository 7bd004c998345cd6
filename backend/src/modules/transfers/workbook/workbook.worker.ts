import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { InvalidWorkbookDecisions } from './decisions';
import { dryRun } from './dry-run';
import type { WorkbookDecisions, WorkbookDryRun } from './dry-run.types';
import { openWorkbook } from './open';
import type { Workbook } from './workbook.cells';
import type { WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal, type WorkbookRefusalCode } from './workbook.refusal';

/** What the thread, which works on one file and ends, is given. */
export interface WorkbookTask {
  file: Uint8Array;
  fileName: string;
  limits: WorkbookLimits;
  /** Null where only the cells are wanted. */
  dryRun: { today: string; decisions: WorkbookDecisions } | null;
}

/** What it answers: errors lose their class between threads, so refusals travel as data. */
export type WorkbookAnswer =
  | { workbook: Workbook }
  | { run: WorkbookDryRun }
  | { refusal: { code: WorkbookRefusalCode; message: string } }
  | { invalidDecisions: Record<string, string[]> };

async function answer(task: WorkbookTask): Promise<WorkbookAnswer> {
  try {
    const file = Buffer.from(task.file);
    const opened = await openWorkbook(file, task.fileName, task.limits);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const workbook: Workbook = { fileName: task.fileName, size: file.length, sha256, ...opened };
    return task.dryRun ? { run: dryRun(workbook, task.dryRun.today, task.dryRun.decisions) } : { workbook };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { refusal: { code: error.code, message: error.message } };
    if (error instanceof InvalidWorkbookDecisions) return { invalidDecisions: error.errors };
    throw error;
  }
}

void answer(workerData as WorkbookTask).then((result) => parentPort?.postMessage(result));

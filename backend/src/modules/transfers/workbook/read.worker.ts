import { parentPort, workerData } from 'node:worker_threads';
import { openWorkbook, type OpenedWorkbook } from './open';
import type { WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal, type WorkbookRefusalCode } from './workbook.refusal';

/** The thread that opens one file and ends. What it is given, and what it answers. */
export interface ReadTask {
  file: Uint8Array;
  fileName: string;
  limits: WorkbookLimits;
}

export type ReadAnswer = { opened: OpenedWorkbook } | { refusal: { code: WorkbookRefusalCode; message: string } };

async function answer({ file, fileName, limits }: ReadTask): Promise<ReadAnswer> {
  try {
    return { opened: await openWorkbook(Buffer.from(file), fileName, limits) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
}

void answer(workerData as ReadTask).then((result) => parentPort?.postMessage(result));

import { join } from 'node:path';
import { askThread, ThreadLimitReached } from '../../../platform/jobs/thread';
import { InvalidWorkbookDecisions } from './decisions';
import type { WorkbookDecisions, WorkbookDryRun } from './dry-run.types';
import type { Workbook } from './workbook.cells';
import { workbookLimits, type WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';
import type { WorkbookAnswer, WorkbookTask } from './workbook.worker';

/** So many files are opened at a time; the next ones wait their turn. */
const AT_ONCE = 2;

/**
 * Opens an uploaded workbook in a thread of its own, with a limit on time and memory: whatever the file is made to do, the
 * process goes on.
 * @throws WorkbookRefusal with a code and a sentence, for every file that is not taken
 */
export async function readWorkbook(file: Buffer, fileName: string, limits = workbookLimits): Promise<Workbook> {
  const answer = await ask({ file, fileName, limits, dryRun: null });
  if ('workbook' in answer) return answer.workbook;
  throw new Error('The workbook thread answered another question.');
}

/**
 * What importing an uploaded workbook would do, worked out in a thread of its own like `readWorkbook`.
 * @param today in the house's zone; stands in for the sheet's date where it has none
 * @throws WorkbookRefusal for every file that is not taken
 * @throws InvalidWorkbookDecisions when a decision names what the workbook does not have
 */
export async function dryRunFile(
  file: Buffer,
  fileName: string,
  today: string,
  decisions: WorkbookDecisions = {},
  limits = workbookLimits,
): Promise<WorkbookDryRun> {
  const answer = await ask({ file, fileName, limits, dryRun: { today, decisions } });
  if ('run' in answer) return answer.run;
  throw new Error('The workbook thread answered another question.');
}

async function ask(task: WorkbookTask & { file: Buffer }): Promise<WorkbookAnswer> {
  checkSize(task.file, task.limits);
  const answer = await turns.take(() => askInThread(task));
  if ('refusal' in answer) throw new WorkbookRefusal(answer.refusal.code, answer.refusal.message);
  if ('invalidDecisions' in answer) throw new InvalidWorkbookDecisions(answer.invalidDecisions);
  return answer;
}

function checkSize(file: Buffer, limits: WorkbookLimits): void {
  if (file.length === 0) {
    throw new WorkbookRefusal('workbook.empty', 'The file is empty. Save the workbook and drop it again.');
  }
  if (file.length <= limits.bytes) return;
  const megabyte = 1024 * 1024;
  throw new WorkbookRefusal(
    'workbook.too_large',
    `The file has ${(file.length / megabyte).toFixed(1)} MB, at most ${limits.bytes / megabyte} MB are read. ` +
      'Take out pictures and old sheets and drop it again.',
  );
}

async function askInThread(task: WorkbookTask): Promise<WorkbookAnswer> {
  try {
    return await askThread<WorkbookAnswer>(join(__dirname, 'workbook.worker'), task, task.limits);
  } catch (error) {
    if (!(error instanceof ThreadLimitReached)) throw error;
    throw error.limit === 'time' ? tooSlow(task.limits) : tooHeavy();
  }
}

function tooSlow(limits: WorkbookLimits): WorkbookRefusal {
  return new WorkbookRefusal(
    'workbook.too_slow',
    `The file could not be opened within ${limits.time / 1000} seconds. Copy the sheet to import into a new workbook.`,
  );
}

function tooHeavy(): WorkbookRefusal {
  return new WorkbookRefusal(
    'workbook.too_heavy',
    'The file needs more memory than an import may use. Copy the sheet to import into a new workbook.',
  );
}

/** Lets a few through and keeps the rest in line. */
const turns = {
  running: 0,
  waiting: [] as (() => void)[],
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  },
};

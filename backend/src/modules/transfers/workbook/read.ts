import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
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
  const answer = await turns.take(() => askThread(task));
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

function askThread(task: WorkbookTask): Promise<WorkbookAnswer> {
  const thread = startThread(task);
  return new Promise<WorkbookAnswer>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(tooSlow(task.limits))), task.limits.time);
    function settle(finish: () => void): void {
      clearTimeout(timer);
      void thread.terminate().then(finish);
    }
    thread.once('message', (answer: WorkbookAnswer) => settle(() => resolve(answer)));
    thread.once('error', (error: NodeJS.ErrnoException) => {
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : error));
    });
  });
}

function startThread(task: WorkbookTask): Worker {
  const options: WorkerOptions = {
    workerData: task,
    execArgv: [],
    env: {}, // a file that breaks out of the parser finds no secrets there
    stdout: true, // what the parser mumbles about odd records stays in the thread
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: task.limits.memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  };
  const compiled = join(__dirname, 'workbook.worker.js');
  if (existsSync(compiled)) return new Worker(compiled, options);
  return new Worker(fromSource, {
    ...options,
    eval: true,
    workerData: { ...task, entry: join(__dirname, 'workbook.worker.ts') },
  });
}

/** Tests run the sources, which a thread cannot load by itself: there it compiles them as it goes. */
const fromSource = `
const { readFileSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const requireThere = require('node:module').createRequire(workerData.entry);
const { transformSync } = requireThere('@swc/core');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename, swcrc: false, module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
  });
  module._compile(code, filename);
};
requireThere(workerData.entry);
`;

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

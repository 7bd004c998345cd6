import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { ReadAnswer, ReadTask } from './read.worker';
import type { Workbook } from './workbook.cells';
import { workbookLimits, type WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';

/** So many files are opened at a time; the next ones wait their turn. */
const AT_ONCE = 2;

/**
 * Opens an uploaded workbook in a thread of its own, with a limit on time and memory: whatever the file is made to do, the
 * process goes on.
 * @throws WorkbookRefusal with a code and a sentence, for every file that is not taken
 */
export async function readWorkbook(file: Buffer, fileName: string, limits = workbookLimits): Promise<Workbook> {
  if (file.length === 0) {
    throw new WorkbookRefusal('workbook.empty', 'The file is empty. Save the workbook and drop it again.');
  }
  if (file.length > limits.bytes) {
    const megabyte = 1024 * 1024;
    throw new WorkbookRefusal(
      'workbook.too_large',
      `The file has ${(file.length / megabyte).toFixed(1)} MB, at most ${limits.bytes / megabyte} MB are read. ` +
        'Take out pictures and old sheets and drop it again.',
    );
  }
  const opened = await turns.take(() => openInThread({ file, fileName, limits }));
  const sha256 = createHash('sha256').update(file).digest('hex');
  return { fileName, size: file.length, sha256, ...opened };
}

type Opened = Extract<ReadAnswer, { opened: unknown }>['opened'];

function openInThread(task: ReadTask): Promise<Opened> {
  const thread = startThread(task);
  return new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(tooSlow(task.limits)));
    }, task.limits.time);
    function settle(finish: () => void): void {
      clearTimeout(timer);
      void thread.terminate().then(finish);
    }
    thread.once('message', (answer: ReadAnswer) => {
      settle(() => {
        if ('opened' in answer) resolve(answer.opened);
        else reject(new WorkbookRefusal(answer.refusal.code, answer.refusal.message));
      });
    });
    thread.once('error', (error: NodeJS.ErrnoException) => {
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : error));
    });
  });
}

function startThread(task: ReadTask): Worker {
  const options: WorkerOptions = {
    workerData: task,
    execArgv: [],
    env: {}, // a file that breaks out of the parser finds no secrets there
    resourceLimits: { maxOldGenerationSizeMb: task.limits.memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  };
  const compiled = join(__dirname, 'read.worker.js');
  if (existsSync(compiled)) return new Worker(compiled, options);
  return new Worker(fromSource, {
    ...options,
    eval: true,
    workerData: { ...task, entry: join(__dirname, 'read.worker.ts') },
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

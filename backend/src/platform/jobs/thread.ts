import { existsSync } from 'node:fs';
import { Worker, type WorkerOptions } from 'node:worker_threads';

export interface ThreadLimits {
  /** Milliseconds. */
  time: number;
  /** Megabytes of heap. WebAssembly keeps its memory elsewhere: a worker that uses it sets its own bound. */
  memory: number;
  /** Of it, where things are that live but for a moment; a small one keeps a thread that makes many such things small. */
  youngMemory?: number;
}

const YOUNG_MEMORY = 64;

/** A thread went past one of its limits and was ended. */
export class ThreadLimitReached extends Error {
  constructor(readonly limit: keyof ThreadLimits) {
    super(limit === 'time' ? 'It took too long.' : 'It needed too much memory.');
  }
}

/**
 * The first message of a thread that works on one thing and ends, with a limit on time and memory: whatever a file is made
 * to do, the process goes on.
 * @param entry the worker's file without its ending: `join(__dirname, 'workbook.worker')`; it finds `task` as its `workerData`
 * @throws ThreadLimitReached, or what the worker threw
 */
export function askThread<Answer>(entry: string, task: object, limits: ThreadLimits): Promise<Answer> {
  const thread = startThread(entry, task, limits);
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new ThreadLimitReached('time'))), limits.time);
    function settle(finish: () => void): void {
      clearTimeout(timer);
      void thread.terminate().then(finish);
    }
    thread.once('message', (answer: Answer) => settle(() => resolve(answer)));
    thread.once('error', (error: NodeJS.ErrnoException) => {
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimitReached('memory') : error));
    });
  });
}

/** A thread that goes on until it is told to end; what it cannot bear comes as its `error`. @param entry as of `askThread` */
export function startThread(
  entry: string,
  task: object,
  { memory, youngMemory = YOUNG_MEMORY }: Omit<ThreadLimits, 'time'>,
): Worker {
  const options: WorkerOptions = {
    workerData: task,
    execArgv: [],
    env: {}, // a file that breaks out of the parser finds no secrets there
    stdout: true, // what the parser mumbles about odd records stays in the thread
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory, stackSizeMb: 4 },
  };
  const compiled = `${entry}.js`;
  if (existsSync(compiled)) return new Worker(compiled, options);
  return new Worker(fromSource, { ...options, eval: true, workerData: { ...task, entry: `${entry}.ts` } });
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

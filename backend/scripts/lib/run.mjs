import { spawn } from 'node:child_process';

const running = new Set();

/** Has a child that leads a group of its own ended with all the others. */
export function track(child) {
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { patienceMs?: number }} options
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, stdout: string, stderr: string }>}
 */
export function run(command, args, { patienceMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that ending it ends what it started as well.
    const child = track(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options }));
    const timer = patienceMs && setTimeout(() => endGroup(child, 'SIGKILL'), patienceMs);
    const said = { output: '', stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream]?.setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
        said.output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...said });
    });
  });
}

export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends everything that `run` started and that still runs. */
export function endAllRuns(signal = 'SIGTERM') {
  for (const child of running) endGroup(child, signal);
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

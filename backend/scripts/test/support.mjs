import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStill, readRunning } from '../lib/lock.mjs';
import { scripts } from '../lib/paths.mjs';
import { isPostmasterOf, pidIn, stopSignals } from '../lib/postgres/leftover.mjs';
import { endProcess, isAlive } from '../lib/processes.mjs';
import { runNode } from '../lib/run.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { removeFolder, temporaryFolder } from '../lib/temporary.mjs';

/** Environment under which the stand-in of this folder takes the backend's place. */
export const fakeEnv = {
  PROVABOOK_DIST: fileURLToPath(new URL('./fake', import.meta.url)),
  LOG_LEVEL: '',
  DATABASE_URL: '',
};

export const startScript = path.join(scripts, 'start.mjs');

/** `npm start` as a process of its own, to its end. */
export const startAlone = (env) => runNode([startScript], { env: { ...neutralEnv(), ...fakeEnv, ...env } });

/** What people are told is a sentence: no line of it comes from a stack. */
export const noStack = (said) => assert.doesNotMatch(said, /^\s+at |node:internal/m);

/**
 * A data folder for one test, cleared of whatever still runs on it afterwards: the start first, which would start its
 * database again.
 */
export function dataFolder(t) {
  const folder = temporaryFolder('scripts');
  t.after(async () => {
    const start = readRunning(folder);
    if (isStill(start)) await endProcess(start.pid, stopSignals);
    const cluster = path.join(folder, 'postgres');
    const pid = pidIn(cluster);
    if (pid && isAlive(pid) && isPostmasterOf(cluster, pid)) await endProcess(pid, stopSignals);
    removeFolder(folder);
  });
  return folder;
}

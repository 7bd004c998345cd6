import { fileURLToPath } from 'node:url';
import { removeFolder, temporaryFolder } from '../lib/temporary.mjs';
import { isStill, readRunning } from '../lib/lock.mjs';
import { endProcess, isAlive } from '../lib/processes.mjs';
import { isPostmasterOf, pidIn, stopSignals } from '../lib/postgres/leftover.mjs';
import path from 'node:path';

/** Environment under which the stand-in of this folder takes the backend's place. */
export const fakeEnv = {
  PROVABOOK_DIST: fileURLToPath(new URL('./fake', import.meta.url)),
  LOG_LEVEL: '',
  DATABASE_URL: '',
};

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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.mjs';
import { commandOf, endProcess, isAlive } from '../processes.mjs';
import { say } from '../say.mjs';

/** Fast shutdown, then at once without a checkpoint, then the end; each with the milliseconds it is given. */
export const stopSignals = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5000],
];

/** The number that postmaster.pid names, or null. The file is Postgres's own: it is read here and never touched. */
export function pidIn(cluster) {
  try {
    const pid = Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** Whether the process is a Postgres on this very data directory; numbers are given out again. */
export function isPostmasterOf(cluster, pid) {
  const command = commandOf(pid);
  return Boolean(command) && /postgres/.test(command) && `${command} `.includes(`-D ${cluster} `);
}

/**
 * Deals with what an earlier start that was killed may have left on the data.
 * @returns {Promise<{ PG_GRANDPARENT_PID?: string }>} environment that the next start of Postgres needs
 */
export async function clearLeftover(cluster) {
  const pid = pidIn(cluster);
  if (!pid) return {};
  if (isAlive(pid) && isPostmasterOf(cluster, pid)) {
    say('The database was left running by a start that was killed: it is stopped first.');
    if (!(await endProcess(pid, stopSignals))) {
      throw new Fault(`The database left running (process ${pid}) does not stop. End that process and start again.`);
    }
  }
  // By now the number belongs to nobody, to a dead process not yet cleared away, or to another program. Postgres takes
  // any living process of its own account for a rival; told that this one is its grandparent it does not, and still
  // sees for itself whether somebody uses the data's shared memory.
  return { PG_GRANDPARENT_PID: String(pid) };
}

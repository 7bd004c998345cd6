import { readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Pool, PoolClient } from 'pg';

/**
 * Leaves a process (this one, unless another is named) less of the machine than the others where all want it: `nice`, from 0
 * to 19 for the least. Where that is not allowed, or the process has just ended, everything stays as it is.
 *
 * Most kernels of Linux share time among sessions before they share it among processes, so what leads a session of its own,
 * as a service does, has it stand back too (sched(7), autogroup). In somebody else's session it is left alone.
 */
export function standBack(niceness: number, pid = process.pid): void {
  attempt(() => setPriority(pid, niceness));
  attempt(() => {
    if (sessionOf(pid) === pid) writeFileSync(`/proc/${pid}/autogroup`, `${niceness}`);
  });
}

/**
 * The same of what works for this process in a Postgres on this machine: each connection has a process there, in a session of
 * its own. One that belongs to another account is left alone.
 */
export function letDatabaseStandBack(pool: Pool, niceness: number): void {
  const known = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const { host, processID } = client as PoolClient & { host: string; processID: number | null };
    // Behind a tunnel the number is that of a process elsewhere, and here of any other.
    if (processID && isHere(host) && isPostgres(processID)) standBack(niceness, processID);
  });
}

const isHere = (host: string) => ['127.0.0.1', '::1', 'localhost'].includes(host) || host.startsWith('/');

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // It works all the same.
  }
}

/** The name of a program, in brackets, may hold brackets and spaces; the session is the fourth word after it (proc(5)). */
function sessionOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);
}

import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isPostmasterOf, pidIn, stopSignals } from './postgres/leftover.mjs';
import { endProcess, isAlive } from './processes.mjs';

const prefix = 'provabook-';

/** A folder for this run only, which the database's own account may pass through. */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `${prefix}${purpose}-${process.pid}-`));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Ends and removes what runs that were killed have left behind: their databases and folders. */
export async function sweepTemporaryFolders() {
  for (const name of readdirSync(os.tmpdir())) {
    const owner = Number(/^provabook-[a-z]+-(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = path.join(os.tmpdir(), name);
    const cluster = path.join(folder, 'postgres');
    try {
      const pid = pidIn(cluster);
      if (pid && isAlive(pid) && isPostmasterOf(cluster, pid)) await endProcess(pid, stopSignals);
      removeFolder(folder);
    } catch {
      // Another account's: not ours to clear.
    }
  }
}

import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isPostmasterOf, pidIn, stopSignals } from './postgres/leftover.mjs';
import { endProcess, isAlive } from './processes.mjs';

const prefix = 'provabook-';

/** Linux keeps this file system in memory. */
const memory = '/dev/shm';
const gib = 1024 ** 3;

/**
 * Lets this process and all that it starts keep their temporary files in memory, where there is plenty of it: a test run
 * makes hundreds of thousands of small files and throws them away, databases above all, and a disk takes its time over each.
 * @param {{ add: (close: () => unknown) => void }} stop removes them
 */
export function keepTemporaryFilesInMemory(stop) {
  if (process.env.TMPDIR || !isRoomy(memory)) return;
  const folder = temporaryFolder('run', memory);
  stop.add(() => removeFolder(folder));
  process.env.TMPDIR = folder;
}

function isRoomy(folder) {
  if (!existsSync('/proc/mounts') || !existsSync(folder)) return false;
  const options =
    new RegExp(` ${folder} tmpfs (\\S+)`).exec(readFileSync('/proc/mounts', 'utf8'))?.[1].split(',') ?? [];
  const { bavail, bsize } = statfsSync(folder);
  // The programs of Postgres may have to be copied beside its data, and run from there.
  return options.includes('rw') && !options.includes('noexec') && bavail * bsize > 4 * gib && os.freemem() > 10 * gib;
}

/** A folder for this run only, which the database's own account may pass through. */
export function temporaryFolder(purpose, within = os.tmpdir()) {
  const folder = mkdtempSync(path.join(within, `${prefix}${purpose}-${process.pid}-`));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Ends and removes what runs that were killed have left behind: their databases and folders. */
export async function sweepTemporaryFolders() {
  const places = new Set([os.tmpdir(), memory]);
  for (const folder of [...places].filter((place) => existsSync(place)).flatMap(foldersIn)) {
    try {
      if (!isAlive(ownerOf(folder))) await sweep([folder, ...foldersIn(folder)]);
    } catch {
      // Another account's: not ours to clear.
    }
  }
}

/** @param folders the first, and those in it, of which one may have outlived who made the first */
async function sweep(folders) {
  if (folders.some((folder) => isAlive(ownerOf(folder)))) return;
  for (const folder of folders) await endDatabaseIn(path.join(folder, 'postgres'));
  removeFolder(folders[0]);
}

const ownerOf = (folder) => Number(/^provabook-[a-z]+-(\d+)-/.exec(path.basename(folder))?.[1]);

/** Those that `temporaryFolder` made there. */
const foldersIn = (place) =>
  readdirSync(place)
    .map((name) => path.join(place, name))
    .filter(ownerOf);

async function endDatabaseIn(cluster) {
  const pid = pidIn(cluster);
  if (pid && isAlive(pid) && isPostmasterOf(cluster, pid)) await endProcess(pid, stopSignals);
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { BackupRefused } from './backup.errors';

const NAME = /^provabook-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(\.age)?$/;

export const backupFolder = ({ BACKUP_DIR, DATA_DIR }: Pick<Config, 'BACKUP_DIR' | 'DATA_DIR'>): string =>
  BACKUP_DIR ?? join(DATA_DIR, 'backups');

/** The backups of a folder, newest first. */
export async function backupsIn(folder: string): Promise<{ path: string; asOf: Date }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .sort()
    .reverse()
    .flatMap((name) => {
      const [, y, mo, d, h, mi, s] = NAME.exec(name) ?? [];
      return y ? [{ path: join(folder, name), asOf: new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) }] : [];
    });
}

/** @throws BackupRefused where there is none */
export async function newestBackup(folder: string): Promise<string> {
  const [newest] = await backupsIn(folder);
  if (!newest) throw new BackupRefused(`There is no backup in ${folder}. Make one: npm run backup`);
  return newest.path;
}

/** What backups that were killed have left; by whoever makes one alone. */
export async function clearHalves(folder: string): Promise<void> {
  const halves = (await readdir(folder)).filter((name) => /^provabook-.*\.part$/.test(name));
  for (const name of halves) await rm(join(folder, name), { force: true });
}

/** Deletes what is older; the newest stays whatever its age. @returns how many went */
export async function prune(folder: string, keepSeconds: number): Promise<number> {
  const old = (await backupsIn(folder)).slice(1).filter(({ asOf }) => Date.now() - asOf.getTime() > keepSeconds * 1000);
  for (const { path } of old) await rm(path, { force: true });
  return old.length;
}

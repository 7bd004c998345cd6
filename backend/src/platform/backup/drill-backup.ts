import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStorage } from '../storage/disk.storage';
import { Aside, type Accounts } from './aside';
import { checkBackup } from './check-backup';
import { damaged } from './backup.errors';
import type { Contents } from './contents';
import { isWhole, loadFiles } from './load-files';
import { loadRows } from './load-rows';
import type { Opening } from './sealing';

/** Where a restored house can be tried. */
export interface TriedHouse {
  ownerUrl: string;
  appUrl: string;
  /** For what it writes, and its files. */
  folder: string;
  media: string;
}

export interface Drilled extends Contents {
  rtoSeconds: number;
  rpoSeconds: number;
}

interface Drill {
  path: string;
  keys: Opening;
  accounts: Accounts;
  /** Uses it as people do. @throws BackupRefused when that does not go */
  tryOut: (house: TriedHouse) => Promise<void>;
}

/**
 * All that a restore does, in a database and a folder of its own, beside a house at work; nothing of it is left.
 * @throws BackupRefused when the backup would not have brought the house back
 */
export async function drillBackup({ path, keys, accounts, tryOut }: Drill): Promise<Drilled> {
  const started = Date.now();
  const contents = await checkBackup(path, keys);
  const folder = await mkdtemp(join(tmpdir(), 'provabook-drill-'));
  const media = join(folder, 'media');
  await chmod(folder, 0o700);
  const aside = await Aside.make(accounts, 'drill');
  try {
    await loadRows(path, keys, contents, aside);
    const storage = new DiskStorage({ root: media, url: '/files', secrets: ['of nobody'] });
    await loadFiles(path, keys, contents, storage);
    for (const file of contents.manifest.files)
      if (!(await isWhole(storage, file))) throw damaged(`${file.key} is not as it was written`);
    await tryOut({ ownerUrl: aside.ownerUrl, appUrl: aside.appUrl, folder, media });
    const seconds = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000));
    return {
      ...contents,
      rtoSeconds: seconds(started, Date.now()),
      rpoSeconds: seconds(Date.parse(contents.header.asOf), started),
    };
  } finally {
    await aside.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

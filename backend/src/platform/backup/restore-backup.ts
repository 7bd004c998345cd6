import type { Storage } from '../storage/storage';
import { Aside, refuseWhileAtWork, type Accounts } from './aside';
import { BackupRefused } from './backup.errors';
import { checkBackup } from './check-backup';
import type { Contents } from './contents';
import { loadFiles } from './load-files';
import { hasHouse, loadRows } from './load-rows';
import type { Opening } from './sealing';

export interface Restored extends Contents {
  filesPut: number;
  /** The database in which the house from before is kept. */
  kept: string;
}

interface Restore {
  path: string;
  keys: Opening;
  accounts: Accounts;
  storage: Storage;
  /** Also in place of a house that has people in it. */
  replace: boolean;
  /** Into the new database, before it becomes the house. */
  note?: (url: string, contents: Contents) => Promise<void>;
}

/**
 * The house as a backup has it. All of the file is read and held against its own sums before anything is made, the rows come
 * to a database beside the live one, and the last step exchanges the two: whatever ends it earlier leaves the live house as it is.
 * @throws BackupRefused that says why
 */
export async function restoreBackup({ path, keys, accounts, storage, replace, note }: Restore): Promise<Restored> {
  await refuseWhileAtWork(accounts);
  if (!replace && (await hasHouse(accounts.ownerUrl)))
    throw new BackupRefused(
      'There is a house with people in it here. To put the backup in its place: npm run restore -- FILE --replace',
    );
  const contents = await checkBackup(path, keys);
  const aside = await Aside.make(accounts, 'restoring');
  try {
    await loadRows(path, keys, contents, aside);
    await note?.(aside.ownerUrl, contents);
    const filesPut = await loadFiles(path, keys, contents, storage);
    return { ...contents, filesPut, kept: await aside.takePlace() };
  } catch (error) {
    await aside.drop();
    throw error;
  }
}

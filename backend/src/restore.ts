import 'reflect-metadata';
import './platform/logging/unheard';
import { parseArgs } from 'node:util';
import { BackupRefused } from './platform/backup/backup.errors';
import { clearRunning, noteRun } from './platform/backup/backup-runs';
import { accountsOf, command, say } from './platform/backup/command';
import { rowsIn } from './platform/backup/contents';
import { markOf } from './platform/backup/make-backup';
import { restoreBackup } from './platform/backup/restore-backup';
import { loadConfig } from './platform/config/config';
import { storageFrom } from './platform/storage/storage.module';

/** `restore.js FILE [--replace]`: the house as that backup has it. The house must not be at work. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
  const [path] = positionals;
  if (!path) throw new BackupRefused('Say which backup: npm run restore -- FILE');
  const config = loadConfig(process.env);
  const started = Date.now();
  const { header, manifest, filesPut, kept } = await restoreBackup({
    path,
    keys: { passphrase: config.BACKUP_PASSPHRASE, identity: config.BACKUP_IDENTITY },
    accounts: accountsOf(config),
    storage: await storageFrom(config),
    replace: values.replace ?? false,
    note: async (url, { header, manifest }) => {
      await clearRunning(url); // the backup itself, as it saw itself being made
      const told = { as_of: header.asOf, rows: rowsIn(manifest), files: manifest.files.length };
      await noteRun(url, 'restore', { ...told, missing_files: manifest.missing.length });
    },
  });
  say(`The house is as it was at ${header.asOf}.\n`);
  say(`  Rows     ${rowsIn(manifest)} in ${manifest.tables.length} tables, each compared with what was written`);
  say(`  Files    ${manifest.files.length}, of which ${filesPut} were not there and were put back`);
  say(`  Took     ${((Date.now() - started) / 1000).toFixed(1)} s`);
  say(`  Before   the database from before is kept as ${kept} until the next restore`);
  for (const key of manifest.missing.slice(0, 20))
    say(`\n  The backup has no file ${key}: it was missing then already.`);
  if (header.keyMark !== markOf(config.SECRET_KEY))
    say(
      '\n  The backup was made under another SECRET_KEY: everybody signs in anew. Put the old key into SECRET_KEY_FALLBACKS where you have it.',
    );
}

command(main);

import 'reflect-metadata';
import './platform/logging/unheard';
import { version } from '../package.json';
import { backupFolder, prune } from './platform/backup/backup-folder';
import { recorded } from './platform/backup/backup-runs';
import { command, say } from './platform/backup/command';
import { rowsIn } from './platform/backup/contents';
import { makeBackup } from './platform/backup/make-backup';
import { loadConfig } from './platform/config/config';
import { storageFrom } from './platform/storage/storage.module';

/** `backup.js`: writes the house into one file in BACKUP_DIR, and deletes the ones that are past their time. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const folder = backupFolder(config);
  const keys = { passphrase: config.BACKUP_PASSPHRASE, recipient: config.BACKUP_RECIPIENT };
  const storage = await storageFrom(config);
  const started = Date.now();
  const made = await recorded(
    config.DATABASE_URL,
    'backup',
    () => makeBackup({ config, storage, folder, keys, version }),
    ({ fileName, header, size, sha256, isEncrypted, manifest }) => ({
      file_name: fileName,
      as_of: header.asOf,
      size,
      sha256,
      is_encrypted: isEncrypted,
      rows: rowsIn(manifest),
      files: manifest.files.length,
      missing_files: manifest.missing.length,
    }),
  );
  const { manifest, size, sha256, isEncrypted } = made;
  say(`${made.path}\n`);
  say(`  As of    ${made.header.asOf}`);
  say(`  Holds    ${rowsIn(manifest)} rows in ${manifest.tables.length} tables, ${manifest.files.length} files`);
  say(`  Size     ${(size / 1e6).toFixed(1)} MB, made in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  say(`  SHA-256  ${sha256}`);
  if (!isEncrypted)
    say('\n  It is not encrypted: set BACKUP_PASSPHRASE or BACKUP_RECIPIENT where others can reach it.');
  for (const key of manifest.missing.slice(0, 20)) say(`\n  The storage had no file ${key}, though a row names it.`);
  if (manifest.missing.length > 20) say(`  … and ${manifest.missing.length - 20} more.`);
  const gone = await prune(folder, config.BACKUP_KEEP);
  if (gone)
    say(
      `\n  ${gone} older ${gone === 1 ? 'backup was' : 'backups were'} past ${config.BACKUP_KEEP / 86_400} days and deleted.`,
    );
}

command(main);

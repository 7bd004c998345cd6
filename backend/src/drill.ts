import 'reflect-metadata';
import './platform/logging/unheard';
import { basename } from 'node:path';
import { backupFolder, newestBackup } from './platform/backup/backup-folder';
import { recorded } from './platform/backup/backup-runs';
import { accountsOf, command, say } from './platform/backup/command';
import { rowsIn } from './platform/backup/contents';
import { drillBackup } from './platform/backup/drill-backup';
import { loadConfig } from './platform/config/config';
import { signedIn } from './drill/signed-in';

/** `drill.js [FILE]`: restores the newest backup, or that one, where nobody sees it, signs in there, and takes it all away again. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const path = process.argv[2] ?? (await newestBackup(backupFolder(config)));
  const keys = { passphrase: config.BACKUP_PASSPHRASE, identity: config.BACKUP_IDENTITY };
  const { header, manifest, rtoSeconds, rpoSeconds } = await recorded(
    config.DATABASE_URL,
    'drill',
    () => drillBackup({ path, keys, accounts: accountsOf(config), tryOut: signedIn }),
    ({ header, manifest, rtoSeconds, rpoSeconds }) => ({
      file_name: basename(path),
      as_of: header.asOf,
      rows: rowsIn(manifest),
      files: manifest.files.length,
      missing_files: manifest.missing.length,
      rto_seconds: rtoSeconds,
      rpo_seconds: rpoSeconds,
    }),
  );
  say(`${path} makes a house that works.\n`);
  say(`  As of    ${header.asOf}`);
  say(`  Rows     ${rowsIn(manifest)} in ${manifest.tables.length} tables: counts and checksums as they were written`);
  say(`  Files    ${manifest.files.length}, each with its SHA-256${missing(manifest.missing.length)}`);
  say('  Sign-in  over HTTP, and the list of orders read');
  say(`  RTO      ${rtoSeconds} s from the file to the sign-in`);
  say(`  RPO      ${rpoSeconds} s: so old was the backup`);
}

const missing = (count: number) => (count ? `; ${count} were missing when it was made` : '');

command(main);

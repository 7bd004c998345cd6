import type { ClientBase } from 'pg';
import { BackupRefused } from './backup.errors';

/** One backup at a time. */
const BACKUP = 7_203_118;
/** Held by a backup from before its snapshot until it has the files: whoever deletes files waits for it. */
const FILES = 7_203_119;

/** For as long as the connection lasts. @throws BackupRefused while another one is being made */
export async function lockForBackup(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [BACKUP]);
  if (!rows[0]?.mine) throw new BackupRefused('Another backup is being made just now.');
  await client.query('SELECT pg_advisory_lock($1)', [FILES]);
}

/**
 * Whether a backup still has to read files that rows named when it began. What is asked for in a job of a committed deletion
 * needs no lock of its own: a backup that begins later does not see the row any more.
 */
export const BACKUP_READS_FILES = `SELECT NOT pg_try_advisory_xact_lock_shared(${FILES}) AS reading`;

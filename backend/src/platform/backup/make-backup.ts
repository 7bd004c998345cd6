import { createHash, createHmac } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config/config';
import type { Storage } from '../storage/storage';
import { FileNotFound } from '../storage/storage.errors';
import { ArchiveWriter, type Written } from './archive-writer';
import { FORMAT, type Contents, type FileCopy, type Header, type Manifest, type TableCopy } from './contents';
import { clearHalves } from './backup-folder';
import { lockForBackup } from './locks';
import { copyOut, fileKeysOf, migrationsOf, SAME_TEXT, sequencesOf, tablesOf, type Table } from './tables';
import type { Seal } from './sealing';

export interface Backup extends Written, Contents {
  path: string;
  fileName: string;
  isEncrypted: boolean;
}

interface House {
  config: Pick<Config, 'DATABASE_URL' | 'SECRET_KEY'>;
  storage: Storage;
  folder: string;
  keys: Seal;
  version: string;
}

/**
 * Writes all of the house into one file, while it works: its rows as they stood at one instant, and the files that these name.
 * What is half written is called `….part`. @throws BackupRefused while another is made; StorageUnavailable 503
 */
export async function makeBackup({ config, storage, folder, keys, version }: House): Promise<Backup> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const client = await connect(config.DATABASE_URL);
  const isEncrypted = Boolean(keys.passphrase || keys.recipient);
  try {
    await lockForBackup(client);
    await clearHalves(folder);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ now: Date }>('SELECT now()');
    const asOf = (rows[0]?.now ?? new Date()).toISOString();
    const tables = await tablesOf(client);
    const header: Header = {
      format: FORMAT,
      version,
      asOf,
      migrations: await migrationsOf(client),
      keyMark: markOf(config.SECRET_KEY),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    };
    const fileName = `provabook-${asOf.replace(/[-:]|\.\d+/g, '')}.tar.gz${isEncrypted ? '.age' : ''}`;
    const path = join(folder, fileName);
    const archive = new ArchiveWriter(`${path}.part`, keys);
    try {
      const manifest = await fill(archive, client, { header, tables, storage });
      const written = await archive.finish();
      await rename(`${path}.part`, path);
      return { ...written, header, manifest, path, fileName, isEncrypted };
    } catch (error) {
      archive.abandon();
      await rm(`${path}.part`, { force: true });
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function fill(
  archive: ArchiveWriter,
  client: pg.Client,
  { header, tables, storage }: { header: Header; tables: Table[]; storage: Storage },
): Promise<Manifest> {
  const first = Buffer.from(JSON.stringify(header));
  await archive.entry('header.json', first);
  const copied: TableCopy[] = [];
  for (const table of tables) {
    const rows = copyOut(client, table);
    const { size: bytes, sha256 } = await archive.entries(`tables/${table.name}`, rows as AsyncIterable<Buffer>);
    copied.push({ name: table.name, rows: rows.rowCount, bytes, sha256 });
  }
  const { rows: queues } = await client.query<{ name: string }>(
    `SELECT DISTINCT name FROM pgboss.job WHERE state < 'completed' ORDER BY 1`,
  );
  const sequences = await sequencesOf(client);
  const keys = await fileKeysOf(client);
  await client.query('COMMIT'); // the lock on files goes on
  const { files, missing } = await copyFiles(archive, keys, storage);
  const manifest: Manifest = {
    tables: copied,
    files,
    missing,
    sequences,
    queues: queues.map(({ name }) => name),
    headerSha256: createHash('sha256').update(first).digest('hex'),
  };
  await archive.entry('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return manifest;
}

async function copyFiles(
  archive: ArchiveWriter,
  keys: string[],
  storage: Storage,
): Promise<{ files: FileCopy[]; missing: string[] }> {
  const files: FileCopy[] = [];
  const missing: string[] = [];
  for (const key of keys) {
    const bytes = await storage.open(key).catch((error: unknown) => {
      if (error instanceof FileNotFound) return null;
      throw error;
    });
    if (!bytes) missing.push(key);
    else files.push({ key, ...(await archive.entries(`files/${files.length}`, bytes as AsyncIterable<Buffer>)) });
  }
  return { files, missing };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'provabook-backup', keepAlive: true });
  client.on('error', () => undefined); // told by the statement that finds the connection gone
  await client.connect();
  await client.query(SAME_TEXT);
  return client;
}

/** Whether two houses sign with the same key, without saying which. */
export const markOf = (secretKey: string): string =>
  createHmac('sha256', secretKey).update('provabook backup').digest('hex').slice(0, 16);

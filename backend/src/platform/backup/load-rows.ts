import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg, { type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createQueues, grantTo, migrateTo, namesOf, withTables } from '../database/migrating';
import { partsOf } from './archive-reader';
import type { Aside } from './aside';
import { BackupRefused, damaged } from './backup.errors';
import { newer } from './check-backup';
import type { Contents, Header } from './contents';
import { connect } from './make-backup';
import type { Opening } from './sealing';
import { sumOf, tablesOf } from './tables';

/**
 * Makes the tables as they were, fills them, compares every row, and only then brings them up to what this Provabook needs.
 * @param checked of the same file  @throws BackupRefused when it is newer than this Provabook, or what arrives differs
 */
export async function loadRows(
  path: string,
  keys: Opening,
  { header, manifest }: Contents,
  into: Aside,
): Promise<void> {
  await withTables(into.ownerUrl, async (source) => {
    const known = namesOf(source);
    if (header.migrations.some((name) => !known.includes(name))) throw new BackupRefused(newer(header));
    await migrateTo(source, header.migrations);
    await createQueues(into.ownerUrl, manifest.queues);
    const client = await connect(into.ownerUrl);
    try {
      const putBack = await putAside(client, header);
      await fill(client, path, keys, header);
      for (const { name, lastValue, isCalled } of manifest.sequences)
        await client.query('SELECT setval($1, $2, $3)', [name, lastValue, isCalled]);
      await compare(client, { header, manifest });
      await putBack();
      await client.query('ANALYZE');
    } finally {
      await client.end();
    }
    await source.runMigrations();
    await grantTo(source, new URL(into.appUrl).username);
  });
}

/** What would look at each row as it comes: triggers, foreign keys, and indexes but the ones that make rows unique. @returns what undoes it */
async function putAside(client: Client, { tables }: Header): Promise<() => Promise<void>> {
  const ours = tables.map(({ name }) => name).filter((name) => name.startsWith('public.'));
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
       JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique`,
  );
  for (const name of ours) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  // Migrations write rows too: what the house made of them is in the backup.
  await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  return async () => {
    await client.query(`SET maintenance_work_mem = '128MB'`);
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    for (const name of ours) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  };
}

async function fill(client: Client, path: string, keys: Opening, { tables }: Header): Promise<void> {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]));
  let [table, rows]: [string | undefined, Writable | undefined] = [undefined, undefined];
  for await (const { name: entry, bytes } of partsOf(path, keys)) {
    const [, name] = /^tables\/(.+)\/\d{6}$/.exec(entry) ?? [];
    if (rows && name !== table) await end(rows);
    if (name && name !== table)
      rows = client.query(copyFrom(`COPY ${name} (${columnsOf.get(name)?.join(', ')}) FROM STDIN`));
    table = name;
    if (entry.startsWith('files/')) break;
    if (name && rows) await written(rows, bytes);
    if (!name) rows = undefined;
  }
}

async function end(rows: Writable): Promise<void> {
  rows.end();
  await finished(rows);
}

/** As fast as the database takes it. */
const written = (rows: Writable, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    rows.once('error', reject);
    rows.write(bytes, (error) => {
      rows.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });

/** Each table by what it says when it is read back. */
async function compare(client: Client, { header, manifest }: Contents): Promise<void> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  for (const [at, { name, rows, sha256 }] of manifest.tables.entries()) {
    const table = tables.get(name);
    const found = table && (await sumOf(client, { ...table, columns: header.tables[at]?.columns ?? [] }));
    if (found?.rows !== rows || found.sha256 !== sha256)
      throw damaged(`${name} has ${found?.rows ?? 'no'} rows that are not the ${rows} it had`);
  }
}

/** @returns whether the database holds a house: people, or orders */
export async function hasHouse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.user_profiles') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return false;
    const found = await client.query<{ taken: boolean }>('SELECT EXISTS (SELECT FROM user_profiles) AS taken');
    return found.rows[0]?.taken ?? false;
  } finally {
    await client.end();
  }
}

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

export interface Table {
  /** With its schema, quoted where it must be. */
  name: string;
  columns: string[];
  /** What makes the order of its rows the same on every server. */
  order: string;
  where: string;
}

/** The same text for the same values, whatever the server and the account have set. */
export const SAME_TEXT = `SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'iso_8601';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0; SET work_mem = '64MB'; SET jit = off`;

/** What is not finished is a job still; the rest of the queue's tables are made anew. */
const JOBS = { name: 'pgboss.job', where: "WHERE state < 'completed'" };

/**
 * Every table that holds something of the house. Which migrations ran is told by the header, and what is unlogged is worth
 * nothing after a fall.
 */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
            (SELECT array_agg(quote_ident(attname) ORDER BY attnum) FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
            (SELECT array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY at)
               FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS key (attnum, at)
               JOIN pg_attribute a ON a.attnum = key.attnum WHERE a.attrelid = c.oid AND i.indrelid = c.oid AND i.indisprimary) AS key
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (n.nspname = 'public' AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations')
         OR (n.nspname = 'pgboss' AND c.relname = 'job')
      ORDER BY 1`,
  );
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    order: key?.join(', ') ?? `${columns.map((column) => `${column}::text COLLATE "C"`).join(', ')}`,
    where: name === JOBS.name ? JOBS.where : '',
  }));
}

export function copyOut(client: ClientBase, { name, columns, order, where }: Table): Readable & { rowCount: number } {
  return client.query(copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${name} ${where} ORDER BY ${order}) TO STDOUT`));
}

/** What a table holds, without its rows. */
export async function sumOf(client: ClientBase, table: Table): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  const rows = copyOut(client, table);
  for await (const chunk of rows) hash.update(chunk as Buffer);
  return { rows: rows.rowCount, sha256: hash.digest('hex') };
}

/** Where keys of files stand: in the columns of each `table` that the database discards the files of. */
export const FILE_CARRIERS = `SELECT tgrelid::regclass::text AS table,
            array_remove(string_to_array(encode(tgargs, 'escape'), '\\000'), '') AS columns
       FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid WHERE p.proname = 'discard_files' ORDER BY 1`;

/** The keys of all files that rows name, in the snapshot of the connection. */
export async function fileKeysOf(client: ClientBase): Promise<string[]> {
  const { rows: carriers } = await client.query<{ table: string; columns: string[] }>(FILE_CARRIERS);
  const selects = carriers.flatMap(({ table, columns }) =>
    columns.map((column) => `SELECT "${column}" AS key FROM ${table}`),
  );
  if (!selects.length) return [];
  const { rows } = await client.query<{ key: string }>(
    `SELECT key COLLATE "C" AS key FROM (${selects.join(' UNION ')}) carried WHERE key IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ key }) => key);
}

export async function sequencesOf(
  client: ClientBase,
): Promise<{ name: string; lastValue: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
      WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`,
  );
  const found = [];
  for (const { name } of rows) {
    const value = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${name}`,
    );
    found.push(...value.rows.map((row) => ({ name, ...row })));
  }
  return found;
}

export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, name');
  return rows.map(({ name }) => name);
}

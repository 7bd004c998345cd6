import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { pack } from 'tar-stream';
import { partsOf, type Part } from '../../src/platform/backup/archive-reader';
import type { Accounts } from '../../src/platform/backup/aside';
import { connect } from '../../src/platform/backup/make-backup';
import { sumOf, tablesOf } from '../../src/platform/backup/tables';

/** One account for all, as where DATABASE_URL alone is set. */
export const accountsOf = (url: string): Accounts => ({ appUrl: url, ownerUrl: url, adminUrl: url });

/** What every table of a database holds. */
export async function sumsOf(url: string): Promise<Record<string, { rows: number; sha256: string }>> {
  const client = await connect(url);
  try {
    const sums: Record<string, { rows: number; sha256: string }> = {};
    for (const table of await tablesOf(client)) sums[table.name] = await sumOf(client, table);
    return sums;
  } finally {
    await client.end();
  }
}

export async function onDatabase<T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Files that are almost backups, from one that is. */
export class Damager {
  constructor(
    private readonly whole: string,
    private readonly folder: string,
  ) {}

  async bytes(change: (bytes: Buffer) => Buffer): Promise<string> {
    return this.written(change(await readFile(this.whole)));
  }

  /** Packed again with all its checksums in order, but for what was changed inside. */
  async parts(change: (parts: Part[]) => Part[]): Promise<string> {
    const parts: Part[] = [];
    for await (const part of partsOf(this.whole, {})) parts.push(part);
    const tar = pack();
    for (const { name, bytes } of change(parts)) tar.entry({ name }, bytes);
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) chunks.push(chunk as Buffer);
    return this.written(gzipSync(Buffer.concat(chunks)));
  }

  private async written(bytes: Buffer): Promise<string> {
    const path = join(this.folder, `${randomUUID()}.tar.gz`);
    await writeFile(path, bytes);
    return path;
  }
}

/** One JSON entry with something else in it. */
export const withJson =
  (name: string, change: (json: Record<string, unknown>) => object) =>
  (parts: Part[]): Part[] =>
    parts.map((part) =>
      part.name === name
        ? {
            name,
            bytes: Buffer.from(JSON.stringify(change(JSON.parse(part.bytes.toString()) as Record<string, unknown>))),
          }
        : part,
    );

/** What stands beside a database of that name: what a restore made of it. @param then what is done with it */
export async function besides(url: string, then?: 'drop'): Promise<string[]> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = '/postgres';
  const rows = await onDatabase<{ name: string }>(
    server.href,
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) AND datname <> $1 ORDER BY 1',
    [name],
  );
  if (then) for (const each of rows) await onDatabase(server.href, `DROP DATABASE "${each.name}" WITH (FORCE)`);
  return rows.map((row) => row.name.slice(name.length));
}

/** Somebody with orders, by statements that earlier tables take too. */
export async function fillHouse(url: string, orders: number): Promise<void> {
  await onDatabase(
    url,
    `INSERT INTO user_profiles (id, email, full_name, role, password_hash)
     VALUES ('01900000-0000-7000-8000-000000000001', 'rina@house.test', 'Rina "R" Akter \\ রিনা', 'admin', 'none')`,
  );
  await onDatabase(
    url,
    `INSERT INTO orders (id, uid, order_number, customer_name, fabric_type, merchandiser_id, notes)
     SELECT made.id, made.id, 'PB-20261122-' || to_char(n, 'FM0000'), 'ANABIA', E'Rib\\t1\\\\1\\n', u.id, repeat(md5(n::text), 20)
       FROM user_profiles u, generate_series(1, $1::int) n, LATERAL (SELECT gen_random_uuid() AS id WHERE n > 0) made`,
    [orders],
  );
}

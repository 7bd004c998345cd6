import type { ClientBase } from 'pg';

/** A row as the database names its columns. */
export type Row = Record<string, unknown>;

const BATCH = 2_000;

/** Writes rows of one shape, some thousand a statement; columns that no row names keep their defaults. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join(', ');
  for (let from = 0; from < rows.length; from += BATCH)
    await client.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + BATCH))],
    );
}

import type { ClientBase } from 'pg';

/** What was put aside until the rows are there. */
interface Held {
  tables: string[];
  indexes: string[];
}

/**
 * Search is kept by triggers, a statement at a time (docs/adr/0009-search-entries.md). A whole house is entered many times
 * faster when its rows are all there: until `fillSearch`, in the same transaction, nothing is. By the owner of the tables.
 */
export async function holdSearch(client: ClientBase): Promise<Held> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
      WHERE p.proname ~ '^(search|figures)_' AND NOT tgisinternal`,
  );
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
      WHERE i.indrelid IN ('search_entries'::regclass, 'search_vocabulary'::regclass) AND NOT i.indisprimary`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return { tables: tables.map(({ name }) => name), indexes: indexes.map(({ definition }) => definition) };
}

/** @returns how many things can be found */
export async function fillSearch(client: ClientBase, { tables, indexes }: Held): Promise<number | null> {
  for (const table of tables) await client.query(`ANALYZE ${table}`); // the triggers' view is planned by what is there now
  const { rowCount } = await client.query(
    `INSERT INTO search_entries (kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words)
      SELECT kind, record_id, order_id, merchandiser_id, created_at, search_key(number), title, left(detail, 300),
             search_lexemes(kind, search_key(number), own, context, merchandiser_id) FROM search_sources`,
  );
  await client.query(
    `INSERT INTO search_vocabulary (word) SELECT DISTINCT substr(lexeme, 3)
      FROM search_entries CROSS JOIN unnest(tsvector_to_array(words)) lexeme WHERE lexeme LIKE 'w%'`,
  );
  for (const definition of indexes) await client.query(definition);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  return rowCount;
}

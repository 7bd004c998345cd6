import type { ClientBase } from 'pg';

/** What was put aside until the rows are there. */
export interface Held {
  triggers: { table: string; name: string }[];
  indexes: string[];
  keys: string[];
}

/**
 * Search, figures and the terms that orders know of their LCs are kept by triggers, a statement at a time
 * (docs/adr/0009-search-entries.md), and keys and indexes are checked and sorted into row by row. A whole house is entered many times faster when its rows are all there: until `release`,
 * in the same transaction, nothing is. What is unique stays unique. By the owner of the tables.
 */
export async function hold(client: ClientBase): Promise<Held> {
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
      WHERE p.proname ~ '^(search|figures|keep_credit_terms)_?' AND NOT tgisinternal`,
  );
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary
        AND (NOT i.indisunique OR i.indrelid IN ('search_entries'::regclass, 'search_vocabulary'::regclass))`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return {
    triggers,
    indexes: indexes.map(({ definition }) => definition),
    keys: keys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
  };
}

/** All that was put aside, checked against what is there now. */
export async function release(client: ClientBase, { triggers, indexes, keys }: Held): Promise<void> {
  for (const definition of indexes) await client.query(definition);
  for (const definition of keys) await client.query(definition);
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
}

/** Of what the triggers would have entered, all at once. @returns how many things can be found */
export async function fillSearch(client: ClientBase): Promise<number | null> {
  const { rowCount } = await client.query(
    `INSERT INTO search_entries (kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words)
      SELECT kind, record_id, order_id, merchandiser_id, created_at, search_key(number), title, left(detail, 300),
             search_lexemes(kind, search_key(number), own, context, merchandiser_id) FROM search_sources`,
  );
  await client.query(
    `INSERT INTO search_vocabulary (word) SELECT DISTINCT substr(lexeme, 3)
      FROM search_entries CROSS JOIN unnest(tsvector_to_array(words)) lexeme WHERE lexeme LIKE 'w%'`,
  );
  return rowCount;
}

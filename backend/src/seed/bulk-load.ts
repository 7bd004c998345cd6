import type { ClientBase } from 'pg';
import { inLanes, type Job } from './lanes';

/** What was put aside until the rows are there. */
export interface Held {
  triggers: { table: string; name: string }[];
  /** The largest table's first; each table's are entered by one connection. */
  tables: { table: string; indexes: string[]; constraints: string[]; keys: { name: string; definition: string }[] }[];
}

interface Constraint {
  table: string;
  name: string;
  definition: string;
  type: 'f' | 'p' | 'u';
  index: string;
}

/** A key that a view groups by is part of the view. */
const GROUPED_BY = `EXISTS (SELECT FROM pg_depend WHERE refclassid = 'pg_constraint'::regclass AND refobjid = c.oid
  AND classid = 'pg_rewrite'::regclass)`;

/** Triggers whose work is done for all rows at once, after them or in the rows themselves. */
const IN_BULK =
  '^(search|figures|keep_credit_terms|line_plans_strip|chain_domain_event|keep_event_words|keep_domain_event_end|guard_domain_event_ends)';

/**
 * Search, figures, hashes of the history, strips of plans and the terms that orders know of their LCs are kept by triggers (docs/adr/0009-search-entries.md), and
 * keys and indexes are checked and sorted into row by row. A whole house is entered many times faster when its rows are all
 * there: until `build` and `wake` nothing is, not even what is unique. By the owner of the tables.
 */
export async function hold(client: ClientBase): Promise<Held> {
  await client.query('BEGIN');
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
      WHERE p.proname ~ '${IN_BULK}' AND NOT tgisinternal`,
  );
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  const { rows: constraints } = await client.query<Constraint>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition,
        contype AS type, conindid::regclass::text AS index
       FROM pg_constraint c WHERE contype IN ('f', 'p', 'u') AND connamespace = 'public'::regnamespace
        AND NOT ${GROUPED_BY} ORDER BY contype`,
  );
  const { rows: indexes } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i JOIN pg_class ON pg_class.oid = i.indexrelid LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
      WHERE pg_class.relnamespace = 'public'::regnamespace AND NOT ${GROUPED_BY} ORDER BY 2`,
  );
  for (const { table, name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const made = new Set(constraints.filter(({ type }) => type !== 'f').map(({ index }) => index));
  for (const { name } of indexes) if (!made.has(name)) await client.query(`DROP INDEX ${name}`);
  await client.query('COMMIT');
  const of = <T extends { table: string }>(table: string, all: T[]) => all.filter((one) => one.table === table);
  const tables = [...new Set(indexes.map(({ table }) => table))].map((table) => ({
    table,
    indexes: of(table, indexes).map(({ definition }) => definition),
    constraints: of(table, constraints)
      .filter(({ type }) => type !== 'f')
      .map(({ name, type, index }) => `${name} ${type === 'p' ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${index}`),
    keys: of(table, constraints).filter(({ type }) => type === 'f'),
  }));
  return { triggers, tables };
}

/** All indexes, what is unique and every key of these tables, checked against what is there now. */
export async function build(lanes: readonly ClientBase[], tables: Held['tables']): Promise<void> {
  const [first] = lanes;
  if (!first) return;
  const { rows: sizes } = await first.query<{ table: string; size: string }>(
    `SELECT oid::regclass::text AS table, pg_table_size(oid) AS size FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  );
  const size = new Map(sizes.map((row) => [row.table, Number(row.size)]));
  const largestFirst = [...tables].sort((a, b) => (size.get(b.table) ?? 0) - (size.get(a.table) ?? 0));
  // GIN takes longest by far, and one index of a table need not wait for another.
  const indexes = largestFirst.flatMap((table) => table.indexes);
  const longest = indexes.filter((definition) => definition.includes('USING gin'));
  await inLanes(
    lanes,
    [...new Set([...longest, ...indexes])].map(
      (definition): Job =>
        (client) =>
          client.query(definition),
    ),
  );
  // These lock other tables too, and so are no work for two; they read no rows.
  const unread = [
    ...tables.flatMap(({ table, constraints }) =>
      constraints.map((text) => `ALTER TABLE ${table} ADD CONSTRAINT ${text}`),
    ),
    ...tables.flatMap(({ table, keys }) =>
      keys.map(({ name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition} NOT VALID`),
    ),
  ];
  for (const statement of unread) await first.query(statement);
  await inLanes(
    lanes,
    largestFirst.map(({ table, keys }): Job => async (client) => {
      for (const { name } of keys) await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`);
      await client.query(`VACUUM ANALYZE ${table}`);
    }),
  );
}

/** The triggers that were put aside, of the functions that `only` names or of all. */
export async function wake(client: ClientBase, { triggers }: Held, only = /./): Promise<void> {
  for (const { table, name } of triggers)
    if (only.test(name)) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
}

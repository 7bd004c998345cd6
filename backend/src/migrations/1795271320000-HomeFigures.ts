import type { MigrationInterface, QueryRunner } from 'typeorm';

const WHOSE = `coalesce(o.merchandiser_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`;

/** What the home page counts besides: orders by status, samples, PIs that wait, and the days on which LCs expire. */
const MORE = `
  UNION ALL
  SELECT o.id, ${WHOSE}, 'status', o.status, 1, NULL FROM orders o WHERE o.deleted_at IS NULL
  UNION ALL
  SELECT o.id, ${WHOSE}, 'sample', s.status, count(*), NULL FROM orders o JOIN samples s ON s.order_id = o.id
  WHERE o.deleted_at IS NULL AND s.deleted_at IS NULL AND s.status IN ('pending', 'submitted')
  GROUP BY o.id, s.status
  UNION ALL
  SELECT o.id, ${WHOSE}, 'invoice', p.status, count(*), NULL FROM orders o JOIN proforma_invoices p ON p.order_id = o.id
  WHERE o.deleted_at IS NULL AND p.deleted_at IS NULL AND p.status = 'sent'
  GROUP BY o.id, p.status
  UNION ALL
  SELECT o.id, ${WHOSE}, 'expiry', c.expiry_date::text, count(*), NULL
  FROM orders o JOIN letters_of_credit c ON c.order_id = o.id
  WHERE o.deleted_at IS NULL AND c.deleted_at IS NULL AND c.status IN ('issued', 'confirmed') AND c.expiry_date IS NOT NULL
  GROUP BY o.id, c.expiry_date`;

/** Where they come from; of orders only what no other trigger follows: a new status within the same category. */
const FOLLOWED = [
  { table: 'orders', name: 'order_statuses', order: 'id', columns: 'status' },
  { table: 'samples', name: 'samples', order: 'order_id', columns: 'deleted_at, status' },
  { table: 'proforma_invoices', name: 'proforma_invoices', order: 'order_id', columns: 'deleted_at, status' },
  {
    table: 'letters_of_credit',
    name: 'letters_of_credit',
    order: 'order_id',
    columns: 'deleted_at, status, expiry_date',
  },
];

const columnsOf = (row: string, columns: string) => columns.replace(/\w+/g, (column) => `${row}.${column}`);

const followers = FOLLOWED.flatMap(({ table, name, order, columns }) => [
  `CREATE FUNCTION figures_follow_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE ids uuid[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      ids := ARRAY(SELECT DISTINCT n.${order} FROM changed n JOIN was o ON o.id = n.id
        WHERE (${columnsOf('n', columns)}) IS DISTINCT FROM (${columnsOf('o', columns)}));
    ELSE
      ids := ARRAY(SELECT DISTINCT ${order} FROM changed);
    END IF;
    IF ids <> '{}' THEN PERFORM figures_recount(ids); END IF;
    RETURN NULL;
  END $$`,
  ...(table === 'orders' ? ['UPDATE'] : ['INSERT', 'UPDATE', 'DELETE']).map((event) => {
    const rows = { INSERT: 'NEW TABLE AS changed', DELETE: 'OLD TABLE AS changed' }[event];
    return `CREATE TRIGGER ${name}_figures_${event.toLowerCase()} AFTER ${event} ON ${table}
      REFERENCING ${rows ?? 'OLD TABLE AS was NEW TABLE AS changed'}
      FOR EACH STATEMENT EXECUTE FUNCTION figures_follow_${name}()`;
  }),
]);

/** The home page reads kept figures too: a manager's cost 150 ms of the database at 100,000 orders. */
export class HomeFigures1795271320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sources = await this.sources(runner);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${sources} ${MORE}`);
    for (const statement of followers) await runner.query(statement);
    await runner.query('SELECT figures_recount_all()');
  }

  /** What was there before are all arms but the last four. */
  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of FOLLOWED) await runner.query(`DROP FUNCTION figures_follow_${name}() CASCADE`);
    const arms = (await this.sources(runner)).split(/UNION ALL(?=\s+SELECT o\.id)/);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${arms.slice(0, -4).join('UNION ALL')}`);
    await runner.query('SELECT figures_recount_all()');
  }

  private async sources(runner: QueryRunner): Promise<string> {
    const [view] = (await runner.query(`SELECT pg_get_viewdef('figure_sources') AS sources`)) as { sources: string }[];
    return (view?.sources ?? '').replace(/;\s*$/, '');
  }
}

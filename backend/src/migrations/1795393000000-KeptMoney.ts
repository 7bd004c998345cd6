import type { MigrationInterface, QueryRunner } from 'typeorm';

const WHOSE = `coalesce(o.merchandiser_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`;

/** Papers of an order by what their totals tell apart, and the columns of theirs that count. */
const PAPERS = [
  {
    figure: 'invoices',
    table: 'proforma_invoices',
    key: `x.status || ' ' || x.currency`,
    columns: 'deleted_at, status, currency, amount',
    before: 'deleted_at, status',
  },
  {
    figure: 'credits',
    table: 'letters_of_credit',
    key: `x.status || ' ' || x.currency || CASE WHEN x.closed_on IS NULL THEN '' ELSE ' closed' END`,
    columns: 'deleted_at, status, currency, amount, closed_on, expiry_date',
    before: 'deleted_at, status, expiry_date',
  },
];

const arm = (figure: string, table: string, key: string, amount: string): string => `
  SELECT o.id, ${WHOSE}, '${figure}', ${key}, count(*), ${amount} FROM orders o JOIN ${table} x ON x.order_id = o.id
  WHERE o.deleted_at IS NULL AND x.deleted_at IS NULL GROUP BY o.id${key === "'all'" ? '' : `, ${key}`} `;

const DRAWN = `
  SELECT o.id, ${WHOSE}, 'drawn', x.status || ' ' || x.currency, count(*), sum(d.amount)
  FROM orders o JOIN letters_of_credit x ON x.order_id = o.id JOIN letter_of_credit_drawings d ON d.letter_of_credit_id = x.id
  WHERE o.deleted_at IS NULL AND x.deleted_at IS NULL AND d.deleted_at IS NULL AND x.status <> 'expired' AND x.closed_on IS NULL
  GROUP BY o.id, x.status || ' ' || x.currency `;

const columnsOf = (row: string, columns: string) => columns.replace(/\w+/g, (column) => `${row}.${column}`);

/** As FiguresOnce has them. */
const follower = (name: string, columns: string, source: string, order: string) => `
  CREATE OR REPLACE FUNCTION figures_follow_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE ids uuid[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      ids := ARRAY(SELECT DISTINCT ${order} FROM changed n JOIN was o ON o.id = n.id${source}
        WHERE (${columnsOf('n', columns)}) IS DISTINCT FROM (${columnsOf('o', columns)}));
    ELSE
      ids := ARRAY(SELECT DISTINCT ${order} FROM changed n${source});
    END IF;
    IF ids <> '{}' THEN
      INSERT INTO figures_due (xact, order_id) SELECT pg_current_xact_id(), unnest(ids) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$`;

const FOLLOW_DRAWINGS = follower(
  'letter_of_credit_drawings',
  'deleted_at, amount',
  ' JOIN letters_of_credit c ON c.id = n.letter_of_credit_id',
  'c.order_id',
);

const TRIGGERS = {
  INSERT: 'NEW TABLE AS changed',
  UPDATE: 'OLD TABLE AS was NEW TABLE AS changed',
  DELETE: 'OLD TABLE AS changed',
};

/** The sources are read once: both tables are filled from them. */
const RECOUNT_ALL = `
  CREATE OR REPLACE FUNCTION figures_recount_all() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    LOCK TABLE order_figures IN EXCLUSIVE MODE;
    DELETE FROM order_figures;
    DELETE FROM house_figures;
    WITH fresh AS MATERIALIZED (SELECT * FROM figure_sources), counted AS (
      INSERT INTO order_figures (order_id, counted)
        SELECT order_id, jsonb_agg(to_jsonb(s) - 'order_id' ORDER BY s.figure, s.key) FROM fresh s GROUP BY order_id)
    INSERT INTO house_figures (whose, figure, key, count, amount)
      SELECT owner.whose, s.figure, s.key, sum(s.count), sum(s.amount)
      FROM fresh s CROSS JOIN LATERAL (VALUES (s.whose), ('00000000-0000-0000-0000-000000000000'::uuid)) owner (whose) GROUP BY 1, 2, 3;
  END $$`;
const RECOUNT_TWICE = `
  CREATE OR REPLACE FUNCTION figures_recount_all() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    LOCK TABLE order_figures IN EXCLUSIVE MODE;
    DELETE FROM order_figures;
    DELETE FROM house_figures;
    INSERT INTO order_figures (order_id, counted)
      SELECT order_id, jsonb_agg(to_jsonb(s) - 'order_id' ORDER BY s.figure, s.key) FROM figure_sources s GROUP BY order_id;
    INSERT INTO house_figures (whose, figure, key, count, amount)
      SELECT owner.whose, s.figure, s.key, sum(s.count), sum(s.amount)
      FROM figure_sources s CROSS JOIN LATERAL (VALUES (s.whose), ('00000000-0000-0000-0000-000000000000'::uuid)) owner (whose) GROUP BY 1, 2, 3;
  END $$`;

/** Between the arms of the view, and not within one. */
const BETWEEN = /UNION ALL(?=\s+SELECT [ow]\.(?:order_)?id)/;

/**
 * PIs and LCs are kept by status and currency with what they come to, and what was drawn: the totals of who sees the whole house
 * added up 100,000 of each. Orders in the trash have an index, so that lists can tell how many rows are not in it.
 */
export class KeptMoney1795393000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replaceArms(runner, (arms) => [
      ...arms.slice(0, -1).map((text) => {
        const paper = PAPERS.find(({ figure }) => text.includes(`'${figure}'::text AS figure`));
        return paper ? arm(paper.figure, paper.table, paper.key, 'sum(x.amount)') : text;
      }),
      DRAWN,
      ...arms.slice(-1),
    ]);
    for (const { table, columns } of PAPERS) await runner.query(follower(table, columns, '', 'n.order_id'));
    await runner.query(FOLLOW_DRAWINGS);
    for (const [event, rows] of Object.entries(TRIGGERS))
      await runner.query(`CREATE TRIGGER letter_of_credit_drawings_figures_${event.toLowerCase()} AFTER ${event} ON letter_of_credit_drawings
        REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION figures_follow_letter_of_credit_drawings()`);
    await runner.query(`CREATE INDEX ix_orders_trash ON orders (id) WHERE deleted_at IS NOT NULL`);
    await runner.query(RECOUNT_ALL);
    await runner.query('SELECT figures_recount_all()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replaceArms(runner, (arms) =>
      arms
        .filter((text) => !text.includes(`'drawn'::text AS figure`))
        .map((text) => {
          const paper = PAPERS.find(({ figure }) => text.includes(`'${figure}'::text AS figure`));
          return paper ? arm(paper.figure, paper.table, `'all'`, 'NULL') : text;
        }),
    );
    for (const { table, before } of PAPERS) await runner.query(follower(table, before, '', 'n.order_id'));
    await runner.query('DROP FUNCTION figures_follow_letter_of_credit_drawings() CASCADE');
    await runner.query('DROP INDEX ix_orders_trash');
    await runner.query(RECOUNT_TWICE);
    await runner.query('SELECT figures_recount_all()');
  }

  private async replaceArms(runner: QueryRunner, change: (arms: string[]) => string[]): Promise<void> {
    const [view] = (await runner.query(`SELECT pg_get_viewdef('figure_sources') AS sources`)) as { sources: string }[];
    const arms = (view?.sources ?? '').replace(/;\s*$/, '').split(BETWEEN);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${change(arms).join('UNION ALL')}`);
  }
}

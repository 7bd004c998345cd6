import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows which rows (HouseFigures, HomeFigures): the key of the order in them, and the columns that count. */
const FOLLOWERS = [
  {
    name: 'orders',
    order: 'id',
    columns: `merchandiser_id, deleted_at, category, current_stage, earliest_etd, order_date, actual_delivery_date, quantity, unit,
      prova_price, currency`,
  },
  { name: 'order_statuses', order: 'id', columns: 'status' },
  { name: 'order_lines', order: 'order_id', columns: 'deleted_at, status, quantity, prova_price, currency' },
  { name: 'line_plans', order: 'order_id', columns: 'deleted_at, urgency' },
  { name: 'line_gates', order: 'order_id', columns: 'deleted_at, holder' },
  { name: 'samples', order: 'order_id', columns: 'deleted_at, status' },
  { name: 'proforma_invoices', order: 'order_id', columns: 'deleted_at, status' },
  { name: 'letters_of_credit', order: 'order_id', columns: 'deleted_at, status, expiry_date' },
];

const columnsOf = (row: string, columns: string) => columns.replace(/\w+/g, (column) => `${row}.${column}`);

/** @param counts what is done with the orders whose figures may have moved, `ids` */
const follower = ({ name, order, columns }: (typeof FOLLOWERS)[number], counts: string): string =>
  `CREATE OR REPLACE FUNCTION figures_follow_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE ids uuid[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      ids := ARRAY(SELECT DISTINCT n.${order} FROM changed n JOIN was o ON o.id = n.id
        WHERE (${columnsOf('n', columns)}) IS DISTINCT FROM (${columnsOf('o', columns)}));
    ELSE
      ids := ARRAY(SELECT DISTINCT ${order} FROM changed);
    END IF;
    IF ids <> '{}' THEN ${counts}; END IF;
    RETURN NULL;
  END $$`;

const DUE = [
  // Lives no longer than the transaction that wrote it, so that nothing is lost with it.
  `CREATE UNLOGGED TABLE figures_due (xact xid8, order_id uuid, CONSTRAINT pk_figures_due PRIMARY KEY (xact, order_id))`,
  `CREATE FUNCTION figures_count_due() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE ids uuid[];
  BEGIN
    WITH counted AS (DELETE FROM figures_due WHERE xact = pg_current_xact_id() RETURNING order_id)
      SELECT array_agg(order_id) INTO ids FROM counted;
    IF ids IS NOT NULL THEN PERFORM figures_recount(ids); END IF; -- the first row counts them all, the others find nothing
    RETURN NULL;
  END $$`,
  `CREATE CONSTRAINT TRIGGER figures_due_counted AFTER INSERT ON figures_due DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION figures_count_due()`,
];

const LATER = `INSERT INTO figures_due (xact, order_id) SELECT pg_current_xact_id(), unnest(ids) ON CONFLICT DO NOTHING`;
const AT_ONCE = 'PERFORM figures_recount(ids)';

/**
 * An order is counted once in a transaction, at its end: an import of 700 lines counted them anew with each of its
 * 1,400 statements.
 */
export class FiguresOnce1795361000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DUE, ...FOLLOWERS.map((each) => follower(each, LATER))]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of FOLLOWERS) await runner.query(follower(each, AT_ONCE));
    await runner.query('DROP TABLE figures_due');
    await runner.query('DROP FUNCTION figures_count_due()');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `o.status NOT IN ('completed', 'archived')`;

/** The gate that a sample of this type opens. */
const GATE_OF_SAMPLE = `CASE s.type WHEN 'lab_dip' THEN 'labDip' WHEN 'strike_off' THEN 'strikeOff' WHEN 'bulk_swatch' THEN 'bulkSwatch'
  WHEN 'pp_sample' THEN 'ppSample' WHEN 'hand_loom' THEN 'handloom' END`;

/**
 * What waits in an order, by the day on which it does: a day that passes moves nothing here. `now` and `none` stand for what has
 * no day, by how soon it waits. What my day lists is under `waits` (my-day.items.ts), the calendar's steps under `steps`. Rows
 * are found by their order alone: by a status of theirs, too, they would be looked for among all of the house's.
 */
const WAITING = [
  `SELECT CASE grouping(m.planned_on) WHEN 0 THEN 'steps' ELSE 'waits' END,
     CASE grouping(m.planned_on) WHEN 0 THEN m.planned_on::text ELSE min(m.planned_on)::text || ' step' END
   FROM line_milestones m JOIN order_lines l ON l.id = m.order_line_id AND l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived')
   WHERE ${OPEN} AND m.order_id = o.id AND m.deleted_at IS NULL AND m.state IN ('open', 'rejected') AND m.planned_on IS NOT NULL
   GROUP BY GROUPING SETS ((m.milestone, m.planned_on), (m.milestone))`,
  `SELECT 'waits', min(g.due_on)::text || CASE g.holder WHEN 'us' THEN ' gate_to_send' ELSE ' gate_waiting' END
   FROM line_gates g JOIN order_lines l ON l.id = g.order_line_id AND l.deleted_at IS NULL
   WHERE ${OPEN} AND g.order_id = o.id AND g.deleted_at IS NULL AND g.holder IS NOT NULL AND g.due_on IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM samples s WHERE s.order_line_id = g.order_line_id AND ${GATE_OF_SAMPLE} = g.gate_key
       AND s.status = CASE g.holder WHEN 'us' THEN 'pending' ELSE 'submitted' END
       AND s.submission_date IS NOT NULL AND s.deleted_at IS NULL)
   GROUP BY g.gate_key, g.name, g.holder`,
  `SELECT 'waits', 'none condition' FROM line_gates g JOIN order_lines l ON l.id = g.order_line_id AND l.deleted_at IS NULL
   WHERE ${OPEN} AND g.order_id = o.id AND g.deleted_at IS NULL AND g.condition IS NOT NULL AND g.condition_met_on IS NULL`,
  `SELECT 'waits', CASE t.priority WHEN 'urgent' THEN 'now' ELSE coalesce(t.due_date::text, 'none') END || ' task'
   FROM order_tasks t LEFT JOIN order_lines l ON l.id = t.order_line_id
   WHERE t.order_id = o.id AND t.deleted_at IS NULL AND t.status IN ('pending', 'in_progress') AND l.deleted_at IS NULL`,
  `SELECT 'waits', CASE s.status WHEN 'pending' THEN s.submission_date::text || ' sample_to_send'
     ELSE coalesce(coalesce(g.due_on, s.submission_date + 5)::text, 'none') || ' sample_to_decide' END
   FROM samples s LEFT JOIN line_gates g ON g.order_line_id = s.order_line_id AND g.gate_key = ${GATE_OF_SAMPLE} AND g.deleted_at IS NULL
   WHERE ${OPEN} AND s.order_id = o.id AND s.deleted_at IS NULL
     AND (s.status = 'submitted' OR (s.status = 'pending' AND s.submission_date IS NOT NULL))`,
  `SELECT 'waits', o.earliest_etd::text || ' order_leaving' WHERE ${OPEN} AND o.earliest_etd IS NOT NULL`,
  `SELECT 'waits', 'now invoice_to_confirm' FROM proforma_invoices p
   WHERE p.order_id = o.id AND p.deleted_at IS NULL AND p.status = 'sent'`,
  `SELECT 'waits', 'now credit_to_confirm' FROM letters_of_credit c
   WHERE c.order_id = o.id AND c.deleted_at IS NULL AND c.status = 'issued'`,
];

const SOURCES = `CREATE VIEW waiting_sources AS
  SELECT o.id AS order_id, coalesce(o.merchandiser_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) AS whose, w.figure, w.key,
    count(*) AS count, NULL::numeric AS amount
  FROM orders o CROSS JOIN LATERAL (${WAITING.join('\n  UNION ALL ')}) w (figure, key)
  WHERE o.deleted_at IS NULL GROUP BY o.id, w.figure, w.key`;

/** The last arm of the view that `figures_recount` reads. */
const ARM = 'UNION ALL SELECT w.order_id, w.whose, w.figure, w.key, w.count, w.amount FROM waiting_sources w';

/** Whose columns count beside those that were followed before. */
const FOLLOWED = [
  {
    table: 'line_gates',
    before: 'deleted_at, holder',
    columns: 'deleted_at, holder, due_on, name, condition, condition_met_on',
  },
  {
    table: 'samples',
    before: 'deleted_at, status',
    columns: 'deleted_at, status, submission_date, type, order_line_id',
  },
  { table: 'line_milestones', before: null, columns: 'deleted_at, state, planned_on' },
  { table: 'order_tasks', before: null, columns: 'deleted_at, status, due_date, priority, order_line_id' },
];

const columnsOf = (row: string, columns: string) => columns.replace(/\w+/g, (column) => `${row}.${column}`);

/** As FiguresOnce has them. */
const follower = (table: string, columns: string) => `
  CREATE OR REPLACE FUNCTION figures_follow_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE ids uuid[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      ids := ARRAY(SELECT DISTINCT n.order_id FROM changed n JOIN was o ON o.id = n.id
        WHERE (${columnsOf('n', columns)}) IS DISTINCT FROM (${columnsOf('o', columns)}));
    ELSE
      ids := ARRAY(SELECT DISTINCT order_id FROM changed);
    END IF;
    IF ids <> '{}' THEN
      INSERT INTO figures_due (xact, order_id) SELECT pg_current_xact_id(), unnest(ids) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$`;

const TRIGGERS = {
  INSERT: 'NEW TABLE AS changed',
  UPDATE: 'OLD TABLE AS was NEW TABLE AS changed',
  DELETE: 'OLD TABLE AS changed',
};

/**
 * My day and the calendar of who sees the whole house counted all that waits in it at each look: 34,000 things, of which they
 * show fifty. The figures of an order keep those numbers too.
 */
export class WhatWaits1795391100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SOURCES);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${await this.sources(runner)} ${ARM}`);
    for (const { table, before, columns } of FOLLOWED) {
      await runner.query(follower(table, columns));
      for (const [event, rows] of before ? [] : Object.entries(TRIGGERS))
        await runner.query(
          `CREATE TRIGGER ${table}_figures_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${rows}
             FOR EACH STATEMENT EXECUTE FUNCTION figures_follow_${table}()`,
        );
    }
    // Whether a step is due before on another line of its order is one look.
    await runner.query(
      `CREATE INDEX ix_line_milestones_first_due ON line_milestones (order_id, milestone, planned_on) INCLUDE (order_line_id)
         WHERE deleted_at IS NULL AND state IN ('open', 'rejected')`,
    );
    await runner.query('SELECT figures_recount_all()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_line_milestones_first_due');
    for (const { table, before } of FOLLOWED)
      await runner.query(before ? follower(table, before) : `DROP FUNCTION figures_follow_${table}() CASCADE`);
    const [others] = (await this.sources(runner)).split(/UNION ALL\s+SELECT w\.order_id/);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${others}`);
    await runner.query('DROP VIEW waiting_sources');
    await runner.query('SELECT figures_recount_all()');
  }

  private async sources(runner: QueryRunner): Promise<string> {
    const [view] = (await runner.query(`SELECT pg_get_viewdef('figure_sources') AS sources`)) as { sources: string }[];
    return (view?.sources ?? '').replace(/;\s*$/, '');
  }
}

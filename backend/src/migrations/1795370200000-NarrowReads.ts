import type { MigrationInterface, QueryRunner } from 'typeorm';

const DUE = `WHERE deleted_at IS NULL AND state IN ('open', 'rejected')`;

/**
 * What the calendar and my day read of steps that are due stands in their index; LCs have one by their latest shipment; and what
 * was kept of the production of lines that are done with goes.
 */
export class NarrowReads1795370200000 implements MigrationInterface {
  name = 'NarrowReads1795370200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_line_milestones_due`);
    await runner.query(
      `CREATE INDEX ix_line_milestones_due ON line_milestones (planned_on, order_id) INCLUDE (order_line_id, milestone) ${DUE}`,
    );
    await runner.query(
      `CREATE INDEX ix_letters_of_credit_latest_shipment ON letters_of_credit (latest_shipment_date, id) WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `DELETE FROM line_outputs o USING order_lines l WHERE l.id = o.order_line_id AND l.status IN ('completed', 'archived')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_letters_of_credit_latest_shipment`);
    await runner.query(`DROP INDEX ix_line_milestones_due`);
    await runner.query(`CREATE INDEX ix_line_milestones_due ON line_milestones (planned_on, order_id) ${DUE}`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps that are still to be done by their days: a calendar asks for a month of them. */
export class DueSteps1795271510000 implements MigrationInterface {
  name = 'DueSteps1795271510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_line_milestones_due ON line_milestones (planned_on, order_id)
       WHERE deleted_at IS NULL AND state IN ('open', 'rejected')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_line_milestones_due`);
  }
}

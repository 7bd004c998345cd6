import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps that were taken out of a plan are read with those that are in it. */
export class TakenOutSteps1795360400000 implements MigrationInterface {
  name = 'TakenOutSteps1795360400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_line_milestones_taken_out ON line_milestones (order_line_id) WHERE deleted_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_line_milestones_taken_out`);
  }
}

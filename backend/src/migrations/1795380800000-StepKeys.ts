import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which steps a house has on its lines is asked before the first row of an export. */
export class StepKeys1795380800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_line_milestones_key ON line_milestones (milestone) WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_line_milestones_key`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines that are still to leave, of all that the house ever had: what the cockpit, the grid, the calendar and alerts go through. */
export class OpenLines1795360420000 implements MigrationInterface {
  name = 'OpenLines1795360420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_order_lines_open ON order_lines (id) INCLUDE (order_id)
       WHERE deleted_at IS NULL AND status NOT IN ('completed', 'archived')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_order_lines_open`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders are filtered by the statuses of their lines: with the order's id in it, the index alone answers. */
export class LineStatus1795262500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_order_lines_status ON order_lines (status, order_id) WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_order_lines_status`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `deleted_at IS NULL AND status NOT IN ('completed', 'archived')`;

/** The calendar reads of open lines those that fall on its days, not all of a house. */
export class LinesByDay1795390410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_order_lines_etd ON order_lines (etd, order_id) WHERE ${OPEN}`);
    await runner.query(`CREATE INDEX ix_order_lines_eta ON order_lines (eta, order_id) WHERE ${OPEN}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_order_lines_eta`);
    await runner.query(`DROP INDEX ix_order_lines_etd`);
  }
}

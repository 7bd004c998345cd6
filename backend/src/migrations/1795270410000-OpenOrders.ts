import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is still at work, of one merchandiser or of all: a few thousand of a hundred thousand orders. */
export class OpenOrders1795270410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_orders_open ON orders (merchandiser_id, earliest_etd, id)
        WHERE deleted_at IS NULL AND status NOT IN ('completed', 'archived')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_orders_open`);
  }
}

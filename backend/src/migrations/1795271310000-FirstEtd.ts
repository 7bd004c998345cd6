import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first ETD of an order is of what is still to leave: a line that has left made it late for ever. */
export class FirstEtd1795271310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.set(runner, `status NOT IN ('completed', 'archived')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.set(runner, 'TRUE');
  }

  /** @param counts which of the lines; an order without any of them keeps its day */
  private async set(runner: QueryRunner, counts: string): Promise<void> {
    await runner.query(
      `UPDATE orders o SET earliest_etd = coalesce(first.etd, o.etd)
       FROM (SELECT order_id, min(etd) AS etd FROM order_lines WHERE deleted_at IS NULL AND ${counts} GROUP BY order_id) first
       WHERE first.order_id = o.id AND o.earliest_etd IS DISTINCT FROM coalesce(first.etd, o.etd)`,
    );
  }
}

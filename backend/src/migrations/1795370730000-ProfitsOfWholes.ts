import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came for an order as a whole counts in every unit that it converts into: of such orders the worker reckons anew. */
export class ProfitsOfWholes1795370730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM order_profits p USING supplier_deliveries d
        WHERE d.order_id = p.order_id AND d.order_line_id IS NULL AND d.deleted_at IS NULL`,
    );
  }

  async down(): Promise<void> {
    // What is kept is reckoned: it can be reckoned again.
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commercial invoices are listed over all shipments, and found by their number and buyer. */
export class InvoicesListed1795380601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_commercial_invoices_issue_date" ON "commercial_invoices" ("issue_date" DESC, "id" DESC)`,
    );
    await runner.query(
      `CREATE INDEX "ix_commercial_invoices_search" ON "commercial_invoices" USING gin (("invoice_number" || ' ' || "buyer") gin_trgm_ops)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_commercial_invoices_search"`);
    await runner.query(`DROP INDEX "ix_commercial_invoices_issue_date"`);
  }
}

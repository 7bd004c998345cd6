import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of money are ordered by their amounts too; a sort of all of them goes to the disk. */
export class MoneyByAmount1795380602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_commercial_invoices_amount" ON "commercial_invoices" ("amount", "id")`);
    await runner.query(`CREATE INDEX "ix_back_to_back_credits_amount" ON "back_to_back_credits" ("amount", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_back_to_back_credits_amount"`);
    await runner.query(`DROP INDEX "ix_commercial_invoices_amount"`);
  }
}

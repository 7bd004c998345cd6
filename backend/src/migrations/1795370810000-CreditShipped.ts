import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An LC keeps when its goods left, beside the day that follows from it: the worker reckons both anew. */
export class CreditShipped1795370810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "letters_of_credit" ADD "shipped_on" date`);
    await runner.query(
      `UPDATE letters_of_credit SET present_by = NULL WHERE deleted_at IS NULL AND status <> 'expired' AND closed_on IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "letters_of_credit" DROP COLUMN "shipped_on"`);
  }
}

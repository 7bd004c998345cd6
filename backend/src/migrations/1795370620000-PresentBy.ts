import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By when documents are due under an LC: kept by the worker, for lists. */
export class PresentBy1795370620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "letters_of_credit" ADD "present_by" date, ADD "present_by_expected" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(
      `CREATE INDEX ix_letters_of_credit_present_by ON letters_of_credit (present_by, id) WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX ix_letters_of_credit_unreckoned ON letters_of_credit (id) WHERE present_by IS NULL AND deleted_at IS NULL AND status <> 'expired' AND closed_on IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "letters_of_credit" DROP COLUMN "present_by_expected", DROP COLUMN "present_by"`);
  }
}

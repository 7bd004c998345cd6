import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a bank accepted what was presented to it, and when it pays. */
export class Acceptances1795370610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" ADD "invoiced_on" date, ADD "accepted_on" date, ADD "matures_on" date`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" ADD CONSTRAINT "ck_letter_of_credit_drawings_accepted" CHECK (accepted_on >= presented_on)`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" ADD CONSTRAINT "ck_letter_of_credit_drawings_matures" CHECK (matures_on >= presented_on AND matures_on >= accepted_on)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" DROP COLUMN "matures_on", DROP COLUMN "accepted_on", DROP COLUMN "invoiced_on"`,
    );
  }
}

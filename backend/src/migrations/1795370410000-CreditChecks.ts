import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreditChecks1795370410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "letter_of_credit_checks" ("letter_of_credit_id" uuid NOT NULL, "discrepancies" integer NOT NULL, "risks" integer NOT NULL, "is_read" boolean NOT NULL, "checked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "ck_letter_of_credit_checks_counts" CHECK (discrepancies >= 0 AND risks >= 0), CONSTRAINT "pk_letter_of_credit_checks" PRIMARY KEY ("letter_of_credit_id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_letter_of_credit_checks_amend" ON "letter_of_credit_checks"  ("letter_of_credit_id") WHERE discrepancies > 0`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_checks" ADD CONSTRAINT "fk_letter_of_credit_checks_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "letter_of_credit_checks"`);
  }
}

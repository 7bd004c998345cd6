import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindingWaivers1795370400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "finding_waivers" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "letter_of_credit_id" uuid NOT NULL, "finding_key" character varying(32) NOT NULL, "rule" character varying(40) NOT NULL, "reason" text NOT NULL, "created_by_id" uuid, CONSTRAINT "ck_finding_waivers_reason" CHECK (reason <> ''), CONSTRAINT "pk_finding_waivers" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `ALTER TABLE "finding_waivers" ADD CONSTRAINT "fk_finding_waivers_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "finding_waivers" ADD CONSTRAINT "fk_finding_waivers_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_finding_waivers_finding ON finding_waivers (letter_of_credit_id, finding_key) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "finding_waivers"`);
  }
}

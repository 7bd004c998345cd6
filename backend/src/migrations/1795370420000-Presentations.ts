import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Presentations1795370420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "presentations" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "shipment_id" uuid NOT NULL, "letter_of_credit_id" uuid NOT NULL, "present_on" date, "on_board_on" date, "is_clean" boolean NOT NULL DEFAULT true, "insured_amount" numeric(16,3), "insured_currency" character varying(3), "insured_on" date, CONSTRAINT "ck_presentations_insured_currency" CHECK (insured_currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_presentations_insured_amount" CHECK (insured_amount > 0), CONSTRAINT "ck_presentations_insured" CHECK (num_nulls(insured_amount, insured_currency, insured_on) IN (0, 3)), CONSTRAINT "pk_presentations" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_presentations_letter_of_credit" ON "presentations"  ("letter_of_credit_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_presentations_shipment" ON "presentations"  ("shipment_id") `);
    await runner.query(
      `ALTER TABLE "presentations" ADD CONSTRAINT "fk_presentations_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "presentations" ADD CONSTRAINT "fk_presentations_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "presentations"`);
  }
}

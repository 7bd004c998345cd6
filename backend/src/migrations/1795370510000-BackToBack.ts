import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BackToBack1795370510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "back_to_back_credits" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "letter_of_credit_id" uuid NOT NULL, "credit_number" character varying(100) NOT NULL, "mill_name" character varying(255) NOT NULL, "amount" numeric(16,3) NOT NULL, "usance_days" integer NOT NULL, "usance_from" character varying(10) NOT NULL, "opened_on" date, "expiry_date" date, "shipped_on" date, "expected_on" date, "accepted_on" date, "matures_on" date, "paid_on" date, "due_on" date, "ud_number" character varying(50), "exception_reason" text, "notes" text, "created_by_id" uuid, CONSTRAINT "ck_back_to_back_credits_expiry_date" CHECK (expiry_date >= opened_on), CONSTRAINT "ck_back_to_back_credits_paid_on" CHECK (paid_on >= opened_on), CONSTRAINT "ck_back_to_back_credits_accepted_on" CHECK (accepted_on >= opened_on), CONSTRAINT "ck_back_to_back_credits_usance_from" CHECK (usance_from IN ('acceptance', 'shipment')), CONSTRAINT "ck_back_to_back_credits_usance_days" CHECK (usance_days BETWEEN 0 AND 720), CONSTRAINT "ck_back_to_back_credits_amount" CHECK (amount > 0), CONSTRAINT "pk_back_to_back_credits" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_back_to_back_credits_letter_of_credit_id" ON "back_to_back_credits"  ("letter_of_credit_id") `,
    );
    await runner.query(
      `CREATE TABLE "back_to_back_bases" ("letter_of_credit_id" uuid NOT NULL, "freight" numeric(16,3) NOT NULL DEFAULT '0', "insurance" numeric(16,3) NOT NULL DEFAULT '0', "commission" numeric(16,3) NOT NULL DEFAULT '0', CONSTRAINT "ck_back_to_back_bases_deductions" CHECK (freight >= 0 AND insurance >= 0 AND commission >= 0), CONSTRAINT "pk_back_to_back_bases" PRIMARY KEY ("letter_of_credit_id"))`,
    );
    await runner.query(
      `CREATE TABLE "back_to_back_rules" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "valid_from" date NOT NULL, "limit_percent" numeric(5,2) NOT NULL, "max_usance_days" integer NOT NULL, "source" character varying(100) NOT NULL, CONSTRAINT "ck_back_to_back_rules_max_usance_days" CHECK (max_usance_days BETWEEN 0 AND 720), CONSTRAINT "ck_back_to_back_rules_limit_percent" CHECK (limit_percent > 0 AND limit_percent <= 100), CONSTRAINT "pk_back_to_back_rules" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_back_to_back_rules_day" ON "back_to_back_rules"  ("valid_from") WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `ALTER TABLE "back_to_back_credits" ADD CONSTRAINT "fk_back_to_back_credits_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "back_to_back_credits" ADD CONSTRAINT "fk_back_to_back_credits_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "back_to_back_bases" ADD CONSTRAINT "fk_back_to_back_bases_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE INDEX ix_back_to_back_credits_due ON back_to_back_credits (due_on, id)`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_back_to_back_credits_number ON back_to_back_credits (upper(credit_number)) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "back_to_back_bases" DROP CONSTRAINT "fk_back_to_back_bases_letter_of_credit_id"`);
    await runner.query(`ALTER TABLE "back_to_back_credits" DROP CONSTRAINT "fk_back_to_back_credits_created_by_id"`);
    await runner.query(
      `ALTER TABLE "back_to_back_credits" DROP CONSTRAINT "fk_back_to_back_credits_letter_of_credit_id"`,
    );
    await runner.query(`DROP INDEX "public"."uq_back_to_back_rules_day"`);
    await runner.query(`DROP TABLE "back_to_back_rules"`);
    await runner.query(`DROP TABLE "back_to_back_bases"`);
    await runner.query(`DROP INDEX "public"."ix_back_to_back_credits_letter_of_credit_id"`);
    await runner.query(`DROP TABLE "back_to_back_credits"`);
  }
}

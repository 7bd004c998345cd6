import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sent by e-mail of a PI. */
export class ProformaMails1795360510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "proforma_invoice_mails" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "proforma_invoice_id" uuid NOT NULL, "to_address" character varying(254) NOT NULL, "subject" character varying(200) NOT NULL, "message" text NOT NULL, "file_key" character varying(300) NOT NULL, "file_name" character varying(255) NOT NULL, "state" character varying(10) NOT NULL DEFAULT 'queued', "fault" character varying(300), "tries" integer NOT NULL DEFAULT '0', "sent_at" TIMESTAMP(3) WITH TIME ZONE, "created_by_id" uuid, CONSTRAINT "ck_proforma_invoice_mails_state" CHECK (state IN ('queued', 'sent', 'failed')), CONSTRAINT "pk_proforma_invoice_mails" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_proforma_invoice_mails_invoice" ON "proforma_invoice_mails"  ("proforma_invoice_id", "created_at") `,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_mails" ADD CONSTRAINT "fk_proforma_invoice_mails_proforma_invoice_id" FOREIGN KEY ("proforma_invoice_id") REFERENCES "proforma_invoices"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_mails" ADD CONSTRAINT "fk_proforma_invoice_mails_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "proforma_invoice_mails" DROP CONSTRAINT "fk_proforma_invoice_mails_created_by_id"`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_mails" DROP CONSTRAINT "fk_proforma_invoice_mails_proforma_invoice_id"`,
    );
    await runner.query(`DROP INDEX "public"."ix_proforma_invoice_mails_invoice"`);
    await runner.query(`DROP TABLE "proforma_invoice_mails"`);
  }
}

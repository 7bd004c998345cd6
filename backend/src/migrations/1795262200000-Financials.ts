import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read newest first, by day, amount and number; trashed rows are in no list. A bank's number is one LC's, however it is typed. */
const INDEXES = [
  `CREATE INDEX ix_proforma_invoices_created ON proforma_invoices (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_proforma_invoices_status ON proforma_invoices (status, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_proforma_invoices_issue_date ON proforma_invoices (issue_date, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_proforma_invoices_amount ON proforma_invoices (amount, id) WHERE deleted_at IS NULL`,
  `CREATE UNIQUE INDEX uq_letters_of_credit_number ON letters_of_credit (upper(lc_number)) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_number ON letters_of_credit (lc_number, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_created ON letters_of_credit (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_status ON letters_of_credit (status, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_issue_date ON letters_of_credit (issue_date, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_expiry_date ON letters_of_credit (expiry_date, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_letters_of_credit_amount ON letters_of_credit (amount, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_proforma_invoices_search ON proforma_invoices USING gin (pi_number gin_trgm_ops)`,
  `CREATE INDEX ix_letters_of_credit_search ON letters_of_credit USING gin (lc_number gin_trgm_ops)`,
];

export class Financials1795262200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "letters_of_credit" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "document" character varying(300), "document_file_name" character varying(255), "document_content_type" character varying(100), "document_size" integer, "order_id" uuid NOT NULL, "lc_number" character varying(100) NOT NULL, "status" character varying(20) NOT NULL DEFAULT 'pending', "amount" numeric(16,3) NOT NULL, "currency" character varying(3) NOT NULL, "issue_date" date NOT NULL, "expiry_date" date NOT NULL, "latest_shipment_date" date, "issuing_bank" character varying(255), "notes" text, "created_by_id" uuid, CONSTRAINT "ck_letters_of_credit_document" CHECK (num_nulls(document, document_file_name, document_content_type, document_size) IN (0, 4)), CONSTRAINT "ck_letters_of_credit_latest_shipment" CHECK (latest_shipment_date <= expiry_date), CONSTRAINT "ck_letters_of_credit_expiry" CHECK (expiry_date >= issue_date), CONSTRAINT "ck_letters_of_credit_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_letters_of_credit_amount" CHECK (amount > 0), CONSTRAINT "ck_letters_of_credit_status" CHECK (status IN ('pending', 'issued', 'confirmed', 'expired')), CONSTRAINT "pk_letters_of_credit" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_letters_of_credit_order_id" ON "letters_of_credit"  ("order_id") `);
    await runner.query(
      `CREATE TABLE "proforma_invoices" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "pdf_file" character varying(300), "pdf_file_file_name" character varying(255), "pdf_file_content_type" character varying(100), "pdf_file_size" integer, "order_id" uuid NOT NULL, "pi_number" character varying(100) NOT NULL, "version" integer NOT NULL, "replaces_id" uuid, "status" character varying(20) NOT NULL DEFAULT 'draft', "amount" numeric(16,3) NOT NULL, "currency" character varying(3) NOT NULL, "issue_date" date NOT NULL, "valid_until" date, "notes" text, "created_by_id" uuid, "sent_at" TIMESTAMP(3) WITH TIME ZONE, "confirmed_by_id" uuid, "confirmed_at" TIMESTAMP(3) WITH TIME ZONE, "cancellation_reason" text, CONSTRAINT "uq_proforma_invoices_order_version" UNIQUE ("order_id", "version"), CONSTRAINT "ck_proforma_invoices_pdf_file" CHECK (num_nulls(pdf_file, pdf_file_file_name, pdf_file_content_type, pdf_file_size) IN (0, 4)), CONSTRAINT "ck_proforma_invoices_replaces" CHECK (replaces_id <> id), CONSTRAINT "ck_proforma_invoices_valid_until" CHECK (valid_until >= issue_date), CONSTRAINT "ck_proforma_invoices_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_proforma_invoices_amount" CHECK (amount > 0), CONSTRAINT "ck_proforma_invoices_status" CHECK (status IN ('draft', 'sent', 'confirmed', 'cancelled')), CONSTRAINT "pk_proforma_invoices" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_proforma_invoices_number" ON "proforma_invoices"  ("pi_number") `);
    await runner.query(`CREATE INDEX "ix_proforma_invoices_replaces_id" ON "proforma_invoices"  ("replaces_id") `);
    await runner.query(
      `ALTER TABLE "letters_of_credit" ADD CONSTRAINT "fk_letters_of_credit_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "letters_of_credit" ADD CONSTRAINT "fk_letters_of_credit_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "fk_proforma_invoices_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "fk_proforma_invoices_replaces_id" FOREIGN KEY ("replaces_id") REFERENCES "proforma_invoices"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "fk_proforma_invoices_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "fk_proforma_invoices_confirmed_by_id" FOREIGN KEY ("confirmed_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "fk_proforma_invoices_confirmed_by_id"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "fk_proforma_invoices_created_by_id"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "fk_proforma_invoices_replaces_id"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "fk_proforma_invoices_order_id"`);
    await runner.query(`ALTER TABLE "letters_of_credit" DROP CONSTRAINT "fk_letters_of_credit_created_by_id"`);
    await runner.query(`ALTER TABLE "letters_of_credit" DROP CONSTRAINT "fk_letters_of_credit_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_proforma_invoices_replaces_id"`);
    await runner.query(`DROP INDEX "public"."uq_proforma_invoices_number"`);
    await runner.query(`DROP TABLE "proforma_invoices"`);
    await runner.query(`DROP INDEX "public"."ix_letters_of_credit_order_id"`);
    await runner.query(`DROP TABLE "letters_of_credit"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a PI says besides its amount: its lines, its terms, a manager's look at it; and what the house begins with. */
export class ProformaLines1795360500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "proforma_invoice_lines" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "proforma_invoice_id" uuid NOT NULL, "position" integer NOT NULL, "order_line_id" uuid, "mill_offer_id" uuid, "style" character varying(150) NOT NULL, "colour" character varying(600), "description" text, "composition" character varying(255), "construction" text, "gsm" numeric(10,2), "width" character varying(100), "hs_code" character varying(10), "quantity" numeric(14,3) NOT NULL, "unit" character varying(20) NOT NULL, "price" numeric(14,4) NOT NULL, "amount" numeric(16,3) NOT NULL, "mill_price" numeric(14,4), "commission" numeric(14,4), CONSTRAINT "uq_proforma_invoice_lines_order_line" UNIQUE ("proforma_invoice_id", "order_line_id"), CONSTRAINT "ck_proforma_invoice_lines_hs_code" CHECK (hs_code ~ '^[0-9]{6,10}$'), CONSTRAINT "ck_proforma_invoice_lines_amount" CHECK (amount >= 0), CONSTRAINT "ck_proforma_invoice_lines_price" CHECK (price >= 0), CONSTRAINT "ck_proforma_invoice_lines_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_proforma_invoice_lines_quantity" CHECK (quantity > 0), CONSTRAINT "pk_proforma_invoice_lines" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_proforma_invoice_lines_mill_offer" ON "proforma_invoice_lines"  ("mill_offer_id") `,
    );
    await runner.query(
      `CREATE INDEX "ix_proforma_invoice_lines_order_line" ON "proforma_invoice_lines"  ("order_line_id") `,
    );
    await runner.query(
      `CREATE TABLE "proforma_settings" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "terms" jsonb NOT NULL DEFAULT '{}', "valid_days" integer, "review_above" jsonb NOT NULL DEFAULT '[]', CONSTRAINT "ck_proforma_settings_valid_days" CHECK (valid_days BETWEEN 0 AND 365), CONSTRAINT "pk_proforma_settings" PRIMARY KEY ("id"))`,
    );
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "seller" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "buyer" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "notify_party" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "bank_name" character varying(255)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "bank_address" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "bank_bic" character varying(11)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "bank_account" character varying(60)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "incoterm" character varying(3)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "incoterm_place" character varying(120)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "incoterm_year" integer`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "port_of_loading" character varying(120)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "port_of_discharge" character varying(120)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "etd" date`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "partial_shipments" boolean`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "transhipment" boolean`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "tolerance_percent" numeric(5,2)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "payment_terms" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "packing" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "documents_offered" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "signatory" character varying(255)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "printed_at" TIMESTAMP(3) WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "review" character varying(20)`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "reviewed_by_id" uuid`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "reviewed_at" TIMESTAMP(3) WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "review_reason" text`);
    await runner.query(`ALTER TABLE "proforma_invoices" ADD "approved_content" jsonb`);
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "ck_proforma_invoices_review" CHECK (review IN ('pending', 'approved', 'returned'))`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "ck_proforma_invoices_tolerance" CHECK (tolerance_percent >= 0 AND tolerance_percent < 100)`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "ck_proforma_invoices_incoterm_place" CHECK (incoterm IS NULL OR incoterm_place IS NOT NULL)`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "ck_proforma_invoices_incoterm" CHECK (incoterm IN ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'))`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoices" ADD CONSTRAINT "fk_proforma_invoices_reviewed_by_id" FOREIGN KEY ("reviewed_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" ADD CONSTRAINT "fk_proforma_invoice_lines_proforma_invoice_id" FOREIGN KEY ("proforma_invoice_id") REFERENCES "proforma_invoices"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" ADD CONSTRAINT "fk_proforma_invoice_lines_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" ADD CONSTRAINT "fk_proforma_invoice_lines_mill_offer_id" FOREIGN KEY ("mill_offer_id") REFERENCES "mill_offers"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE INDEX ix_proforma_invoices_review ON proforma_invoices (review, created_at DESC, id DESC) WHERE deleted_at IS NULL AND review IS NOT NULL`,
    );
    await runner.query(`INSERT INTO proforma_settings (id) VALUES (gen_random_uuid())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_proforma_invoices_review`);
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" DROP CONSTRAINT "fk_proforma_invoice_lines_mill_offer_id"`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" DROP CONSTRAINT "fk_proforma_invoice_lines_order_line_id"`,
    );
    await runner.query(
      `ALTER TABLE "proforma_invoice_lines" DROP CONSTRAINT "fk_proforma_invoice_lines_proforma_invoice_id"`,
    );
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "fk_proforma_invoices_reviewed_by_id"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "ck_proforma_invoices_incoterm"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "ck_proforma_invoices_incoterm_place"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "ck_proforma_invoices_tolerance"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP CONSTRAINT "ck_proforma_invoices_review"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "approved_content"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "review_reason"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "reviewed_at"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "reviewed_by_id"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "review"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "printed_at"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "signatory"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "documents_offered"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "packing"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "payment_terms"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "tolerance_percent"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "transhipment"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "partial_shipments"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "etd"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "port_of_discharge"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "port_of_loading"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "incoterm_year"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "incoterm_place"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "incoterm"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "bank_account"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "bank_bic"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "bank_address"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "bank_name"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "notify_party"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "buyer"`);
    await runner.query(`ALTER TABLE "proforma_invoices" DROP COLUMN "seller"`);
    await runner.query(`DROP TABLE "proforma_settings"`);
    await runner.query(`DROP INDEX "public"."ix_proforma_invoice_lines_order_line"`);
    await runner.query(`DROP INDEX "public"."ix_proforma_invoice_lines_mill_offer"`);
    await runner.query(`DROP TABLE "proforma_invoice_lines"`);
  }
}

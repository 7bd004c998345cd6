import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The papers that a shipment needs, and its commercial invoices. */
export class ShipmentPapers1795360710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "commercial_invoices" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "shipment_id" uuid NOT NULL, "invoice_number" character varying(30) NOT NULL, "status" character varying(10) NOT NULL DEFAULT 'issued', "issue_date" date NOT NULL, "currency" character varying(3) NOT NULL, "amount" numeric(16,3) NOT NULL, "incoterm" character varying(3), "incoterm_place" character varying(255), "buyer" text NOT NULL, "notes" text, "cancel_reason" text, "created_by_id" uuid, CONSTRAINT "ck_commercial_invoices_cancelled" CHECK ((status = 'cancelled') = (cancel_reason IS NOT NULL)), CONSTRAINT "ck_commercial_invoices_incoterm" CHECK (incoterm IN ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF')), CONSTRAINT "ck_commercial_invoices_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_commercial_invoices_amount" CHECK (amount > 0), CONSTRAINT "ck_commercial_invoices_status" CHECK (status IN ('issued', 'cancelled')), CONSTRAINT "pk_commercial_invoices" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_commercial_invoices_number" ON "commercial_invoices" ("invoice_number")`,
    );
    await runner.query(
      `CREATE INDEX "ix_commercial_invoices_shipment" ON "commercial_invoices" ("shipment_id", "created_at")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_commercial_invoices_issued" ON "commercial_invoices" ("shipment_id") WHERE status = 'issued'`,
    );
    await runner.query(
      `CREATE TABLE "commercial_invoice_lines" ("id" uuid NOT NULL, "invoice_id" uuid NOT NULL, "order_line_id" uuid, "sequence_number" integer NOT NULL, "description" text NOT NULL, "quantity" numeric(14,3) NOT NULL, "unit" character varying(20) NOT NULL, "unit_price" numeric(14,4) NOT NULL, "amount" numeric(16,3) NOT NULL, CONSTRAINT "ck_commercial_invoice_lines_unit_price" CHECK (unit_price >= 0), CONSTRAINT "ck_commercial_invoice_lines_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_commercial_invoice_lines_quantity" CHECK (quantity > 0), CONSTRAINT "pk_commercial_invoice_lines" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_commercial_invoice_lines_order_line" ON "commercial_invoice_lines" ("order_line_id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_commercial_invoice_lines_invoice" ON "commercial_invoice_lines" ("invoice_id", "sequence_number")`,
    );
    await runner.query(
      `CREATE TABLE "shipment_papers" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "file" character varying(300), "file_file_name" character varying(255), "file_content_type" character varying(100), "file_size" integer, "shipment_id" uuid NOT NULL, "kind" character varying(30) NOT NULL, "title" character varying(150), "required" boolean NOT NULL DEFAULT true, "state" character varying(10) NOT NULL DEFAULT 'missing', "owner_id" uuid, "originals" integer, "copies" integer, "wording" text, CONSTRAINT "ck_shipment_papers_file" CHECK (num_nulls(file, file_file_name, file_content_type, file_size) IN (0, 4)), CONSTRAINT "ck_shipment_papers_originals" CHECK (originals >= 0 AND copies >= 0), CONSTRAINT "ck_shipment_papers_title" CHECK (kind <> 'other' OR title IS NOT NULL), CONSTRAINT "ck_shipment_papers_state" CHECK (state IN ('missing', 'drafted', 'ready', 'sent')), CONSTRAINT "ck_shipment_papers_kind" CHECK (kind IN ('commercial_invoice', 'packing_list', 'bill_of_lading', 'air_waybill', 'certificate_of_origin', 'inspection_certificate', 'beneficiary_certificate', 'insurance_certificate', 'weight_list', 'other')), CONSTRAINT "pk_shipment_papers" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_shipment_papers_owner" ON "shipment_papers" ("owner_id") WHERE deleted_at IS NULL AND state <> 'sent'`,
    );
    await runner.query(`CREATE INDEX "ix_shipment_papers_shipment" ON "shipment_papers" ("shipment_id", "created_at")`);
    await runner.query(
      `ALTER TABLE "commercial_invoices" ADD CONSTRAINT "fk_commercial_invoices_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "commercial_invoices" ADD CONSTRAINT "fk_commercial_invoices_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "commercial_invoice_lines" ADD CONSTRAINT "fk_commercial_invoice_lines_invoice_id" FOREIGN KEY ("invoice_id") REFERENCES "commercial_invoices"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "commercial_invoice_lines" ADD CONSTRAINT "fk_commercial_invoice_lines_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment_papers" ADD CONSTRAINT "fk_shipment_papers_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment_papers" ADD CONSTRAINT "fk_shipment_papers_owner_id" FOREIGN KEY ("owner_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "shipment_papers"`);
    await runner.query(`DROP TABLE "commercial_invoice_lines"`);
    await runner.query(`DROP TABLE "commercial_invoices"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read by the day it leaves, also of one status, or newest first; searches are substrings; trashed rows are in no list. */
const INDEXES = [
  `CREATE INDEX ix_shipments_shipping_date ON shipments (shipping_date DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_shipments_status_shipping_date ON shipments (status, shipping_date DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_shipments_created ON shipments (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_shipments_search ON shipments USING gin ((awb_number || ' ' || carrier_name) gin_trgm_ops)`,
];

export class Shipments1795262110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "shipments" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "documents" character varying(300), "documents_file_name" character varying(255), "documents_content_type" character varying(100), "documents_size" integer, "order_id" uuid NOT NULL, "carrier_name" character varying(255) NOT NULL, "awb_number" character varying(100) NOT NULL, "shipping_date" date NOT NULL, "status" character varying(20) NOT NULL DEFAULT 'pending', "estimated_arrival" date, "delivered_on" date, "return_reason" text, "notes" text, CONSTRAINT "ck_shipments_documents" CHECK (num_nulls(documents, documents_file_name, documents_content_type, documents_size) IN (0, 4)), CONSTRAINT "ck_shipments_return_reason" CHECK ((status = 'returned') = (return_reason IS NOT NULL)), CONSTRAINT "ck_shipments_delivered_on" CHECK (delivered_on >= shipping_date), CONSTRAINT "ck_shipments_delivered" CHECK ((status = 'delivered') = (delivered_on IS NOT NULL)), CONSTRAINT "ck_shipments_estimated_arrival" CHECK (estimated_arrival >= shipping_date), CONSTRAINT "ck_shipments_status" CHECK (status IN ('pending', 'in_transit', 'delivered', 'returned')), CONSTRAINT "pk_shipments" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_shipments_order_id" ON "shipments"  ("order_id", "shipping_date") `);
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "fk_shipments_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shipments" DROP CONSTRAINT "fk_shipments_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_shipments_order_id"`);
    await runner.query(`DROP TABLE "shipments"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = [
  `CREATE INDEX ix_supplier_deliveries_order ON supplier_deliveries (order_id, delivery_date DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_supplier_deliveries_line ON supplier_deliveries (order_line_id, unit) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_supplier_deliveries_style ON supplier_deliveries (style_id)`,
  `CREATE INDEX ix_supplier_deliveries_date ON supplier_deliveries (delivery_date DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_mill_offers_line ON mill_offers (order_line_id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_mill_offers_created ON mill_offers (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE UNIQUE INDEX uq_mill_offers_chosen ON mill_offers (order_line_id) WHERE chosen AND deleted_at IS NULL`,
];

/** Offers of mills, what they delivered, and how far a delivery may be off. */
export class Supply1795263510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "supplier_deliveries" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid, "style_id" uuid, "delivery_date" date NOT NULL, "delivered_quantity" numeric(14,3) NOT NULL, "unit" character varying(20) NOT NULL DEFAULT 'meters', "challan_number" character varying(100), "roll_count" integer, "notes" text, "created_by_id" uuid, CONSTRAINT "ck_supplier_deliveries_rolls" CHECK (roll_count > 0), CONSTRAINT "ck_supplier_deliveries_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_supplier_deliveries_quantity" CHECK (delivered_quantity > 0), CONSTRAINT "pk_supplier_deliveries" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "mill_offers" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_line_id" uuid NOT NULL, "mill_name" character varying(255) NOT NULL, "price" numeric(14,4) NOT NULL, "currency" character varying(3) NOT NULL, "unit" character varying(20) NOT NULL, "lead_time_days" integer, "valid_until" date, "minimum_quantity" numeric(14,3), "notes" text, "chosen" boolean NOT NULL DEFAULT false, "created_by_id" uuid, CONSTRAINT "ck_mill_offers_minimum" CHECK (minimum_quantity > 0), CONSTRAINT "ck_mill_offers_lead_time" CHECK (lead_time_days >= 0), CONSTRAINT "ck_mill_offers_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_mill_offers_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_mill_offers_price" CHECK (price > 0), CONSTRAINT "pk_mill_offers" PRIMARY KEY ("id"))`,
    );
    await runner.query(`ALTER TABLE "orders" ADD "delivery_tolerance_percent" numeric(5,2) NOT NULL DEFAULT '5'`);
    await runner.query(`ALTER TABLE "order_lines" ADD "delivery_tolerance_percent" numeric(5,2)`);
    await runner.query(
      `ALTER TABLE "orders" ADD CONSTRAINT "ck_orders_tolerance" CHECK (delivery_tolerance_percent >= 0 AND delivery_tolerance_percent < 100)`,
    );
    await runner.query(
      `ALTER TABLE "order_lines" ADD CONSTRAINT "ck_order_lines_tolerance" CHECK (delivery_tolerance_percent >= 0 AND delivery_tolerance_percent < 100)`,
    );
    await runner.query(
      `ALTER TABLE "supplier_deliveries" ADD CONSTRAINT "fk_supplier_deliveries_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "supplier_deliveries" ADD CONSTRAINT "fk_supplier_deliveries_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "supplier_deliveries" ADD CONSTRAINT "fk_supplier_deliveries_style_id" FOREIGN KEY ("style_id") REFERENCES "order_styles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "supplier_deliveries" ADD CONSTRAINT "fk_supplier_deliveries_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "mill_offers" ADD CONSTRAINT "fk_mill_offers_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "mill_offers" ADD CONSTRAINT "fk_mill_offers_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "mill_offers" DROP CONSTRAINT "fk_mill_offers_created_by_id"`);
    await runner.query(`ALTER TABLE "mill_offers" DROP CONSTRAINT "fk_mill_offers_order_line_id"`);
    await runner.query(`ALTER TABLE "supplier_deliveries" DROP CONSTRAINT "fk_supplier_deliveries_created_by_id"`);
    await runner.query(`ALTER TABLE "supplier_deliveries" DROP CONSTRAINT "fk_supplier_deliveries_style_id"`);
    await runner.query(`ALTER TABLE "supplier_deliveries" DROP CONSTRAINT "fk_supplier_deliveries_order_line_id"`);
    await runner.query(`ALTER TABLE "supplier_deliveries" DROP CONSTRAINT "fk_supplier_deliveries_order_id"`);
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "ck_order_lines_tolerance"`);
    await runner.query(`ALTER TABLE "orders" DROP CONSTRAINT "ck_orders_tolerance"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "delivery_tolerance_percent"`);
    await runner.query(`ALTER TABLE "orders" DROP COLUMN "delivery_tolerance_percent"`);
    await runner.query(`DROP TABLE "mill_offers"`);
    await runner.query(`DROP TABLE "supplier_deliveries"`);
  }
}

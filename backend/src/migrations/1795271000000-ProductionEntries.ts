import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = 'WHERE is_current AND deleted_at IS NULL';
const INDEXES = [
  `CREATE UNIQUE INDEX uq_production_entries_device_key ON production_entries (device_key) WHERE device_key IS NOT NULL`,
  `CREATE INDEX ix_production_entries_line ON production_entries (order_line_id, stage, entry_date) ${STANDING}`,
  `CREATE INDEX ix_production_entries_order ON production_entries (order_id, entry_date) ${STANDING}`,
  `CREATE INDEX ix_production_entries_date ON production_entries (entry_date DESC, id DESC) ${STANDING}`,
  `CREATE INDEX ix_production_entries_created ON production_entries (created_at DESC, id DESC) ${STANDING}`,
];

/** What stages of lines gave, number by number, and the sheets of days that are their sums. */
export class ProductionEntries1795271000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "production_entries" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "stage" character varying(20) NOT NULL, "entry_date" date NOT NULL, "quantity" numeric(14,3) NOT NULL, "unit" character varying(20) NOT NULL DEFAULT 'kg', "shift" character varying(20), "notes" text, "device_key" character varying(64), "series_id" uuid NOT NULL, "corrects_id" uuid, "is_current" boolean NOT NULL DEFAULT true, "reason" character varying(500), "created_by_id" uuid, CONSTRAINT "ck_production_entries_series" CHECK ((corrects_id IS NULL) OR series_id <> id), CONSTRAINT "ck_production_entries_quantity" CHECK (quantity > 0), CONSTRAINT "ck_production_entries_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_production_entries_stage" CHECK (stage IN ('knitting', 'dyeing', 'finishing', 'cutting', 'sewing', 'packing')), CONSTRAINT "pk_production_entries" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_production_entries_corrects" ON "production_entries"  ("corrects_id") `);
    await runner.query(`CREATE INDEX "ix_production_entries_series" ON "production_entries"  ("series_id") `);
    await runner.query(`ALTER TABLE "production_metrics" ADD "computed" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "production_metrics" ADD "typed" jsonb`);
    await runner.query(`ALTER TABLE "production_metrics" ADD "left_out" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `ALTER TABLE "production_metrics" ADD CONSTRAINT "ck_production_metrics_typed" CHECK (computed OR typed IS NULL)`,
    );
    await runner.query(
      `ALTER TABLE "production_entries" ADD CONSTRAINT "fk_production_entries_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "production_entries" ADD CONSTRAINT "fk_production_entries_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "production_entries" ADD CONSTRAINT "fk_production_entries_corrects_id" FOREIGN KEY ("corrects_id") REFERENCES "production_entries"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "production_entries" ADD CONSTRAINT "fk_production_entries_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "production_entries" DROP CONSTRAINT "fk_production_entries_created_by_id"`);
    await runner.query(`ALTER TABLE "production_entries" DROP CONSTRAINT "fk_production_entries_corrects_id"`);
    await runner.query(`ALTER TABLE "production_entries" DROP CONSTRAINT "fk_production_entries_order_line_id"`);
    await runner.query(`ALTER TABLE "production_entries" DROP CONSTRAINT "fk_production_entries_order_id"`);
    await runner.query(`ALTER TABLE "production_metrics" DROP CONSTRAINT "ck_production_metrics_typed"`);
    await runner.query(`ALTER TABLE "production_metrics" DROP COLUMN "left_out"`);
    await runner.query(`ALTER TABLE "production_metrics" DROP COLUMN "typed"`);
    await runner.query(`ALTER TABLE "production_metrics" DROP COLUMN "computed"`);
    await runner.query(`DROP INDEX "public"."ix_production_entries_series"`);
    await runner.query(`DROP INDEX "public"."ix_production_entries_corrects"`);
    await runner.query(`DROP TABLE "production_entries"`);
  }
}

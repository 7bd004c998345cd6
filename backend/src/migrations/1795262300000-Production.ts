import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row an order and day; lists read newest first. Trashed rows are in no list and hold no day. */
const INDEXES = [
  `CREATE UNIQUE INDEX uq_production_metrics_day ON production_metrics (order_id, date) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_production_metrics_date ON production_metrics (date DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_production_metrics_created ON production_metrics (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
];

export class Production1795262300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "production_metrics" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "date" date NOT NULL, "unit" character varying(20) NOT NULL DEFAULT 'kg', "knitted_quantity" numeric(14,3) NOT NULL DEFAULT '0', "dyed_quantity" numeric(14,3) NOT NULL DEFAULT '0', "finished_quantity" numeric(14,3) NOT NULL DEFAULT '0', "notes" text, CONSTRAINT "ck_production_metrics_finished" CHECK (finished_quantity >= 0), CONSTRAINT "ck_production_metrics_dyed" CHECK (dyed_quantity >= 0), CONSTRAINT "ck_production_metrics_knitted" CHECK (knitted_quantity >= 0), CONSTRAINT "ck_production_metrics_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "pk_production_metrics" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `ALTER TABLE "production_metrics" ADD CONSTRAINT "fk_production_metrics_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "production_metrics" DROP CONSTRAINT "fk_production_metrics_order_id"`);
    await runner.query(`DROP TABLE "production_metrics"`);
  }
}

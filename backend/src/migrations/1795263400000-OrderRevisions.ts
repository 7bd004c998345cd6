import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = [
  `CREATE INDEX ix_order_revisions_created ON order_revisions (created_at DESC, id DESC)`,
  // PO numbers as people mean them: see numberKey in orders.repository.ts.
  `CREATE INDEX ix_orders_number_key ON orders (translate(lower(order_number), ' -_/.#', '')) WHERE deleted_at IS NULL`,
];

/** Changes of what was agreed, and the orders that carry the same PO number. */
export class OrderRevisions1795263400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "order_revisions" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "number" integer NOT NULL, "order_line_id" uuid, "line_label" character varying(1000), "before" jsonb NOT NULL, "after" jsonb NOT NULL, "reason" text NOT NULL, "agreed_by" character varying(255) NOT NULL, "agreed_on" date NOT NULL, "affects" jsonb NOT NULL DEFAULT '[]', "revised_by_id" uuid, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_order_revisions_number" UNIQUE ("order_id", "number"), CONSTRAINT "ck_order_revisions_number" CHECK (number > 0), CONSTRAINT "pk_order_revisions" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_order_revisions_line" ON "order_revisions"  ("order_line_id") `);
    await runner.query(`ALTER TABLE "orders" ADD "revision_count" integer NOT NULL DEFAULT '0'`);
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_revised_by_id" FOREIGN KEY ("revised_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_orders_number_key`);
    await runner.query(`ALTER TABLE "order_revisions" DROP CONSTRAINT "fk_order_revisions_revised_by_id"`);
    await runner.query(`ALTER TABLE "order_revisions" DROP CONSTRAINT "fk_order_revisions_order_line_id"`);
    await runner.query(`ALTER TABLE "order_revisions" DROP CONSTRAINT "fk_order_revisions_order_id"`);
    await runner.query(`ALTER TABLE "orders" DROP COLUMN "revision_count"`);
    await runner.query(`DROP INDEX "public"."ix_order_revisions_line"`);
    await runner.query(`DROP TABLE "order_revisions"`);
  }
}

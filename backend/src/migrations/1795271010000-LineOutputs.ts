import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On what a process loss is reckoned, and how the production of each line stands. */
export class LineOutputs1795271010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "line_outputs" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "state" character varying(10) NOT NULL, "late_days" integer, "last_entry_on" date, "idle_days" integer, "loss_over" boolean NOT NULL DEFAULT false, "loss" jsonb NOT NULL, "stages" jsonb NOT NULL, "reckoned_on" date NOT NULL, CONSTRAINT "ck_line_outputs_state" CHECK (state IN ('late', 'at_pace', 'waiting', 'done')), CONSTRAINT "pk_line_outputs" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_line_outputs_reckoned" ON "line_outputs"  ("reckoned_on") `);
    await runner.query(`CREATE INDEX "ix_line_outputs_order" ON "line_outputs"  ("order_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_line_outputs_line" ON "line_outputs"  ("order_line_id") `);
    await runner.query(`ALTER TABLE "orders" ADD "process_loss_basis" character varying(10)`);
    await runner.query(`ALTER TABLE "order_lines" ADD "process_loss_basis" character varying(10)`);
    await runner.query(
      `ALTER TABLE "orders" ADD CONSTRAINT "ck_orders_process_loss_basis" CHECK (process_loss_basis IN ('output', 'input'))`,
    );
    await runner.query(
      `ALTER TABLE "order_lines" ADD CONSTRAINT "ck_order_lines_process_loss_basis" CHECK (process_loss_basis IN ('output', 'input'))`,
    );
    await runner.query(
      `ALTER TABLE "line_outputs" ADD CONSTRAINT "fk_line_outputs_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_outputs" ADD CONSTRAINT "fk_line_outputs_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE INDEX ix_line_outputs_late ON line_outputs (late_days DESC NULLS LAST, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_outputs" DROP CONSTRAINT "fk_line_outputs_order_line_id"`);
    await runner.query(`ALTER TABLE "line_outputs" DROP CONSTRAINT "fk_line_outputs_order_id"`);
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "ck_order_lines_process_loss_basis"`);
    await runner.query(`ALTER TABLE "orders" DROP CONSTRAINT "ck_orders_process_loss_basis"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "process_loss_basis"`);
    await runner.query(`ALTER TABLE "orders" DROP COLUMN "process_loss_basis"`);
    await runner.query(`DROP INDEX "public"."uq_line_outputs_line"`);
    await runner.query(`DROP INDEX "public"."ix_line_outputs_order"`);
    await runner.query(`DROP INDEX "public"."ix_line_outputs_reckoned"`);
    await runner.query(`DROP TABLE "line_outputs"`);
  }
}

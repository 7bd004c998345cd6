import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Planning1795262020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "line_milestones" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "milestone" character varying(40) NOT NULL, "state" character varying(20) NOT NULL DEFAULT 'open', "planned_on" date, "actual_on" date, "note" text, CONSTRAINT "ck_line_milestones_done" CHECK ((state = 'done') = (actual_on IS NOT NULL)), CONSTRAINT "ck_line_milestones_not_applicable" CHECK (state <> 'not_applicable' OR (planned_on IS NULL AND actual_on IS NULL)), CONSTRAINT "ck_line_milestones_state" CHECK (state IN ('open', 'done', 'rejected', 'not_applicable')), CONSTRAINT "ck_line_milestones_milestone" CHECK (milestone IN ('yarnBooked', 'yarnReceived', 'labDipSubmitted', 'labDipApproved', 'ppYards', 'fitCumPpSubmitted', 'fitCumPpComments', 'knittingStart', 'knittingComplete', 'dyeingStart', 'dyeingComplete', 'firstBulkSubmission', 'bulkSizeSet', 'cuttingStart', 'cuttingComplete', 'printSent', 'printReceived', 'sewingInput', 'sewingFinish', 'packingComplete', 'finalInspection', 'exFactory')), CONSTRAINT "pk_line_milestones" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_line_milestones_order" ON "line_milestones"  ("order_id") `);
    await runner.query(
      `ALTER TABLE "line_milestones" ADD CONSTRAINT "fk_line_milestones_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_milestones" ADD CONSTRAINT "fk_line_milestones_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_line_milestones_line_milestone ON line_milestones (order_line_id, milestone) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_milestones" DROP CONSTRAINT "fk_line_milestones_order_line_id"`);
    await runner.query(`ALTER TABLE "line_milestones" DROP CONSTRAINT "fk_line_milestones_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_line_milestones_order"`);
    await runner.query(`DROP TABLE "line_milestones"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read newest, or soonest due, first; rows in the trash are in no list; comments are found by any part of them. */
const INDEXES = [
  `CREATE INDEX ix_order_tasks_due ON order_tasks (due_date, priority_rank DESC, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_tasks_waiting ON order_tasks (order_line_id, closes_with_gate)
     WHERE closes_with_gate IS NOT NULL AND status IN ('pending', 'in_progress') AND deleted_at IS NULL`,
  `CREATE INDEX ix_order_comments_order ON order_comments (order_id, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_comments_line ON order_comments (order_line_id, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_comments_sample ON order_comments (sample_id, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_comments_created ON order_comments (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_comments_search ON order_comments USING gin (body gin_trgm_ops)`,
];

export class TasksAndComments1795263300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "order_comments" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid, "sample_id" uuid, "body" text NOT NULL, "mentioned_ids" uuid array NOT NULL DEFAULT '{}', "author_id" uuid, "edited_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_order_comments_body" CHECK (btrim(body) <> ''), CONSTRAINT "pk_order_comments" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "order_tasks" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid, "title" character varying(255) NOT NULL, "description" text, "assigned_to_id" uuid, "assigned_by_id" uuid, "status" character varying(20) NOT NULL DEFAULT 'pending', "priority" character varying(10) NOT NULL DEFAULT 'medium', "priority_rank" smallint NOT NULL DEFAULT '1', "due_date" date, "completed_at" TIMESTAMP WITH TIME ZONE, "closes_with_gate" character varying(120), "metadata" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "ck_order_tasks_gate" CHECK (closes_with_gate IS NULL OR order_line_id IS NOT NULL), CONSTRAINT "ck_order_tasks_completed" CHECK ((status = 'completed') = (completed_at IS NOT NULL)), CONSTRAINT "ck_order_tasks_priority_rank" CHECK (priority_rank = CASE priority WHEN 'low' THEN 0 WHEN 'medium' THEN 1 WHEN 'high' THEN 2 WHEN 'urgent' THEN 3 END), CONSTRAINT "ck_order_tasks_priority" CHECK (priority IN ('low', 'medium', 'high', 'urgent')), CONSTRAINT "ck_order_tasks_status" CHECK (status IN ('pending', 'in_progress', 'completed', 'cancelled')), CONSTRAINT "pk_order_tasks" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_order_tasks_assigned_by" ON "order_tasks"  ("assigned_by_id", "status") `);
    await runner.query(
      `CREATE INDEX "ix_order_tasks_assigned_to" ON "order_tasks"  ("assigned_to_id", "status", "due_date") `,
    );
    await runner.query(`CREATE INDEX "ix_order_tasks_order" ON "order_tasks"  ("order_id", "created_at") `);
    await runner.query(
      `ALTER TABLE "order_comments" ADD CONSTRAINT "fk_order_comments_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_comments" ADD CONSTRAINT "fk_order_comments_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_comments" ADD CONSTRAINT "fk_order_comments_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_comments" ADD CONSTRAINT "fk_order_comments_author_id" FOREIGN KEY ("author_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_tasks" ADD CONSTRAINT "fk_order_tasks_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_tasks" ADD CONSTRAINT "fk_order_tasks_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_tasks" ADD CONSTRAINT "fk_order_tasks_assigned_to_id" FOREIGN KEY ("assigned_to_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_tasks" ADD CONSTRAINT "fk_order_tasks_assigned_by_id" FOREIGN KEY ("assigned_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_tasks" DROP CONSTRAINT "fk_order_tasks_assigned_by_id"`);
    await runner.query(`ALTER TABLE "order_tasks" DROP CONSTRAINT "fk_order_tasks_assigned_to_id"`);
    await runner.query(`ALTER TABLE "order_tasks" DROP CONSTRAINT "fk_order_tasks_order_line_id"`);
    await runner.query(`ALTER TABLE "order_tasks" DROP CONSTRAINT "fk_order_tasks_order_id"`);
    await runner.query(`ALTER TABLE "order_comments" DROP CONSTRAINT "fk_order_comments_author_id"`);
    await runner.query(`ALTER TABLE "order_comments" DROP CONSTRAINT "fk_order_comments_sample_id"`);
    await runner.query(`ALTER TABLE "order_comments" DROP CONSTRAINT "fk_order_comments_order_line_id"`);
    await runner.query(`ALTER TABLE "order_comments" DROP CONSTRAINT "fk_order_comments_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_order_tasks_order"`);
    await runner.query(`DROP INDEX "public"."ix_order_tasks_assigned_to"`);
    await runner.query(`DROP INDEX "public"."ix_order_tasks_assigned_by"`);
    await runner.query(`DROP TABLE "order_tasks"`);
    await runner.query(`DROP TABLE "order_comments"`);
  }
}

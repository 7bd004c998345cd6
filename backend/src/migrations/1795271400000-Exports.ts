import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Exports1795271400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "export_jobs" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "file" character varying(300), "file_file_name" character varying(255), "file_content_type" character varying(100), "file_size" integer, "created_by_id" uuid NOT NULL, "kind" character varying(30) NOT NULL, "format" character varying(10) NOT NULL, "filter" character varying(2000) NOT NULL DEFAULT '', "about" character varying(2000) NOT NULL, "order_id" uuid, "status" character varying(20) NOT NULL DEFAULT 'queued', "total_rows" integer, "done_rows" integer NOT NULL DEFAULT '0', "failure" character varying(500), "attempt" integer NOT NULL DEFAULT '0', "lease_until" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_export_jobs_done" CHECK ((status = 'done') = (file IS NOT NULL)), CONSTRAINT "ck_export_jobs_file" CHECK (num_nulls(file, file_file_name, file_content_type, file_size) IN (0, 4)), CONSTRAINT "ck_export_jobs_order" CHECK ((kind = 'purchase_order') = (order_id IS NOT NULL)), CONSTRAINT "ck_export_jobs_status" CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')), CONSTRAINT "ck_export_jobs_format" CHECK (format IN ('xlsx', 'pdf')), CONSTRAINT "ck_export_jobs_kind" CHECK (kind IN ('orders', 'tna', 'production_days', 'purchase_order')), CONSTRAINT "pk_export_jobs" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX ix_export_jobs_creator ON export_jobs (created_by_id, created_at DESC, id DESC)`);
    await runner.query(`CREATE INDEX "ix_export_jobs_expires" ON "export_jobs"  ("expires_at") `);
    await runner.query(`CREATE INDEX "ix_export_jobs_order" ON "export_jobs"  ("order_id") `);
    await runner.query(
      `ALTER TABLE "export_jobs" ADD CONSTRAINT "fk_export_jobs_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "export_jobs" ADD CONSTRAINT "fk_export_jobs_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE TRIGGER tr_export_jobs_files AFTER DELETE ON export_jobs FOR EACH ROW EXECUTE FUNCTION discard_files('file')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "export_jobs" DROP CONSTRAINT "fk_export_jobs_order_id"`);
    await runner.query(`ALTER TABLE "export_jobs" DROP CONSTRAINT "fk_export_jobs_created_by_id"`);
    await runner.query(`DROP TRIGGER tr_export_jobs_files ON export_jobs`);
    await runner.query(`DROP INDEX "public"."ix_export_jobs_order"`);
    await runner.query(`DROP INDEX "public"."ix_export_jobs_expires"`);
    await runner.query(`DROP TABLE "export_jobs"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BackupRuns1795380300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "backup_runs" ("id" uuid NOT NULL, "kind" character varying(10) NOT NULL, "state" character varying(10) NOT NULL DEFAULT 'running', "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "finished_at" TIMESTAMP WITH TIME ZONE, "file_name" character varying(255), "as_of" TIMESTAMP WITH TIME ZONE, "size" bigint, "sha256" character(64), "is_encrypted" boolean, "rows" bigint, "files" integer, "missing_files" integer, "rto_seconds" integer, "rpo_seconds" integer, "fault" text, CONSTRAINT "ck_backup_runs_finished" CHECK ((state = 'running') = (finished_at IS NULL)), CONSTRAINT "ck_backup_runs_state" CHECK (state IN ('running', 'done', 'failed')), CONSTRAINT "ck_backup_runs_kind" CHECK (kind IN ('backup', 'restore', 'drill')), CONSTRAINT "pk_backup_runs" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_backup_runs_kind_started" ON "backup_runs"  ("kind", "started_at") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."ix_backup_runs_kind_started"`);
    await runner.query(`DROP TABLE "backup_runs"`);
  }
}

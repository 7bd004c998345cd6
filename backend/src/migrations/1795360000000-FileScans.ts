import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FileScans1795360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "file_scans" ("key" character varying(300) NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "file_name" character varying(255) NOT NULL, "sent_by_id" uuid, "state" character varying(10) NOT NULL, "threat" character varying(200), "tried_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_file_scans_threat" CHECK ((state = 'infected') = (threat IS NOT NULL)), CONSTRAINT "ck_file_scans_state" CHECK (state IN ('pending', 'clean', 'infected', 'failed')), CONSTRAINT "pk_file_scans" PRIMARY KEY ("key"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_file_scans_waiting" ON "file_scans"  ("tried_at") WHERE state IN ('pending', 'failed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."ix_file_scans_waiting"`);
    await runner.query(`DROP TABLE "file_scans"`);
  }
}

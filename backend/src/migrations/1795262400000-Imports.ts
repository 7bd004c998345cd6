import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Imports1795262400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "imports" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "created_by_id" uuid NOT NULL, "file_name" character varying(255) NOT NULL, "file_size" integer NOT NULL, "file_sha256" character varying(64) NOT NULL, "file" bytea, "started_on" date NOT NULL, "decisions" jsonb NOT NULL DEFAULT '{}', "dry_run" json, "status" character varying(20) NOT NULL DEFAULT 'draft', "orders" jsonb NOT NULL DEFAULT '[]', "committed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_imports_file" CHECK ((status = 'draft') = (file IS NOT NULL)), CONSTRAINT "ck_imports_committed" CHECK ((status = 'committed') = (committed_at IS NOT NULL)), CONSTRAINT "ck_imports_status" CHECK (status IN ('draft', 'committed', 'discarded')), CONSTRAINT "pk_imports" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `ALTER TABLE "imports" ADD CONSTRAINT "fk_imports_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE INDEX ix_imports_creator ON imports (created_by_id, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "imports" DROP CONSTRAINT "fk_imports_created_by_id"`);
    await runner.query(`DROP TABLE "imports"`);
  }
}

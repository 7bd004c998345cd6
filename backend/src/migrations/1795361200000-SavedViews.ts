import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedViews1795361200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "saved_views" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "owner_id" uuid NOT NULL, "list" character varying(20) NOT NULL, "name" character varying(60) NOT NULL, "query" character varying(2000) NOT NULL DEFAULT '', "is_shared" boolean NOT NULL DEFAULT false, "is_default" boolean NOT NULL DEFAULT false, CONSTRAINT "ck_saved_views_list" CHECK (list IN ('orders')), CONSTRAINT "pk_saved_views" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_saved_views_owner" ON "saved_views"  ("owner_id") `);
    await runner.query(
      `ALTER TABLE "saved_views" ADD CONSTRAINT "fk_saved_views_owner_id" FOREIGN KEY ("owner_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_saved_views_name ON saved_views (owner_id, list, lower(name)) WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_saved_views_default ON saved_views (owner_id, list) WHERE is_default AND deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "saved_views"`);
  }
}
